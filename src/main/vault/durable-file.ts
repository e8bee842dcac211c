import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { appErrorOf } from '../engine/faults.ts'
import { syncFolder } from '../engine/flush.ts'
import { OWNER_ONLY, OWNER_ONLY_FOLDER } from '../engine/owner-only.ts'
import { writeDurably } from '../engine/write-durably.ts'

export { OWNER_ONLY, OWNER_ONLY_FOLDER, syncFolder, writeDurably }

/**
 * Makes a folder and those above it that are missing, for the owner alone; they survive a power cut. One by one: asked for all at once, Node goes
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
    syncFolder(dirname(folder))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    // Somebody else was quicker; and a file system that takes no folders says that there is no such place.
    if (code === 'EEXIST') return
    throw code === 'ENOENT' ? new AppError('engine.readOnly', { cause: code }) : appErrorOf(error)
  }
}
