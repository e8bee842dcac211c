import iconv from 'iconv-lite'

const UTF16_MARKS = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])]

/**
 * The text of a short message: UTF-8 where its bytes are that without a flaw, else GB18030, which queue machines write;
 * null where they are neither.
 */
export function messageText(bytes: Buffer): string | null {
  if (UTF16_MARKS.some((mark) => bytes.subarray(0, mark.length).equals(mark)) || bytes.includes(0))
    return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const text = iconv.decode(bytes, 'gb18030')
    return text.includes('\ufffd') ? null : text
  }
}
