import { crc32, deflateRawSync } from 'node:zlib'

export interface PackedMember {
  readonly name: string | Buffer
  readonly content: string | Buffer
  readonly stored?: boolean
  readonly method?: number
  /** Bit 0 of the flags. */
  readonly encrypted?: boolean
  readonly crc?: number
  /** Sizes and place in the 64-bit extra field. */
  readonly zip64?: boolean
  /** The archive has a 64-bit end although the short one says everything, as Info-ZIP writes from a pipe. */
  readonly end64?: boolean
}

const UTF8_FLAG = 0x0800
const ELSEWHERE = 0xffffffff

function place(size: number, write: (buffer: Buffer) => void): Buffer {
  const buffer = Buffer.alloc(size)
  write(buffer)
  return buffer
}

/** An archive as APPNOTE.TXT describes it; names given as text are UTF-8 with its flag, bytes stand as they are. */
export function zipOf(members: readonly PackedMember[]): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const member of members) {
    const raw = Buffer.from(member.content)
    const body = member.stored ? raw : deflateRawSync(raw)
    const name = Buffer.from(member.name)
    const flags = (typeof member.name === 'string' ? UTF8_FLAG : 0) | (member.encrypted ? 1 : 0)
    const method = member.method ?? (member.stored ? 0 : 8)
    const crc = member.crc ?? crc32(raw)
    const extra = member.zip64
      ? place(28, (part) => {
          part.writeUInt16LE(1, 0)
          part.writeUInt16LE(24, 2)
          part.writeBigUInt64LE(BigInt(raw.length), 4)
          part.writeBigUInt64LE(BigInt(body.length), 12)
          part.writeBigUInt64LE(BigInt(at), 20)
        })
      : Buffer.alloc(0)
    const local = place(30, (header) => {
      header.writeUInt32LE(0x04034b50, 0)
      header.writeUInt16LE(20, 4)
      header.writeUInt16LE(flags, 6)
      header.writeUInt16LE(method, 8)
      header.writeUInt32LE(crc, 14)
      header.writeUInt32LE(body.length, 18)
      header.writeUInt32LE(raw.length, 22)
      header.writeUInt16LE(name.length, 26)
    })
    const entry = place(46, (header) => {
      header.writeUInt32LE(0x02014b50, 0)
      header.writeUInt16LE(flags, 8)
      header.writeUInt16LE(method, 10)
      header.writeUInt32LE(crc, 16)
      header.writeUInt32LE(member.zip64 ? ELSEWHERE : body.length, 20)
      header.writeUInt32LE(member.zip64 ? ELSEWHERE : raw.length, 24)
      header.writeUInt16LE(name.length, 28)
      header.writeUInt16LE(extra.length, 30)
      header.writeUInt32LE(member.zip64 ? ELSEWHERE : at, 42)
    })
    locals.push(local, name, body)
    entries.push(entry, name, extra)
    at += local.length + name.length + body.length
  }
  const directory = Buffer.concat(entries)
  const end64 = members.some(({ zip64, end64 }) => zip64 === true || end64 === true)
    ? [
        place(56, (end) => {
          end.writeUInt32LE(0x06064b50, 0)
          end.writeBigUInt64LE(44n, 4)
          end.writeBigUInt64LE(BigInt(members.length), 24)
          end.writeBigUInt64LE(BigInt(members.length), 32)
          end.writeBigUInt64LE(BigInt(directory.length), 40)
          end.writeBigUInt64LE(BigInt(at), 48)
        }),
        place(20, (locator) => {
          locator.writeUInt32LE(0x07064b50, 0)
          locator.writeBigUInt64LE(BigInt(at + directory.length), 8)
          locator.writeUInt32LE(1, 16)
        }),
      ]
    : []
  const isElsewhere = members.some(({ zip64 }) => zip64)
  const end = place(22, (tail) => {
    tail.writeUInt32LE(0x06054b50, 0)
    tail.writeUInt16LE(members.length, 8)
    tail.writeUInt16LE(members.length, 10)
    tail.writeUInt32LE(isElsewhere ? ELSEWHERE : directory.length, 12)
    tail.writeUInt32LE(isElsewhere ? ELSEWHERE : at, 16)
  })
  return Buffer.concat([...locals, directory, ...end64, end])
}

const SECTOR = 512
const END_OF_CHAIN = 0xfffffffe

/** An OLE container ([MS-CFB]) with nothing but a directory of these names, in as many sectors as they need. */
export function oleOf(streams: readonly string[]): Buffer {
  const names = ['Root Entry', ...streams]
  const sectors = Math.ceil(names.length / 4)
  const header = place(SECTOR, (buffer) => {
    Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(buffer)
    buffer.writeUInt16LE(9, 30)
    buffer.writeUInt32LE(1, 44)
    buffer.writeUInt32LE(1, 48)
    buffer.fill(0xff, 76)
    buffer.writeUInt32LE(0, 76)
  })
  const table = place(SECTOR, (buffer) => {
    buffer.fill(0xff)
    for (let sector = 1; sector <= sectors; sector++) {
      buffer.writeUInt32LE(sector === sectors ? END_OF_CHAIN : sector + 1, sector * 4)
    }
  })
  const directory = place(sectors * SECTOR, (buffer) => {
    names.forEach((name, index) => {
      buffer.write(name, index * 128, 'utf16le')
      buffer.writeUInt16LE((name.length + 1) * 2, index * 128 + 64)
    })
  })
  return Buffer.concat([header, table, directory])
}
