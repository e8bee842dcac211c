/** What a key does with the strip's own window, wherever its focus is; null for a key that is somebody else's. */
export type StripKey = 'left' | 'right' | 'fold'

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
