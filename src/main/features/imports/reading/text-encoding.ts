import { isAscii } from 'node:buffer'
import type { FileHandle } from 'node:fs/promises'
import { StringDecoder } from 'node:string_decoder'
import iconv from 'iconv-lite'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'

export type TextEncoding = 'utf-8' | 'gb18030'

/** Turns a file's bytes into text piece by piece; characters cut by a piece's end are held over. */
export interface TextDecoding {
  write(bytes: Buffer): string
  end(): string
}

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf])
const UTF16_MARKS = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])]
/** Latin text in UTF-16 is one half NUL bytes; a stray NUL in a text file is far below. Our own default. */
const UTF16_NUL_SHARE = 0.2
/** More broken characters than this among those outside ASCII, and the encoding is wrong rather than the file. Our own default. */
const BROKEN_SHARE = 0.1
const ASCII_BYTE_LIMIT = 0x80

export function byteMarkLength(bytes: Buffer): number {
  return bytes.subarray(0, UTF8_MARK.length).equals(UTF8_MARK) ? UTF8_MARK.length : 0
}

/** Most lines of an extract are plain ASCII, which needs no table. */
class Gb18030Decoding implements TextDecoding {
  readonly #decoder = iconv.getDecoder('gb18030')
  #idle = true

  write(bytes: Buffer): string {
    if (this.#idle && isAscii(bytes)) return bytes.toString('latin1')
    this.#idle = (bytes.at(-1) ?? 0) < ASCII_BYTE_LIMIT
    return this.#decoder.write(bytes)
  }

  end(): string {
    return this.#decoder.end() ?? ''
  }
}

/** Bytes that are no character of the encoding come out as U+FFFD. */
export function decodingOf(encoding: TextEncoding): TextDecoding {
  return encoding === 'utf-8' ? new StringDecoder('utf8') : new Gb18030Decoding()
}

function decoded(blocks: readonly Buffer[], encoding: TextEncoding): string {
  return blocks
    .map((block) => (encoding === 'utf-8' ? block.toString('utf8') : iconv.decode(block, encoding)))
    .join('\n')
}

function brokenCharacters(text: string): number {
  return text.split('\ufffd').length - 1
}

function refuseUtf16(blocks: readonly Buffer[], file: string): void {
  const start = blocks[0] ?? Buffer.alloc(0)
  const marked = UTF16_MARKS.some((mark) => start.subarray(0, mark.length).equals(mark))
  const nuls = start.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0)
  if (marked) throw new AppError('imports.unsupportedEncoding', { file, encoding: 'UTF-16' })
  if (nuls > start.length * UTF16_NUL_SHARE) throw new AppError('imports.notText', { file })
}

/**
 * Finds the encoding by which fewer characters come out broken; pure ASCII counts as UTF-8.
 * @param blocks samples of the file, the first from its start, each cut at line ends
 * @param wanted what the profile says
 * @throws AppError imports.unsupportedEncoding for UTF-16, imports.notText for binary content, imports.wrongEncoding
 * when the profile's encoding (or, on `auto`, every known one) does not fit
 */
export function chooseEncoding(
  blocks: readonly Buffer[],
  wanted: TextEncoding | 'auto',
  file: string,
): TextEncoding {
  refuseUtf16(blocks, file)
  if (blocks.every((block) => isAscii(block))) return wanted === 'auto' ? 'utf-8' : wanted
  const text = { 'utf-8': decoded(blocks, 'utf-8'), gb18030: decoded(blocks, 'gb18030') }
  const broken = { 'utf-8': brokenCharacters(text['utf-8']), gb18030: brokenCharacters(text.gb18030) }
  const likely: TextEncoding = broken['utf-8'] <= broken.gb18030 ? 'utf-8' : 'gb18030'
  const chosen = wanted === 'auto' ? likely : wanted
  const foreign = text[chosen].replace(/\p{ASCII}+/gu, '').length
  const hopeless = broken[chosen] > 1 && broken[chosen] > foreign * BROKEN_SHARE
  if (broken[chosen] > broken[likely] || hopeless) {
    throw new AppError('imports.wrongEncoding', { file, encoding: chosen, broken: broken[chosen] })
  }
  return chosen
}

const BLOCK_BYTES = 262_144
/** Blocks spread over the file: accounts often begin with thousands of plain ASCII lines before the first name. */
const MAX_BLOCKS = 32
const NEWLINE = 0x0a

/** Cuts a block at line ends, so that no character is torn; inside one endless line only the file's start counts. */
function wholeLines(block: Buffer, atStart: boolean, atEnd: boolean): Buffer {
  const first = atStart ? 0 : block.indexOf(NEWLINE) + 1
  const last = atEnd ? block.length : block.lastIndexOf(NEWLINE) + 1
  if (last > first) return block.subarray(first, last)
  return atStart ? block : block.subarray(0, 0)
}

/**
 * @param size the file's length in bytes
 * @returns the whole file when it is small, otherwise blocks spread evenly over it, the first from the start
 */
export async function sampleBlocks(handle: FileHandle, size: number): Promise<Buffer[]> {
  const count = Math.min(MAX_BLOCKS, Math.ceil(size / BLOCK_BYTES))
  const step = count > 1 ? Math.floor((size - BLOCK_BYTES) / (count - 1)) : 0
  const blocks: Buffer[] = []
  for (let index = 0; index < count; index++) {
    const at = index > 0 && index === count - 1 ? size - BLOCK_BYTES : index * step
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(BLOCK_BYTES), 0, BLOCK_BYTES, at)
    const block = wholeLines(buffer.subarray(0, bytesRead), at === 0, at + bytesRead >= size)
    if (block.length > 0 || index === 0) blocks.push(block)
  }
  return blocks
}
