import { isAscii } from 'node:buffer'
import { StringDecoder } from 'node:string_decoder'
import iconv from 'iconv-lite'

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' | 'big5'

/** Turns a file's bytes into text piece by piece; characters cut by a piece's end are held over. */
export interface TextDecoding {
  write(bytes: Buffer): string
  end(): string
}

const ASCII_BYTE_LIMIT = 0x80
const NEWLINE = 0x0a
const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf])
const NO_BYTES = Buffer.alloc(0)

/**
 * Files of GBK that were joined keep the mark of UTF-8 that a program put in front of each: two wrong characters at the
 * beginning of a line, which would become part of a key.
 */
function withoutUtf8Marks(bytes: Buffer, startsLine: boolean): Buffer {
  let at = bytes.indexOf(UTF8_MARK)
  if (at < 0) return bytes
  const kept: Buffer[] = []
  let from = 0
  for (; at >= 0; at = bytes.indexOf(UTF8_MARK, at + 1)) {
    const isLineStart = at === 0 ? startsLine : bytes[at - 1] === NEWLINE || (at === from && from > 0)
    if (!isLineStart || at < from) continue
    kept.push(bytes.subarray(from, at))
    from = at + UTF8_MARK.length
  }
  return from === 0 ? bytes : Buffer.concat([...kept, bytes.subarray(from)])
}

/** Most lines of an extract are plain ASCII, which needs no table. */
class TableDecoding implements TextDecoding {
  readonly #decoder: ReturnType<typeof iconv.getDecoder>
  #idle = true
  #startsLine = true

  constructor(encoding: 'gb18030' | 'big5') {
    this.#decoder = iconv.getDecoder(encoding)
  }

  write(bytes: Buffer): string {
    const { startsLine, isPlain } = { startsLine: this.#startsLine, isPlain: this.#idle && isAscii(bytes) }
    const last = bytes.at(-1)
    if (last !== undefined) this.#startsLine = last === NEWLINE
    if (isPlain) return bytes.toString('latin1')
    this.#idle = (last ?? 0) < ASCII_BYTE_LIMIT
    return this.#decoder.write(withoutUtf8Marks(bytes, startsLine))
  }

  end(): string {
    return this.#decoder.end() ?? ''
  }
}

/** Half a pair of surrogates, or half a unit at the end, is no character. */
class Utf16Decoding implements TextDecoding {
  readonly #decoder = new StringDecoder('utf16le')
  readonly #swapped: boolean
  #half: Buffer = NO_BYTES

  constructor(swapped: boolean) {
    this.#swapped = swapped
  }

  write(bytes: Buffer): string {
    const all = this.#half.length === 0 ? bytes : Buffer.concat([this.#half, bytes])
    const whole = all.length - (all.length % 2)
    this.#half = Buffer.from(all.subarray(whole))
    const pairs = all.subarray(0, whole)
    return wellFormed(this.#decoder.write(this.#swapped ? Buffer.from(pairs).swap16() : pairs))
  }

  end(): string {
    const rest = this.#decoder.end()
    return wellFormed(rest) + (this.#half.length > 0 ? '\ufffd' : '')
  }
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

function wellFormed(text: string): string {
  return text.isWellFormed() ? text : text.replace(LONE_SURROGATE, '\ufffd')
}

/** Bytes that are no character of the encoding come out as U+FFFD. */
export function decodingOf(encoding: TextEncoding): TextDecoding {
  switch (encoding) {
    case 'utf-8':
      return new StringDecoder('utf8')
    case 'utf-16le':
      return new Utf16Decoding(false)
    case 'utf-16be':
      return new Utf16Decoding(true)
    case 'gb18030':
    case 'big5':
      return new TableDecoding(encoding)
  }
}
