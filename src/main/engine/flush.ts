import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'

/** What some network drives answer who is asked to flush a folder: they keep names by themselves, or cannot be asked. */
const UNASKABLE = ['EINVAL', 'ENOTSUP', 'EACCES', 'EBADF']

/**
 * Makes names that were added to or taken from a folder survive a power cut. A file's own flush does not: its name is a
 * matter of its folder. Windows keeps names by itself.
 */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  try {
    flush(folder, 'r')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!UNASKABLE.includes(code)) throw error
  }
}

/** Makes what was written into a file survive a power cut; who wrote it may have closed it since. */
export function syncFile(path: string): void {
  // Windows flushes only what was opened for writing.
  flush(path, 'r+')
}

/** Moves a file so that the move survives a power cut, before anything that counts on it is done. */
export function moveDurably(
  from: string,
  to: string,
  rename: (from: string, to: string) => void = renameSync,
): void {
  rename(from, to)
  syncFolder(dirname(to))
  if (dirname(from) !== dirname(to)) syncFolder(dirname(from))
}

function flush(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
