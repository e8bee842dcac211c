import iconv from 'iconv-lite'
import { decoded, utf8Of, utf16Of } from '../message-text.ts'

const LINE_FEED = 0x0a
const RETURN = 0x0d
/** What DOS programs write behind the last line. */
const END_OF_FILE = '\u001a'
const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf])
/** Zero characters, and marks wherever files were put together. */
const PADDING = /[\0\ufeff]/g
const LINE_END = /\r\n|\n|\r/

/**
 * The lines of a small file, whichever ends they have; null in place of a line that is no text, and instead of all where
 * there is no text at all. A file that ends with a line end has an empty last line. Zero bytes are padding.
 */
export function fileLines(bytes: Buffer): readonly (string | null)[] | null {
  const utf16 = utf16Of(bytes)
  if (utf16 !== null) {
    const text = decoded(bytes.subarray(0, bytes.length - (bytes.length % 2)), utf16)
    return text.includes('\ufffd') ? null : linesOf(text)
  }
  const plain = Buffer.from(bytes.filter((byte) => byte !== 0))
  const utf8 = utf8Of(plain)
  if (utf8 !== null) return linesOf(utf8)
  // A mark of UTF-8 in front of GB18030 is the work of two programs.
  return mixedLines(plain.subarray(plain.subarray(0, 3).equals(UTF8_MARK) ? 3 : 0))
}

function linesOf(text: string): readonly string[] {
  const [before = ''] = text.replace(PADDING, '').split(END_OF_FILE, 1)
  return before.split(LINE_END)
}

/** Neither encoding has a line end's byte within a character, so a flaw stays within its line. */
function mixedLines(bytes: Buffer): readonly (string | null)[] | null {
  const lines = byteLines(bytes)
  const special = lines.filter((line) => line.some((byte) => byte >= 0x80))
  const inUtf8 = special.filter((line) => utf8Of(line) !== null).length
  const read = inUtf8 > special.length / 2 ? utf8Of : gb18030Of
  const texts = lines.map((line) =>
    line.some((byte) => byte >= 0x80) ? read(line) : line.toString('latin1'),
  )
  const words = texts.some((text) => text !== null && text.trim() !== '')
  return words ? texts : null
}

function gb18030Of(line: Buffer): string | null {
  const text = iconv.decode(line, 'gb18030')
  return text.includes('\ufffd') ? null : text.replace(PADDING, '')
}

function byteLines(bytes: Buffer): readonly Buffer[] {
  const lines: Buffer[] = []
  let from = 0
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== LINE_FEED && bytes[at] !== RETURN) continue
    lines.push(bytes.subarray(from, at))
    if (bytes[at] === RETURN && bytes[at + 1] === LINE_FEED) at += 1
    from = at + 1
  }
  lines.push(bytes.subarray(from))
  return lines
}
