const CARRIAGE_RETURN = 13
/** The mark of a file's end in CP/M and DOS, and the fill of a last disk block. */
const END_FILL = ['\u001a', '\0']

/** @param text the last of a file */
export function withoutEndFill(text: string): string {
  const lineEnds = text.length - text.trimEnd().length
  let to = text.length - lineEnds
  while (END_FILL.includes(text.charAt(to - 1))) to--
  return to + lineEnds === text.length ? text : text.slice(0, to) + text.slice(text.length - lineEnds)
}

/** A program that writes text twice leaves two carriage returns in front of a line end. */
export function withoutReturn(text: string, from: number, end: number): string {
  let to = end
  while (to > from && text.charCodeAt(to - 1) === CARRIAGE_RETURN) to--
  return text.slice(from, to)
}

/** Spreadsheets leave lines of nothing but delimiters behind deleted rows. */
export function isBlank(text: string, fields: readonly string[]): boolean {
  return isEmpty(text) || (fields.length > 1 && fields.every(isEmpty))
}

const SPACE = 32
const ASCII_END = 128

/** The first character tells of nearly every text that it is not. */
function isEmpty(text: string): boolean {
  const first = text.charCodeAt(0)
  return !(first > SPACE && first < ASCII_END) && text.trim() === ''
}
