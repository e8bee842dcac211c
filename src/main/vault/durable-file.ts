import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { refusalOf } from '../engine/faults.ts'

/** Only the account that runs the product reads its files. */
export const OWNER_ONLY = 0o600
export const OWNER_ONLY_FOLDER = 0o700

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
    throw refusalOf(error)
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
