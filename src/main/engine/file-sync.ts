import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Makes what was written into a file survive a power cut, whoever wrote it. */
export function syncFile(path: string): void {
  // Windows flushes only what it may write.
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
