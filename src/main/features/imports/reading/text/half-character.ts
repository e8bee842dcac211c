import iconv from 'iconv-lite'

/** The second byte of a GBK character is never one of the others below 0x80: comma, tab and line end are safe. */
const FIRST_TRAIL = 0x40
const LAST_TRAIL = 0x7e
const LOWEST_OUTSIDE_ASCII = 0x80
/** What a decoder leaves where the bytes are no character of the encoding. */
export const UNDECODABLE = '\ufffd'

/** Whether the character's second byte is the given one, so that it may be half a character and a delimiter. */
function endsWithByte(character: string, byte: number): boolean {
  const bytes = iconv.encode(character, 'gb18030')
  return bytes.length === 2 && bytes[1] === byte
}

/**
 * Gives back the delimiters that halves of characters have swallowed. A program that fills a column of a fixed number
 * of bytes cuts a name in the middle of a character; the half then makes one character with the delimiter behind it
 * where that is a bar, a caret, a tilde, an at sign, a backslash or a letter.
 * @param text a record in which `missing` delimiters are missing
 * @returns the record with the half characters as U+FFFD; null where the number of such characters differs, because
 * then nobody can tell a half from a character that is meant
 */
export function withDelimitersBack(text: string, delimiter: string, missing: number): string | null {
  const byte = delimiter.charCodeAt(0)
  if (missing < 1 || byte < FIRST_TRAIL || byte > LAST_TRAIL) return null
  const rest = delimiter.slice(1)
  let found = 0
  let from = 0
  let whole = ''
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < LOWEST_OUTSIDE_ASCII || !text.startsWith(rest, at + 1)) continue
    if (!endsWithByte(text.charAt(at), byte)) continue
    whole += text.slice(from, at) + UNDECODABLE + delimiter.charAt(0)
    from = at + 1
    found++
  }
  return found === missing ? whole + text.slice(from) : null
}
