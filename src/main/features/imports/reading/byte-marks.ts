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
/** As much of the bytes as letters, digits and blanks make up in an extract. Our own default. */
const EBCDIC_SHARE = 0.7
const EBCDIC_LEAST_BYTES = 40

/** Letters, digits and the blank of IBM's code pages. */
function isEbcdicLetter(byte: number): boolean {
  if (byte === EBCDIC_BLANK || (byte >= 0xf0 && byte <= 0xf9)) return true
  const low = byte & 0x0f
  const high = byte >> 4
  return low >= 1 && low <= 9 && ((high >= 0xc && high <= 0xe) || (high >= 0x8 && high <= 0xa))
}

/**
 * Whether bytes look like text of a mainframe: mostly digits, capitals and blanks of EBCDIC, with digits among them, and
 * none of the line ends that other machines write. Chinese bytes fill the same range, so a file with line ends is no such.
 */
export function isEbcdic(start: Buffer): boolean {
  if (start.length < EBCDIC_LEAST_BYTES || start.includes(0x0a) || start.includes(0x0d)) return false
  let letters = 0
  let blanksAndDigits = 0
  let latin = 0
  for (const byte of start) {
    if (isEbcdicLetter(byte)) letters++
    if (byte === EBCDIC_BLANK || (byte >= 0xf0 && byte <= 0xf9)) blanksAndDigits++
    // digits and small letters of ASCII
    if ((byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7a)) latin++
  }
  const { length } = start
  return letters > length * EBCDIC_SHARE && blanksAndDigits > length / 10 && latin < length / 20
}
