/** The part of a key event that a shortcut is made of. */
interface PressedKeys {
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
}

/**
 * The combination as the operating system is asked for it (`Control+Alt+H`); null for one that cannot be a shortcut:
 * modifiers alone, a key that is neither letter, digit nor function key, or neither Ctrl nor Alt with it. The key is read
 * by its place, so that an input method does not change it.
 */
export function shortcutOf({ code, ctrlKey, altKey, shiftKey, metaKey }: PressedKeys): string | null {
  const key = /^(?:Key([A-Z])|Digit(\d)|(F(?:[1-9]|1\d|2[0-4])))$/.exec(code)
  const name = key?.[1] ?? key?.[2] ?? key?.[3]
  if (name === undefined || metaKey || !(ctrlKey || altKey)) return null
  const held = [ctrlKey && 'Control', altKey && 'Alt', shiftKey && 'Shift'].filter((each) => each !== false)
  return [...held, name].join('+')
}
