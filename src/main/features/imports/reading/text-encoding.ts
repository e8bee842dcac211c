import { isAscii, isUtf8 } from 'node:buffer'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import { byteMarksOf } from './byte-marks.ts'
import { decodingOf, type TextEncoding } from './text-decoding.ts'

/** More broken characters than this among those outside ASCII, and the encoding is wrong rather than the file. Our own default. */
const BROKEN_SHARE = 0.1
/** Latin text in UTF-16 is one half NUL bytes, Chinese text with delimiters a tenth; a stray NUL is far below. Our own defaults. */
const UTF16_NUL_SHARE = 0.05
const UTF16_OTHER_SHARE = 0.05
const NUL_SHARE = 0.2
/** Lines of the other encoding among those outside ASCII, and two files were joined. Our own default. */
const MIXED_SHARE = 0.01
const NEWLINE = 0x0a
const EMPTY = Buffer.alloc(0)
/** U+FFFD as a program wrote it that had lost a character before. */
const REPLACEMENT = Buffer.from('\ufffd')

function decoded(blocks: readonly Buffer[], encoding: TextEncoding): string {
  return blocks.map((block) => decodedWhole(block, encoding)).join('\n')
}

function decodedWhole(block: Buffer, encoding: TextEncoding): string {
  const decoding = decodingOf(encoding)
  return decoding.write(block) + decoding.end()
}

function brokenCharacters(text: string): number {
  return text.split('\ufffd').length - 1
}

/** How many bytes of a text are NUL, at even and at odd places. */
function nulsOf(start: Buffer): { even: number; odd: number } {
  const nuls = { even: 0, odd: 0 }
  for (let at = start.indexOf(0); at >= 0; at = start.indexOf(0, at + 1)) {
    if (at % 2 === 0) nuls.even++
    else nuls.odd++
  }
  return nuls
}

/** UTF-16 without a mark: nearly all of its NULs stand on one side of the pairs, and what comes out is text. */
function unmarkedUtf16(start: Buffer): TextEncoding | null {
  const { even, odd } = nulsOf(start)
  const [most, least] = even > odd ? [even, odd] : [odd, even]
  if (most < start.length * UTF16_NUL_SHARE || least > most * UTF16_OTHER_SHARE) return null
  const encoding: TextEncoding = even > odd ? 'utf-16be' : 'utf-16le'
  const text = decodedWhole(start.subarray(0, start.length - (start.length % 2)), encoding)
  return /[\ufffd\0]/.test(text) || !/\p{L}|\p{N}/u.test(text) ? null : encoding
}

/**
 * @throws AppError imports.unsupportedEncoding for UTF-32, imports.notText for binary content
 */
function utf16Of(start: Buffer, file: string): TextEncoding | null {
  const marked = byteMarksOf(start).encoding
  if (marked === 'utf-32le' || marked === 'utf-32be') {
    throw new AppError('imports.unsupportedEncoding', { file, encoding: 'UTF-32' })
  }
  if (marked === 'utf-16le' || marked === 'utf-16be') return marked
  const found = unmarkedUtf16(start)
  const { even, odd } = nulsOf(start)
  if (found === null && even + odd > start.length * NUL_SHARE) throw new AppError('imports.notText', { file })
  return found
}

/** The lines of samples that are more than plain ASCII. */
function* foreignLines(blocks: readonly Buffer[]): Generator<Buffer, void> {
  for (const block of blocks) {
    if (isAscii(block)) continue
    let at = 0
    while (at < block.length) {
      const found = block.indexOf(NEWLINE, at)
      const end = found < 0 ? block.length : found
      const line = block.subarray(at, end)
      at = end + 1
      if (!isAscii(line)) yield line
    }
  }
}

/** Two Chinese characters of three bytes each, one behind the other. */
const TWO_OF_UTF8 = /[\u00e3-\u00e9][\u0080-\u00bf]{2}[\u00e3-\u00e9][\u0080-\u00bf]{2}/

/**
 * Whether files of both encodings were joined: read as GB18030, the lines of UTF-8 would come out as other characters
 * without a sign. The other way round they come out broken, and are rejected one by one.
 */
function holdsUtf8(blocks: readonly Buffer[]): boolean {
  let lines = 0
  let utf8 = 0
  for (const line of foreignLines(blocks)) {
    lines++
    if (isUtf8(line) && TWO_OF_UTF8.test(line.toString('latin1'))) utf8++
  }
  return utf8 > lines * MIXED_SHARE
}

/** Two bytes of Big5: the common characters have a lead of 0xa4 to 0xc6. */
const BIG5_COMMON_SHARE = 0.9
/** What GB18030 would read as characters that simplified text hardly has, is half of Big5. */
const BIG5_STRANGE_SHARE = 0.2
const BIG5_LEAST = 20

/** The leads of Hong Kong's supplement to Big5; in GBK those of its rarest characters. */
const FIRST_SUPPLEMENT = 0x87
const LAST_SUPPLEMENT = 0xa0

/**
 * Whether text is the traditional one of Hong Kong and Taiwan: GB18030 would read it as other characters, hardly one of
 * them broken. Null where it may be, and there is too little of it to tell.
 */
function looksBig5(blocks: readonly Buffer[]): boolean | null {
  let pairs = 0
  let strange = 0
  let common = 0
  let supplement = 0
  for (const block of blocks) {
    for (let at = 0; at < block.length; at++) {
      const lead = block[at] ?? 0
      if (lead < 0x80) continue
      const trail = block[++at] ?? 0
      pairs++
      if (lead < FIRST_SUPPLEMENT || trail < 0x40 || (trail > 0x7e && trail < 0xa1)) return false
      const isSupplement = lead <= LAST_SUPPLEMENT
      if (isSupplement) supplement++
      // in GB18030 a rare character, or a letter of Japanese, Greek and Russian, or none at all
      if (isSupplement || trail <= 0x7e || (lead >= 0xa4 && lead <= 0xaf)) strange++
      if (lead > LAST_SUPPLEMENT && lead <= 0xc6) common++
    }
  }
  if (pairs < BIG5_LEAST && supplement * 2 > pairs) return null
  if (strange <= pairs * BIG5_STRANGE_SHARE || common <= (pairs - supplement) * BIG5_COMMON_SHARE)
    return false
  return pairs >= BIG5_LEAST ? true : null
}

function likelyOf(blocks: readonly Buffer[], broken: Readonly<Record<'utf-8' | 'gb18030', number>>) {
  if (broken['utf-8'] <= broken.gb18030) return 'utf-8'
  const isBig5 = looksBig5(blocks)
  return isBig5 === null ? null : isBig5 ? 'big5' : 'gb18030'
}

function wrong(file: string, encoding: TextEncoding, broken = 0): AppError {
  return new AppError('imports.wrongEncoding', { file, encoding, broken })
}

/**
 * Finds the encoding: UTF-16 by its mark or its NULs, otherwise the one by which fewer characters come out broken; pure
 * ASCII counts as UTF-8. A mark of UTF-8 in front of other content is not believed.
 * @param blocks samples of the file, the first from its start, each cut at line ends
 * @param wanted what the profile says
 * @throws AppError imports.unsupportedEncoding for UTF-32, imports.notText for binary content, imports.mixedEncodings
 * for files of two encodings in one, imports.wrongEncoding when the profile's encoding (or, on `auto`, every known one)
 * does not fit
 */
export function chooseEncoding(
  blocks: readonly Buffer[],
  wanted: TextEncoding | 'auto',
  file: string,
): TextEncoding {
  const start = blocks[0] ?? EMPTY
  const utf16 = utf16Of(start, file)
  if (utf16 !== null) {
    if (wanted !== 'auto' && wanted !== utf16) throw wrong(file, wanted)
    return utf16
  }
  if (wanted === 'utf-16le' || wanted === 'utf-16be') throw wrong(file, wanted)
  const unmarked = [start.subarray(byteMarksOf(start).length), ...blocks.slice(1)]
  if (unmarked.every((block) => isAscii(block))) return wanted === 'auto' ? 'utf-8' : wanted
  if (wanted === 'auto' || wanted === 'utf-8') {
    // whole in UTF-8: no other encoding can come out better
    if (unmarked.every((block) => isUtf8(block) && !block.includes(REPLACEMENT))) return 'utf-8'
  }
  const broken = {
    'utf-8': brokenCharacters(decoded(unmarked, 'utf-8')),
    gb18030: brokenCharacters(decoded(unmarked, 'gb18030')),
  }
  const found = likelyOf(unmarked, broken)
  if (found === null && wanted === 'auto') throw new AppError('imports.encodingUnclear', { file })
  const likely = found ?? 'gb18030'
  const chosen = wanted === 'auto' ? likely : wanted
  const text = decoded(unmarked, chosen)
  const brokenHere = brokenCharacters(text)
  const foreign = text.replace(/\p{ASCII}+/gu, '').length
  const hopeless = brokenHere > 1 && brokenHere > foreign * BROKEN_SHARE
  const other = chosen === 'big5' || likely === 'big5' ? brokenHere : broken[likely]
  if (brokenHere > other || hopeless) throw wrong(file, chosen, brokenHere)
  if (chosen === 'gb18030' && holdsUtf8(unmarked)) throw new AppError('imports.mixedEncodings', { file })
  return chosen
}
