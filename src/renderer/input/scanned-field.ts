/**
 * Remembers what a field held before a scanner wrote into it.
 * @returns puts it back; leaving the field first ends whatever an input method was composing out of the barcode
 */
export function keepField(element: Element | null): () => void {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return () => undefined
  const held = element.value
  return () => {
    element.blur()
    if (element.value === held) return
    writeValue(element, held)
    element.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

/** Writes past React's own property, so that React sees the change in the event that follows. */
function writeValue(element: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const kind = element instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(element, text)
}
