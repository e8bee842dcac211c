import { isAscii } from 'node:buffer'
import type { FileHandle } from 'node:fs/promises'
import type { Piece } from './inflating.ts'

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

/**
 * Reads a compressed file's content to its end: of how long it is nobody knows before, so the first block is kept and
 * of the others those that are more than plain ASCII, which alone tell of the encoding.
 */
export async function packedSampleBlocks(pieces: AsyncIterable<Piece>): Promise<Buffer[]> {
  const blocks: Buffer[] = []
  let gathered: Buffer[] = []
  let length = 0
  const take = (atEnd: boolean): void => {
    const block = Buffer.concat(gathered)
    const isFirst = blocks.length === 0
    if (isFirst || (blocks.length < MAX_BLOCKS && !isAscii(block))) {
      blocks.push(wholeLines(block, isFirst, atEnd))
    }
    gathered = []
    length = 0
  }
  for await (const { bytes } of pieces) {
    // once there are enough samples, what follows is only compared with its sum
    if (blocks.length === MAX_BLOCKS) continue
    gathered.push(bytes)
    length += bytes.length
    if (length >= BLOCK_BYTES) take(false)
  }
  if (length > 0 || blocks.length === 0) take(true)
  return blocks
}
