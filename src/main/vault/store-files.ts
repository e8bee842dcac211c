import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/domain/branch/app-error.ts'

export const DATABASE_FILE = 'branch.db'
/** The cipher keeps the salt of its page keys in clear at the head of the file. */
const SALT_BYTES = 16

/**
 * What stands in clear behind the salt, the same in every file of ours: pages of 4,096 bytes, with or without a WAL, the
 * cipher's 64 bytes a page, and SQLite's three constants. No tag covers it, so damage there has to be looked for.
 */
const PLAIN_HEADER: readonly (readonly number[])[] = [[0x10], [0], [1, 2], [1, 2], [64], [64], [32], [32]]

export function databaseIn(folder: string): string {
  return join(folder, DATABASE_FILE)
}

export function hasDatabase(folder: string): boolean {
  return existsSync(databaseIn(folder))
}

/**
 * Throws `engine.damaged` where the file is gone, too short to be a database, or damaged in the plain part of its header. Must come before anything opens it for
 * writing: SQLite takes an empty file for a new database and would begin an empty branch in it.
 */
export function requireDatabase(folder: string): void {
  if (!hasDatabase(folder)) throw new AppError('engine.damaged', { cause: 'missing' })
  const bytes = headOf(databaseIn(folder), SALT_BYTES + PLAIN_HEADER.length).subarray(SALT_BYTES)
  if (!PLAIN_HEADER.every((allowed, index) => allowed.includes(bytes[index] ?? -1)))
    throw new AppError('engine.damaged', { cause: 'header' })
}

/** Commits that are not in the database file yet live here. */
export function hasWal(folder: string): boolean {
  return existsSync(`${databaseIn(folder)}-wal`)
}

/** The file's own salt in hexadecimal. Throws `engine.damaged` for a file that is too short to have one. */
export function databaseSaltOf(file: string): string {
  return headOf(file, SALT_BYTES).toString('hex')
}

function headOf(file: string, length: number): Buffer {
  const head = Buffer.alloc(length)
  const handle = openSync(file, 'r')
  try {
    if (readSync(handle, head, 0, length, 0) < length) {
      throw new AppError('engine.damaged', { cause: 'truncated' })
    }
  } finally {
    closeSync(handle)
  }
  return head
}
