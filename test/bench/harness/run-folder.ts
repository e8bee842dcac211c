import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { cacheFile } from '../../../scripts/electron-runtime/build-cache.ts'

/** A folder on the disk of the kept branches that ends with the run. */
export class RunFolder {
  readonly #path: string
  #count = 0

  constructor() {
    this.#path = mkdtempSync(cacheFile('bench-run-'))
  }

  newFolder(): string {
    this.#count += 1
    const folder = join(this.#path, String(this.#count))
    mkdirSync(folder)
    return folder
  }

  remove(): void {
    rmSync(this.#path, { recursive: true, force: true })
  }
}

/** Copies a closed branch: its database, vault and device secret. */
export function copyBranch(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const name of globSync('{branch.db,vault.json,device.key}', { cwd: from })) {
    copyFileSync(join(from, name), join(to, basename(name)), constants.COPYFILE_FICLONE)
    settle(join(to, basename(name)))
  }
}

/** A copy that still waits to be written would be written by the first durable commit that is measured. */
function settle(file: string): void {
  const opened = openSync(file, 'r+')
  fsyncSync(opened)
  closeSync(opened)
}
