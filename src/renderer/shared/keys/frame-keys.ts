/** The digit that opens an entry of the rail together with Alt: as they lie on the keyboard, so the tenth has the 0. */
export function railDigit(index: number): string {
  return String((index + 1) % 10)
}

/** `Control+Alt+H` as it is printed on keys. */
export function keysOf(shortcut: string): readonly string[] {
  return shortcut.split('+').map((key) => (key === 'Control' ? 'Ctrl' : key))
}
