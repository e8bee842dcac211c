import type { ByteSource } from './file-content.ts'
import { decodingOf, type TextEncoding } from './text-decoding.ts'
import { chooseEncoding } from './text-encoding.ts'

/** The mark of a text's beginning; joined files have it in their middle, and some programs write several. */
const MARK = '\ufeff'

export interface TextPiece {
  readonly text: string
  /** Bytes of the file behind the reader, for progress. */
  readonly at: number
  readonly last: boolean
}

/** A file's content as text, without the marks that name an encoding. */
export interface TextContent {
  readonly encoding: TextEncoding
  /** As much of the beginning as a header needs. */
  readonly start: string
  /** Texts from all over the file, each of whole lines. */
  samples(): readonly string[]
  pieces(): AsyncGenerator<TextPiece, void>
}

/** In text it is invisible and part of no name or number, so it goes wherever it stands. */
function withoutMarks(text: string): string {
  return text.includes(MARK) ? text.replaceAll(MARK, '') : text
}

/**
 * Finds a file's encoding and gives its text.
 * @throws AppError those of `chooseEncoding`, and for a compressed file those of its container
 */
export async function textOf(
  source: ByteSource,
  wanted: TextEncoding | 'auto',
  file: string,
): Promise<TextContent> {
  const blocks = await source.sample()
  const encoding = chooseEncoding(blocks, wanted, file)
  const start = withoutMarks(decodingOf(encoding).write(blocks[0] ?? Buffer.alloc(0)))
  const samples = () => blocks.map((block) => withoutMarks(decodedWhole(block, encoding)))
  return { encoding, start, samples, pieces: () => textPieces(source, encoding) }
}

function decodedWhole(bytes: Buffer, encoding: TextEncoding): string {
  const decoding = decodingOf(encoding)
  return decoding.write(bytes) + decoding.end()
}

/** What DOS and its descendants write behind a text's last line. */
const END_OF_TEXT = '\u001a'

function withoutEnd(text: string): string {
  let end = text.length
  while (end > 0 && text[end - 1] === END_OF_TEXT) end--
  return text.slice(0, end)
}

/** Each piece waits for the next one, because the end of the last one is looked at. */
async function* textPieces(source: ByteSource, encoding: TextEncoding): AsyncGenerator<TextPiece, void> {
  const decoding = decodingOf(encoding)
  let held: TextPiece = { text: '', at: 0, last: false }
  for await (const { bytes, at } of source.pieces()) {
    const text = withoutMarks(decoding.write(bytes))
    if (text === '') {
      held = { ...held, at }
      continue
    }
    if (held.text !== '') yield held
    held = { text, at, last: false }
  }
  yield { text: withoutEnd(held.text + decoding.end()), at: held.at, last: true }
}
