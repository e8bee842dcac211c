import iconv from 'iconv-lite'

type Utf16 = 'utf-16le' | 'utf-16be'

const UTF16_MARKS: readonly (readonly [Utf16, Buffer])[] = [
  ['utf-16le', Buffer.from([0xff, 0xfe])],
  ['utf-16be', Buffer.from([0xfe, 0xff])],
]
/** So many bytes tell UTF-16 without a mark from padding. */
const LOOKED_AT = 256

/**
 * The text of a message or a small file: UTF-16 where its mark or its bytes say so, UTF-8 where its bytes are that without
 * a flaw, else GB18030, which queue machines write; null where they are none of these. Zero bytes that are not UTF-16's
 * stay: in a frame they end messages, in a file they are padding.
 */
export function messageText(bytes: Buffer): string | null {
  const utf16 = utf16Of(bytes)
  if (utf16 !== null) return whole(decoded(bytes.subarray(0, bytes.length - (bytes.length % 2)), utf16))
  return utf8Of(bytes) ?? whole(iconv.decode(bytes, 'gb18030'))
}

/** The text where it is UTF-8 without a flaw; a mark in front is none of it. */
export function utf8Of(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Which UTF-16 it is; null where it is none. Plain digits and letters have a zero beside each of them. */
export function utf16Of(bytes: Buffer): Utf16 | null {
  for (const [name, mark] of UTF16_MARKS) {
    if (bytes.subarray(0, mark.length).equals(mark)) return name
  }
  const looked = bytes.subarray(0, LOOKED_AT)
  if (looked.length < 4) return null
  const zeros = [0, 0]
  let plain = 0
  for (const [place, byte] of looked.entries()) {
    if (byte === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1
    else if (byte >= 0x20 && byte < 0x7f) plain += 1
  }
  const [even = 0, odd = 0] = zeros
  const some = Math.max(2, plain / 3)
  if (odd >= some && even <= odd / 8) return 'utf-16le'
  return even >= some && odd <= even / 8 ? 'utf-16be' : null
}

export function decoded(bytes: Buffer, encoding: Utf16): string {
  return new TextDecoder(encoding).decode(bytes)
}

function whole(text: string): string | null {
  return text.includes('\ufffd') ? null : text
}

/** The bytes of a part of a text in the encoding that the whole was in. */
export function encodedLike(part: string, whole: Buffer): Buffer {
  const utf16 = utf16Of(whole)
  if (utf16 !== null) return iconv.encode(part, utf16)
  return utf8Of(whole) === null ? iconv.encode(part, 'gb18030') : Buffer.from(part)
}
