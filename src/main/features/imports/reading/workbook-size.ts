import { open } from 'node:fs/promises'

const END_MARK = Buffer.from('PK\u0005\u0006', 'latin1')
const END_BYTES = 22
const MAX_COMMENT_BYTES = 65_535
const ENTRY_MARK = 0x02014b50
const ENTRY_BYTES = 46
/** In place of a size that needs the 64-bit form: four gigabytes or more. */
const SIZE_ELSEWHERE = 0xffffffff

/** Sums the sizes that a ZIP archive's directory declares for its unpacked members. */
function declaredBytes(directory: Buffer): number {
  let total = 0
  let at = 0
  while (at + ENTRY_BYTES <= directory.length && directory.readUInt32LE(at) === ENTRY_MARK) {
    const size = directory.readUInt32LE(at + 24)
    total += size === SIZE_ELSEWHERE ? Number.POSITIVE_INFINITY : size
    const nameBytes = directory.readUInt16LE(at + 28)
    const extraBytes = directory.readUInt16LE(at + 30)
    at += ENTRY_BYTES + nameBytes + extraBytes + directory.readUInt16LE(at + 32)
  }
  return total
}

/**
 * How large a workbook is when unpacked, from its directory alone: two megabytes can unpack to gigabytes, which must
 * be known before the reader takes them into memory.
 * @returns bytes, or null when the archive has no readable directory
 */
export async function unpackedBytes(path: string): Promise<number | null> {
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    const tailBytes = Math.min(size, END_BYTES + MAX_COMMENT_BYTES)
    const tail = await handle.read(Buffer.alloc(tailBytes), 0, tailBytes, size - tailBytes)
    const end = tail.buffer.lastIndexOf(END_MARK)
    if (end < 0 || end + END_BYTES > tailBytes) return null
    const bytes = tail.buffer.readUInt32LE(end + 12)
    const start = tail.buffer.readUInt32LE(end + 16)
    if (start + bytes > size) return null
    const directory = await handle.read(Buffer.alloc(bytes), 0, bytes, start)
    return declaredBytes(directory.buffer)
  } finally {
    await handle.close()
  }
}
