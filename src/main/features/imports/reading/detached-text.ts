/** V8 copies a slice of up to this many characters; a longer one is a view of the text it was cut from. */
const COPIED_LENGTH = 12

/**
 * A copy that stands alone, for text that outlives its batch: a kept view of one field would keep a whole piece of the
 * file in memory. Put together from slices that are short enough to be copied, which is four times as fast as a detour
 * over a buffer.
 */
export function detached(text: string): string {
  let copy = ''
  for (let at = 0; at < text.length; at += COPIED_LENGTH) copy += text.slice(at, at + COPIED_LENGTH)
  return copy
}
