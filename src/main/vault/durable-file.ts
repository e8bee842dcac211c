import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { appErrorOf } from '../engine/faults.ts'
import { OWNER_ONLY, OWNER_ONLY_FOLDER } from '../engine/owner-only.ts'

export { OWNER_ONLY, OWNER_ONLY_FOLDER }

/**
 * Replaces a file so that after a power cut either the old or the new content is there, whole: a file beside it is
 * written and synced, takes its name, and then the folder is synced. Throws `engine.diskFull` or `engine.readOnly`.
 */
export function writeDurably(path: string, content: Uint8Array | string): void {
  const beside = `${path}.${process.pid}.new`
  try {
    const file = openSync(beside, 'w', OWNER_ONLY)
    try {
      writeFileSync(file, content)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(beside, path)
    syncFolder(dirname(path))
  } catch (error) {
    rmSync(beside, { force: true })
    throw appErrorOf(error)
  }
}

/** Makes names that were added to or taken from a folder survive a power cut. Windows keeps them by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Makes a folder and those above it that are missing, for the owner alone. One by one: asked for all at once, Node goes
 * round for ever under a folder that exists and takes none (`/proc`). Throws `engine.readOnly`, `engine.diskFull`.
 */
export function makeFolder(folder: string): void {
  const missing: string[] = []
  for (let each = resolve(folder); !existsSync(each); each = dirname(each)) missing.unshift(each)
  for (const each of missing) makeOne(each)
}

function makeOne(folder: string): void {
  try {
    mkdirSync(folder, { mode: OWNER_ONLY_FOLDER })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    // Somebody else was quicker; and a file system that takes no folders says that there is no such place.
    if (code === 'EEXIST') return
    throw code === 'ENOENT' ? new AppError('engine.readOnly', { cause: code }) : appErrorOf(error)
  }
}
