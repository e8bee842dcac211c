import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/domain/branch/app-error.ts'

export const DATABASE_FILE = 'branch.db'
/** The cipher keeps the salt of its page keys in clear at the head of the file. */
const SALT_BYTES = 16

export function databaseIn(folder: string): string {
  return join(folder, DATABASE_FILE)
}

export function hasDatabase(folder: string): boolean {
  return existsSync(databaseIn(folder))
}

/**
 * Throws `engine.damaged` where the file is gone or too short to be a database. Must come before anything opens it for
 * writing: SQLite takes an empty file for a new database and would begin an empty branch in it.
 */
export function requireDatabase(folder: string): void {
  if (!hasDatabase(folder)) throw new AppError('engine.damaged', { cause: 'missing' })
  databaseSaltOf(databaseIn(folder))
}

/** Commits that are not in the database file yet live here. */
export function hasWal(folder: string): boolean {
  return existsSync(`${databaseIn(folder)}-wal`)
}

/** The file's own salt in hexadecimal. Throws `engine.damaged` for a file that is too short to have one. */
export function databaseSaltOf(file: string): string {
  const salt = Buffer.alloc(SALT_BYTES)
  const handle = openSync(file, 'r')
  try {
    if (readSync(handle, salt, 0, SALT_BYTES, 0) < SALT_BYTES) {
      throw new AppError('engine.damaged', { cause: 'truncated' })
    }
  } finally {
    closeSync(handle)
  }
  return salt.toString('hex')
}
