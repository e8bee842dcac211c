/** `Control+Alt+H` as it is printed on keys. */
export function keysOf(shortcut: string): readonly string[] {
  return shortcut.split('+').map((key) => (key === 'Control' ? 'Ctrl' : key))
}
