import { useWindowEvent } from '@mantine/hooks'
import { useCommand } from '../../ipc/operations.ts'

/** What a key does with the strip's own window, wherever its focus is; null for a key that is somebody else's. */
type StripKey = 'left' | 'right' | 'fold'

/** Ctrl and Shift, so that a letter of the pad and a word selected in the box are left alone. */
interface PressedKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly shiftKey: boolean
}

export function stripKey({ key, ctrlKey, shiftKey }: PressedKey): StripKey | null {
  if (!ctrlKey || !shiftKey) return null
  switch (key) {
    case 'ArrowLeft':
      return 'left'
    case 'ArrowRight':
      return 'right'
    case 'ArrowDown':
      return 'fold'
    default:
      return null
  }
}

/** Ctrl+Shift and an arrow: to the next edge on that side, over all screens; down folds. */
export function useStripKeys(): void {
  const move = useCommand('strip.move')
  const fold = useCommand('strip.fold')
  useWindowEvent('keydown', (event) => {
    const key = stripKey(event)
    if (key === null || event.isComposing || holdsText(event.target)) return
    event.preventDefault()
    if (key === 'fold') fold.mutate({ folded: true })
    else move.mutate({ towards: key })
  })
}

/** In a field with something in it the same keys select a word. */
function holdsText(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
    ? target.value !== ''
    : false
}
