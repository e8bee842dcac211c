import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../../../../../shared/domain/branch/app-error.ts'
import { DEFLATED, memberPieces, STORED, type ZipMember, zipMembers } from '../zip-file.ts'
import { type XmlEvents, XmlPart } from './xml-part.ts'

/**
 * The most that a workbook may unpack to. Sheets are read in pieces, so this bounds the time and not the memory; a full
 * sheet of Excel with twenty columns has about a gigabyte. Our own default.
 */
export const MAX_UNPACKED_BYTES = 2_147_483_648
/** Shared texts are held in memory, at about twice their size. Our own default. */
export const MAX_TEXTS_BYTES = 536_870_912
const BYTES_PER_MIB = 1_048_576

/** A piece of a part's bytes. */
export interface PartPiece {
  readonly bytes: Buffer
  /** Bytes of the file on disk behind the reader, for progress. */
  readonly at: number
}

/** The parts of a workbook's package by their names, which are compared without regard to case (ECMA-376 part 2). */
export class PackageParts {
  readonly file: string
  readonly #path: string
  readonly #members: ReadonlyMap<string, ZipMember>

  constructor(path: string, members: ReadonlyMap<string, ZipMember>) {
    this.#path = path
    this.file = basename(path)
    this.#members = members
  }

  names(): Iterable<string> {
    return this.#members.keys()
  }

  has(name: string): boolean {
    return this.#members.has(partName(name))
  }

  /** @throws AppError imports.fileUnreadable with the part */
  damaged(name: string): AppError {
    return new AppError('imports.fileUnreadable', { file: this.file, part: partName(name) })
  }

  /**
   * A part's bytes, compared with its checksum and length behind the last piece.
   * @throws AppError imports.fileUnreadable with the part, imports.spreadsheetTooLarge
   */
  async *pieces(name: string, limitBytes: number = MAX_UNPACKED_BYTES): AsyncGenerator<PartPiece> {
    const member = this.#members.get(partName(name))
    if (member === undefined || member.encrypted) throw this.damaged(name)
    if (member.method !== STORED && member.method !== DEFLATED) throw this.damaged(name)
    if (member.bytes > limitBytes) throw tooLarge(this.file, limitBytes)
    const handle = await opened(this.#path, this.file)
    try {
      let unpacked = 0
      const { size } = await handle.stat()
      for await (const piece of memberPieces(handle, size, member, this.file)) {
        unpacked += piece.bytes.length
        if (unpacked > limitBytes) throw tooLarge(this.file, limitBytes)
        yield piece
      }
    } catch (error) {
      if (error instanceof AppError && error.code === 'imports.spreadsheetTooLarge') throw error
      throw this.damaged(name)
    } finally {
      await handle.close()
    }
  }

  /** Reads a part whole as XML; nothing of it counts before its checksum agrees. */
  async readXml(name: string, events: XmlEvents, limitBytes?: number): Promise<void> {
    const xml = new XmlPart(events)
    for await (const { bytes } of this.pieces(name, limitBytes)) this.parse(name, () => xml.write(bytes))
    this.parse(name, () => xml.end())
  }

  /** Runs a step of a part's reading; a fault of its text is one of the file. */
  parse(name: string, step: () => void): void {
    try {
      step()
    } catch {
      throw this.damaged(name)
    }
  }
}

function tooLarge(file: string, limitBytes: number): AppError {
  return new AppError('imports.spreadsheetTooLarge', { file, limitMiB: limitBytes / BYTES_PER_MIB })
}

/** Some writers begin names with a slash, or part folders with a backslash. */
function partName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

async function opened(path: string, file: string): Promise<FileHandle> {
  return open(path).catch(() => {
    throw new AppError('imports.fileUnreadable', { file })
  })
}

/**
 * Opens the package of a workbook by its directory.
 * @throws AppError imports.fileUnreadable, imports.spreadsheetTooLarge where the parts together would unpack to more
 * than is read
 */
export async function openPackage(path: string): Promise<PackageParts> {
  const file = basename(path)
  const handle = await opened(path, file)
  try {
    const { size } = await handle.stat()
    const members = await zipMembers(handle, size)
    if (members === null) throw new AppError('imports.fileUnreadable', { file })
    const declared = members.reduce((sum, { bytes }) => sum + bytes, 0)
    if (declared > MAX_UNPACKED_BYTES) throw tooLarge(file, MAX_UNPACKED_BYTES)
    const named = new Map<string, ZipMember>()
    for (const member of members) {
      const name = partName(member.name)
      // of two parts with one name, programs take one or the other
      if (named.has(name)) throw new AppError('imports.fileUnreadable', { file, part: name })
      named.set(name, member)
    }
    return new PackageParts(path, named)
  } finally {
    await handle.close()
  }
}
