import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'

const CHUNK_BYTES = 262_144
/**
 * An extract shrinks to a tenth or a fiftieth; a file that grows this many times, beyond the size below, was made to
 * fill the disk of who opens it. Our own defaults.
 */
const MOST_TIMES = 400
const ALWAYS_ALLOWED_BYTES = 268_435_456

/** A piece of a file's content. */
export interface Piece {
  readonly bytes: Buffer
  /** Bytes of the file on disk behind the reader, for progress. */
  readonly at: number
}

/** What came out of a compressed stretch: for the comparison with what the container says. */
export interface Unpacked {
  /** Where the stretch ends in the file. */
  readonly end: number
  readonly bytes: number
  readonly crc: number
}

/** Reads a stretch of a file piece by piece; to its end where `to` is left out. */
export async function* plainPieces(
  handle: FileHandle,
  from: number,
  to = Number.POSITIVE_INFINITY,
): AsyncGenerator<Piece, void> {
  let at = from
  while (at < to) {
    const length = Math.min(CHUNK_BYTES, to - at)
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(length), 0, length, at)
    if (bytesRead === 0) return
    at += bytesRead
    yield { bytes: buffer.subarray(0, bytesRead), at }
  }
}

/** Counts what comes out, and gives up on what does not end. */
class Outcome {
  bytes = 0
  crc = 0
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  add(bytes: Buffer, packedBytes: number): void {
    this.bytes += bytes.length
    this.crc = crc32(bytes, this.crc)
    if (this.bytes > ALWAYS_ALLOWED_BYTES && this.bytes > packedBytes * MOST_TIMES) {
      throw new AppError('imports.inflatesTooFar', { file: this.#file, times: MOST_TIMES })
    }
  }
}

export function damaged(file: string): AppError {
  return new AppError('imports.damagedFile', { file })
}

/** Bytes that stand in a container as they are. */
export async function* storedPieces(
  handle: FileHandle,
  from: number,
  to: number,
  file: string,
): AsyncGenerator<Piece, Unpacked> {
  const outcome = new Outcome(file)
  for await (const piece of plainPieces(handle, from, to)) {
    outcome.add(piece.bytes, piece.at - from)
    yield piece
  }
  return { end: from + outcome.bytes, bytes: outcome.bytes, crc: outcome.crc }
}

/**
 * Unpacks one deflated stretch; memory stays flat, whatever comes out of it.
 * @param to where it must have ended; it may end before
 * @throws AppError imports.damagedFile when it is cut off or no deflated content, imports.inflatesTooFar
 */
export async function* inflatedPieces(
  handle: FileHandle,
  from: number,
  to: number,
  file: string,
): AsyncGenerator<Piece, Unpacked> {
  const outcome = new Outcome(file)
  const inflate = createInflateRaw({ chunkSize: CHUNK_BYTES })
  const source = Readable.from(packedBytes(handle, from, to), { objectMode: false })
  source.on('error', (error) => inflate.destroy(error))
  // what is left in the pipe when the stretch ends early
  inflate.on('error', () => undefined)
  source.pipe(inflate)
  try {
    for await (const bytes of inflate) {
      outcome.add(bytes, inflate.bytesWritten)
      yield { bytes, at: from + inflate.bytesWritten }
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(file)
  } finally {
    source.destroy()
    inflate.destroy()
  }
  return { end: from + inflate.bytesWritten, bytes: outcome.bytes, crc: outcome.crc }
}

async function* packedBytes(handle: FileHandle, from: number, to: number): AsyncGenerator<Buffer, void> {
  for await (const { bytes } of plainPieces(handle, from, to)) yield bytes
}
