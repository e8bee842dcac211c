/*
 * What a key means by its place on the keyboard (`KeyboardEvent.code`), so that neither an input method nor Caps Lock
 * changes it.
 */

/** The letter on the key, in upper case; empty for any other key. */
export function letterOf(code: string): string {
  return /^Key([A-Z])$/.exec(code)?.[1] ?? ''
}

/** The digit on the key, of either block; empty for any other key. */
export function digitOf(code: string): string {
  return /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? ''
}

/** The letter or digit on the key; empty for any other key. */
export function keyName(code: string): string {
  return letterOf(code) || digitOf(code)
}
