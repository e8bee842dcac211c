/**
 * A copy that stands alone: the engine keeps a slice as a view of the text it was cut from, so a kept slice of one
 * field would keep a whole chunk of the file in memory.
 */
export function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}
