import type { FileHandle } from 'node:fs/promises'
import { damaged, inflatedPieces, type Piece } from './inflating.ts'

const MARK = Buffer.from([0x1f, 0x8b])
const DEFLATE = 8
const HEADER_BYTES = 10
const TRAILER_BYTES = 8
/** A name and a comment stand in the header; more than this is none. Our own default. */
const MOST_HEADER_BYTES = 131_072
const HAS = { headerSum: 0x02, extra: 0x04, name: 0x08, comment: 0x10 } as const
const SIZE_MODULUS = 2 ** 32

/** @returns where the member's compressed content begins (RFC 1952 2.3) */
async function contentStart(handle: FileHandle, at: number, file: string): Promise<number> {
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(MOST_HEADER_BYTES), 0, MOST_HEADER_BYTES, at)
  const header = buffer.subarray(0, bytesRead)
  const isMember = header.length > HEADER_BYTES && header.subarray(0, 2).equals(MARK) && header[2] === DEFLATE
  if (!isMember) throw damaged(file)
  const flags = header[3] ?? 0
  let end = HEADER_BYTES
  if (flags & HAS.extra) {
    if (end + 2 > header.length) throw damaged(file)
    end += 2 + header.readUInt16LE(end)
  }
  for (const text of [HAS.name, HAS.comment]) {
    if (!(flags & text)) continue
    const close = header.indexOf(0, end)
    if (close < 0) throw damaged(file)
    end = close + 1
  }
  if (flags & HAS.headerSum) end += 2
  if (end >= header.length) throw damaged(file)
  return at + end
}

/** Tapes and some transfers fill a file up with NUL bytes. */
async function nextMember(handle: FileHandle, from: number, size: number): Promise<number> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(MARK.length), 0, MARK.length, from)
  if (buffer.subarray(0, bytesRead).equals(MARK)) return from
  let at = from
  while (at < size) {
    const block = await handle.read(Buffer.alloc(65_536), 0, 65_536, at)
    const content = block.buffer.subarray(0, block.bytesRead).findIndex((byte) => byte !== 0)
    if (content >= 0) return at + content
    if (block.bytesRead === 0) break
    at += block.bytesRead
  }
  return size
}

/**
 * The content of a .gz file of one or many members (RFC 1952): several are joined, as by `cat`. Each member's sum and
 * length are compared.
 * @param size the file's bytes
 * @throws AppError imports.damagedFile for a member that is cut off, does not agree with its sum, or is followed by
 * anything but another member or NUL bytes
 */
export async function* gzipPieces(
  handle: FileHandle,
  size: number,
  file: string,
): AsyncGenerator<Piece, void> {
  let at = 0
  while (at < size) {
    const from = await contentStart(handle, at, file)
    const unpacked = yield* inflatedPieces(handle, from, size, file)
    const { bytesRead, buffer } = await handle.read(
      Buffer.alloc(TRAILER_BYTES),
      0,
      TRAILER_BYTES,
      unpacked.end,
    )
    const agrees =
      bytesRead === TRAILER_BYTES &&
      buffer.readUInt32LE(0) === unpacked.crc &&
      buffer.readUInt32LE(4) === unpacked.bytes % SIZE_MODULUS
    if (!agrees) throw damaged(file)
    at = await nextMember(handle, unpacked.end + TRAILER_BYTES, size)
  }
  yield { bytes: Buffer.alloc(0), at: size }
}
