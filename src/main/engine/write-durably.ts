import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { appErrorOf } from './faults.ts'
import { moveDurably, syncFile } from './flush.ts'
import { OWNER_ONLY } from './owner-only.ts'

/**
 * Replaces a file so that after a power cut either the old or the new content is there, whole: a file beside it is
 * written and synced, takes its name, and then the folder is synced. So it is on a disk that turns out to be full.
 * @param mode who may read a new file; only the account that runs the product where nothing is said
 * @param mayReplace is called when all is on the disk but the name, which may have taken long; what it throws ends the write
 * @throws AppError `engine.diskFull`, `engine.readOnly`
 */
export function writeDurably(
  path: string,
  content: Uint8Array | string,
  mode = OWNER_ONLY,
  mayReplace: () => void = () => {},
): void {
  const beside = `${path}.${process.pid}.new`
  try {
    const file = openSync(beside, 'w', mode)
    try {
      writeFileSync(file, content)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    mayReplace()
    moveDurably(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw appErrorOf(error)
  }
}

/** As `writeDurably`, with the content and the permissions of another file, however large. Rejects as that throws. */
export async function copyDurably(from: string, path: string): Promise<void> {
  const beside = `${path}.${process.pid}.new`
  try {
    await copyFile(from, beside)
    syncFile(beside)
    moveDurably(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw appErrorOf(error)
  }
}
