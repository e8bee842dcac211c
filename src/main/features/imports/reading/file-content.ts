import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FileProfile } from '../../../../shared/contract/import-profile.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import { fileNamePattern } from '../../../../shared/domain/imports/file-name-pattern.ts'
import { kindOfOle, kindOfStart, kindOfZip, type RefusedKind, START_BYTES } from './file-kind.ts'
import { gzipPieces } from './gzip-file.ts'
import { damaged, type Piece, plainPieces } from './inflating.ts'
import { BETWEEN_NAMES } from './names-told.ts'
import { oleStreamNames } from './ole-directory.ts'
import { packedSampleBlocks, sampleBlocks } from './sample-blocks.ts'
import { DEFLATED, memberPieces, STORED, type ZipMember, zipMembers } from './zip-file.ts'

/** A compressed file that is read as the table in it. */
export type Container = 'gzip' | 'zip'

/** The bytes of a table of text, wherever they stand. */
export interface ByteSource {
  readonly container: Container | null
  /** Bytes of the file on disk. */
  readonly bytesTotal: number
  /** From the beginning, every time. */
  pieces(): AsyncGenerator<Piece, void>
  /**
   * Blocks from all over the content, the first from its start. A compressed file is unpacked once for it, so that one
   * that is cut off or damaged is known before a row is read.
   */
  sample(): Promise<readonly Buffer[]>
}

/** What is behind a file's name. */
export type FileContent = { readonly is: 'workbook' } | { readonly is: 'text'; readonly source: ByteSource }

type Wanted = Pick<FileProfile, 'format' | 'member'>

/**
 * Looks at what a file is, by its bytes and not by its name.
 * @throws AppError imports.fileMissing, imports.fileUnreadable, imports.emptyFile, and for a form that is not read the
 * code that says what to do: imports.oldWorkbook, imports.filePassword, imports.packedFile, imports.severalTables,
 * imports.damagedFile, imports.otherForm, imports.notTable, imports.encryptedFile, imports.unsupportedEncoding
 */
export async function contentOf(path: string, wanted: Wanted): Promise<FileContent> {
  const file = basename(path)
  return withFile(path, async (handle, size) => {
    const kind = kindOfStart(await startOf(plainPieces(handle, 0, START_BYTES)), isSaid(wanted))
    switch (kind.is) {
      case 'empty':
        throw new AppError('imports.emptyFile', { file })
      case 'refused':
        throw refusal(kind, file)
      case 'ole':
        throw refusal(kindOfOle(await oleStreamNames(handle)), file)
      case 'gzip':
        return { is: 'text', source: await gzipSource(path, handle, size, wanted) }
      case 'zip':
        return zipContent(path, handle, size, wanted)
      case 'text':
        return { is: 'text', source: plainSource(path, size) }
    }
  })
}

/** Whether the profile says that the file is text, whatever it looks like. */
function isSaid({ format }: Wanted): boolean {
  return format === 'csv' || format === 'fixed'
}

function refusal({ code, format, instead }: RefusedKind, file: string): AppError {
  const way = instead === undefined ? {} : { instead }
  return new AppError(code, { file, format, encoding: format, ...way })
}

async function withFile<T>(path: string, work: (handle: FileHandle, size: number) => Promise<T>): Promise<T> {
  const file = basename(path)
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new AppError(error.code === 'ENOENT' ? 'imports.fileMissing' : 'imports.fileUnreadable', { file })
  })
  try {
    return await work(handle, (await handle.stat()).size)
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('imports.fileUnreadable', { file })
  } finally {
    await handle.close()
  }
}

async function startOf(pieces: AsyncIterable<Piece>): Promise<Buffer> {
  const start: Buffer[] = []
  let length = 0
  for await (const { bytes } of pieces) {
    start.push(bytes)
    length += bytes.length
    if (length >= START_BYTES) break
  }
  return Buffer.concat(start).subarray(0, START_BYTES)
}

function plainSource(path: string, size: number): ByteSource {
  return {
    container: null,
    bytesTotal: size,
    pieces: () => reopened(path, (handle) => plainPieces(handle, 0)),
    sample: () => withFile(path, sampleBlocks),
  }
}

function packedSource(
  path: string,
  size: number,
  container: Container,
  unpack: (handle: FileHandle) => AsyncGenerator<Piece, void>,
): ByteSource {
  const pieces = () => reopened(path, unpack)
  return { container, bytesTotal: size, pieces, sample: () => packedSampleBlocks(pieces()) }
}

async function* reopened(
  path: string,
  read: (handle: FileHandle) => AsyncGenerator<Piece, void>,
): AsyncGenerator<Piece, void> {
  const handle = await open(path)
  try {
    yield* read(handle)
  } finally {
    await handle.close()
  }
}

async function gzipSource(
  path: string,
  handle: FileHandle,
  size: number,
  wanted: Wanted,
): Promise<ByteSource> {
  const file = basename(path)
  const unpack = (from: FileHandle) => gzipPieces(from, size, file)
  requireText(await startOf(unpack(handle)), 'gzip', wanted, file)
  return packedSource(path, size, 'gzip', unpack)
}

/** Only text is read out of a container; what else is in it has to be taken out first. */
function requireText(start: Buffer, container: string, wanted: Wanted, file: string): void {
  const kind = kindOfStart(start, isSaid(wanted))
  if (kind.is === 'text') return
  if (kind.is === 'empty') throw new AppError('imports.emptyFile', { file })
  if (kind.is !== 'refused') throw new AppError('imports.packedFile', { file, format: container })
  const format = kind.code === 'imports.packedFile' ? `${kind.format} + ${container}` : kind.format
  throw refusal({ ...kind, format }, file)
}

/** The name of the first member, from the header in front of it: all that a file without a directory tells. */
async function firstName(handle: FileHandle): Promise<string> {
  const start = await startOf(plainPieces(handle, 0, START_BYTES))
  const length = start.length > 30 ? start.readUInt16LE(26) : 0
  return start.subarray(30, 30 + length).toString('latin1')
}

async function zipContent(
  path: string,
  handle: FileHandle,
  size: number,
  wanted: Wanted,
): Promise<FileContent> {
  const file = basename(path)
  const members = await zipMembers(handle, size)
  if (members === null) {
    // the workbook reader says what is wrong with a workbook
    if (kindOfZip([await firstName(handle)]).is === 'workbook') return { is: 'workbook' }
    throw damaged(file)
  }
  const kind = kindOfZip(members.map(({ name }) => name))
  if (kind.is === 'workbook') return { is: 'workbook' }
  if (kind.is === 'refused') throw refusal(kind, file)
  const member = theTable(members, wanted.member, file)
  if (member.encrypted) throw new AppError('imports.filePassword', { file })
  if (member.method !== STORED && member.method !== DEFLATED) {
    throw new AppError('imports.packedFile', { file, format: `ZIP (${member.method})` })
  }
  const unpack = (from: FileHandle) => memberPieces(from, size, member, file)
  requireText(await startOf(unpack(handle)), 'ZIP', wanted, file)
  return { is: 'text', source: packedSource(path, size, 'zip', unpack) }
}

/** What systems and transfers put beside the tables of an archive. */
const NO_TABLE =
  /(?:\/$|(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)|\.(?:ok|flg|flag|done|fin|ctl|chk|md5|sha\d*|sm3)$)/i
/** Names of members that a message has room for. */
const NAMES_TOLD = 5

function theTable(members: readonly ZipMember[], wanted: string | undefined, file: string): ZipMember {
  const pattern = wanted === undefined ? null : fileNamePattern(wanted)
  const leaf = (name: string) => name.slice(name.lastIndexOf('/') + 1)
  const tables = members.filter(({ name }) => !NO_TABLE.test(name) && (pattern?.test(leaf(name)) ?? true))
  const [only] = tables
  if (only === undefined) throw new AppError('imports.emptyFile', { file })
  if (tables.length > 1) {
    const names = tables.slice(0, NAMES_TOLD).map(({ name }) => name)
    throw new AppError('imports.severalTables', {
      file,
      count: tables.length,
      names: names.join(BETWEEN_NAMES),
    })
  }
  return only
}
