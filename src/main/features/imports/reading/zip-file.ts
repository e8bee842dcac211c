import type { FileHandle } from 'node:fs/promises'
import iconv from 'iconv-lite'
import { damaged, inflatedPieces, type Piece, storedPieces } from './inflating.ts'

/** What an archive's directory says of one of its files. */
export interface ZipMember {
  readonly name: string
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number
  readonly encrypted: boolean
  readonly crc: number
  readonly packedBytes: number
  readonly bytes: number
  /** Where its own header stands. */
  readonly headerAt: number
}

export const STORED = 0
export const DEFLATED = 8
/** What stands for the real method of a member under WinZip's AES. */
const AES = 99

const END_MARK = Buffer.from('PK\u0005\u0006', 'latin1')
const END_BYTES = 22
const MAX_COMMENT_BYTES = 65_535
const LOCATOR_MARK = 0x07064b50
const LOCATOR_BYTES = 20
const END64_MARK = 0x06064b50
const END64_BYTES = 56
const ENTRY_MARK = 0x02014b50
const ENTRY_BYTES = 46
const LOCAL_MARK = 0x04034b50
const LOCAL_BYTES = 30
const ELSEWHERE = 0xffffffff
const EXTRA_ZIP64 = 0x0001
const EXTRA_UNICODE_PATH = 0x7075
const FLAG_ENCRYPTED = 0x0001
const FLAG_UTF8 = 0x0800
/** Room for some 100,000 members; an extract has a handful. Our own default. */
const MAX_DIRECTORY_BYTES = 16_777_216

async function bytesAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, at)
  return buffer.subarray(0, bytesRead)
}

interface DirectoryPlace {
  readonly at: number
  readonly bytes: number
  /** Bytes in front of the archive, as in one that unpacks itself: offsets do not count them. */
  readonly shift: number
}

async function firstEnd64(
  handle: FileHandle,
  places: readonly number[],
): Promise<{ at: number; record: Buffer } | null> {
  for (const at of places) {
    const record = await bytesAt(handle, at, END64_BYTES)
    if (record.length === END64_BYTES && record.readUInt32LE(0) === END64_MARK) return { at, record }
  }
  return null
}

async function directoryPlace(handle: FileHandle, size: number): Promise<DirectoryPlace | null> {
  const tailBytes = Math.min(size, END_BYTES + MAX_COMMENT_BYTES)
  const tail = await bytesAt(handle, size - tailBytes, tailBytes)
  const end = tail.lastIndexOf(END_MARK)
  if (end < 0 || end + END_BYTES > tail.length) return null
  const endAt = size - tailBytes + end
  let bytes = tail.readUInt32LE(end + 12)
  let at = tail.readUInt32LE(end + 16)
  let before = endAt
  // some programs write the 64-bit end even where the short one says everything
  const locator = await bytesAt(handle, Math.max(0, endAt - LOCATOR_BYTES), LOCATOR_BYTES)
  if (locator.length === LOCATOR_BYTES && locator.readUInt32LE(0) === LOCATOR_MARK) {
    const beside = endAt - LOCATOR_BYTES - END64_BYTES
    const places = [beside, Number(locator.readBigUInt64LE(8))].filter((place) => place >= 0)
    const end64 = await firstEnd64(handle, places)
    if (end64 === null) return null
    bytes = Number(end64.record.readBigUInt64LE(40))
    at = Number(end64.record.readBigUInt64LE(48))
    before = end64.at
  }
  const shift = before - at - bytes
  return shift < 0 || bytes > MAX_DIRECTORY_BYTES ? null : { at: at + shift, bytes, shift }
}

/** The parts of an extra field, by their numbers. */
function extraParts(extra: Buffer): Map<number, Buffer> {
  const parts = new Map<number, Buffer>()
  let at = 0
  while (at + 4 <= extra.length) {
    const end = at + 4 + extra.readUInt16LE(at + 2)
    parts.set(extra.readUInt16LE(at), extra.subarray(at + 4, end))
    at = end
  }
  return parts
}

/** Chinese programs write names in GBK without saying so; others in UTF-8 with a flag, or without. */
function nameOf(raw: Buffer, flags: number, parts: ReadonlyMap<number, Buffer>): string {
  const unicode = parts.get(EXTRA_UNICODE_PATH)
  if (unicode !== undefined && unicode.length > 5) return withSlashes(unicode.subarray(5).toString('utf8'))
  const utf8 = raw.toString('utf8')
  const isUtf8 = (flags & FLAG_UTF8) !== 0 || !utf8.includes('\ufffd')
  return withSlashes(isUtf8 ? utf8 : iconv.decode(raw, 'gb18030'))
}

/** The standard has slashes; some programs of Windows write what they are used to. */
function withSlashes(name: string): string {
  return name.replaceAll('\\', '/')
}

/** Sizes and places that need the 64-bit form stand in an extra field, in this order, only those that do. */
function with64(values: readonly number[], part: Buffer | undefined): number[] | null {
  let at = 0
  const full: number[] = []
  for (const value of values) {
    if (value !== ELSEWHERE) {
      full.push(value)
      continue
    }
    if (part === undefined || at + 8 > part.length) return null
    full.push(Number(part.readBigUInt64LE(at)))
    at += 8
  }
  return full
}

function memberAt(directory: Buffer, at: number, shift: number): { member: ZipMember; next: number } | null {
  if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== ENTRY_MARK) return null
  const flags = directory.readUInt16LE(at + 8)
  const method = directory.readUInt16LE(at + 10)
  const nameEnd = at + ENTRY_BYTES + directory.readUInt16LE(at + 28)
  const extraEnd = nameEnd + directory.readUInt16LE(at + 30)
  const parts = extraParts(directory.subarray(nameEnd, extraEnd))
  const sizes = with64(
    [directory.readUInt32LE(at + 24), directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 42)],
    parts.get(EXTRA_ZIP64),
  )
  if (sizes === null) return null
  const [bytes = 0, packedBytes = 0, headerAt = 0] = sizes
  const member: ZipMember = {
    name: nameOf(directory.subarray(at + ENTRY_BYTES, nameEnd), flags, parts),
    method,
    encrypted: (flags & FLAG_ENCRYPTED) !== 0 || method === AES,
    crc: directory.readUInt32LE(at + 16),
    packedBytes,
    bytes,
    headerAt: headerAt + shift,
  }
  return { member, next: extraEnd + directory.readUInt16LE(at + 32) }
}

/**
 * The members of an archive by its directory (APPNOTE.TXT 4.3.12, with ZIP64).
 * @returns null where there is no readable directory: the archive was cut off
 */
export async function zipMembers(handle: FileHandle, size: number): Promise<ZipMember[] | null> {
  const place = await directoryPlace(handle, size)
  if (place === null) return null
  const directory = await bytesAt(handle, place.at, place.bytes)
  if (directory.length < place.bytes) return null
  const members: ZipMember[] = []
  let at = 0
  while (at < directory.length) {
    const entry = memberAt(directory, at, place.shift)
    if (entry === null) return null
    members.push(entry.member)
    at = entry.next
  }
  return members
}

/**
 * One member's content, compared with its sum and length.
 * @throws AppError imports.damagedFile, imports.inflatesTooFar
 */
export async function* memberPieces(
  handle: FileHandle,
  size: number,
  member: ZipMember,
  file: string,
): AsyncGenerator<Piece, void> {
  const header = await bytesAt(handle, member.headerAt, LOCAL_BYTES)
  if (header.length < LOCAL_BYTES || header.readUInt32LE(0) !== LOCAL_MARK) throw damaged(file)
  const from = member.headerAt + LOCAL_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28)
  const to = from + member.packedBytes
  if (to > size) throw damaged(file)
  const read = member.method === STORED ? storedPieces : inflatedPieces
  const unpacked = yield* read(handle, from, to, file)
  if (unpacked.crc !== member.crc || unpacked.bytes !== member.bytes) throw damaged(file)
  yield { bytes: Buffer.alloc(0), at: size }
}
