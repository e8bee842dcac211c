/** The marks that name a text's encoding, longest first where one begins like another. */
const MARKS = [
  { encoding: 'utf-32le', bytes: Buffer.from([0xff, 0xfe, 0, 0]) },
  { encoding: 'utf-32be', bytes: Buffer.from([0, 0, 0xfe, 0xff]) },
  { encoding: 'gb18030', bytes: Buffer.from([0x84, 0x31, 0x95, 0x33]) },
  { encoding: 'utf-8', bytes: Buffer.from([0xef, 0xbb, 0xbf]) },
  { encoding: 'utf-16le', bytes: Buffer.from([0xff, 0xfe]) },
  { encoding: 'utf-16be', bytes: Buffer.from([0xfe, 0xff]) },
] as const

export type MarkedEncoding = (typeof MARKS)[number]['encoding']

/** What the marks at a text's beginning say. */
export interface ByteMarks {
  /** By the first mark; null without one. */
  readonly encoding: MarkedEncoding | null
  /** Bytes of all marks of that kind together: some programs write one more each time they save. */
  readonly length: number
}

export function byteMarksOf(start: Buffer): ByteMarks {
  const mark = MARKS.find(({ bytes }) => startsWith(start, bytes, 0))
  if (mark === undefined) return { encoding: null, length: 0 }
  let length = 0
  while (startsWith(start, mark.bytes, length)) length += mark.bytes.length
  return { encoding: mark.encoding, length }
}

function startsWith(bytes: Buffer, mark: Buffer, at: number): boolean {
  return bytes.subarray(at, at + mark.length).equals(mark)
}

/** A file's beginning as text, for looking at its Latin letters only: without marks and blanks in front. */
export function plainStart(start: Buffer): string {
  const { encoding, length } = byteMarksOf(start)
  const body = start.subarray(length)
  if (encoding === 'utf-16le') return body.toString('utf16le').trimStart()
  if (encoding === 'utf-16be') {
    const whole = Buffer.from(body.subarray(0, body.length - (body.length % 2)))
    return whole.swap16().toString('utf16le').trimStart()
  }
  return body.toString('latin1').trimStart()
}

const EBCDIC_BLANK = 0x40
/** As much of the bytes as letters, digits and blanks make up in an extract. Our own defaults. */
const EBCDIC_SHARE = 0.6
const EBCDIC_DIGIT_SHARE = 0.25
const EBCDIC_LEAST_BYTES = 40
const ASCII_DIGIT_SHARE = 0.05

function isEbcdicDigit(byte: number): boolean {
  return byte === EBCDIC_BLANK || (byte >= 0xf0 && byte <= 0xf9)
}

/** Letters of IBM's code pages. */
function isEbcdicLetter(byte: number): boolean {
  const low = byte & 0x0f
  const high = byte >> 4
  return low >= 1 && low <= 9 && ((high >= 0xc && high <= 0xe) || (high >= 0x8 && high <= 0xa))
}

/**
 * Whether bytes look like text of a mainframe: mostly letters, with many digits and blanks of EBCDIC and hardly a digit of
 * ASCII. Chinese characters fill the same range of bytes, but of theirs only rare ones look like EBCDIC's digits.
 */
export function isEbcdic(start: Buffer): boolean {
  const { length } = start
  if (length < EBCDIC_LEAST_BYTES) return false
  let letters = 0
  let digits = 0
  let asciiDigits = 0
  for (const byte of start) {
    if (isEbcdicDigit(byte)) digits++
    else if (isEbcdicLetter(byte)) letters++
    else if (byte >= 0x30 && byte <= 0x39) asciiDigits++
  }
  return (
    letters + digits > length * EBCDIC_SHARE &&
    digits > length * EBCDIC_DIGIT_SHARE &&
    asciiDigits < length * ASCII_DIGIT_SHARE
  )
}
