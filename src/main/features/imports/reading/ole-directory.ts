import type { FileHandle } from 'node:fs/promises'

const HEADER_BYTES = 512
const ENTRY_BYTES = 128
/** Sectors of the allocation table that the header itself names: enough for files of seven megabytes and more. */
const NAMED_TABLE_SECTORS = 109
const MOST_DIRECTORY_SECTORS = 64
const FIRST_SPECIAL_SECTOR = 0xfffffffa

async function bytesAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, at)
  return buffer.subarray(0, bytesRead)
}

/**
 * The names of an OLE container's streams and folders ([MS-CFB] 2.6): they say what an old Office file is.
 * @returns none where the directory cannot be read
 */
export async function oleStreamNames(handle: FileHandle): Promise<string[]> {
  const header = await bytesAt(handle, 0, HEADER_BYTES)
  if (header.length < HEADER_BYTES) return []
  const shift = header.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) return []
  const sectorBytes = 2 ** shift
  const sector = (number: number) => bytesAt(handle, (number + 1) * sectorBytes, sectorBytes)
  const names: string[] = []
  let at = header.readUInt32LE(48)
  for (let count = 0; count < MOST_DIRECTORY_SECTORS && at < FIRST_SPECIAL_SECTOR; count++) {
    names.push(...namesOf(await sector(at)))
    const perTable = sectorBytes / 4
    const table = Math.floor(at / perTable)
    if (table >= NAMED_TABLE_SECTORS) break
    const tableSector = await sector(header.readUInt32LE(76 + table * 4))
    const place = (at % perTable) * 4
    if (place + 4 > tableSector.length) break
    at = tableSector.readUInt32LE(place)
  }
  return names
}

function namesOf(sector: Buffer): string[] {
  const names: string[] = []
  for (let at = 0; at + ENTRY_BYTES <= sector.length; at += ENTRY_BYTES) {
    const nameBytes = sector.readUInt16LE(at + 64)
    if (nameBytes < 2 || nameBytes > 64) continue
    names.push(sector.subarray(at, at + nameBytes - 2).toString('utf16le'))
  }
  return names
}
