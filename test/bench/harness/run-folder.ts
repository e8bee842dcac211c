import { constants, copyFileSync, globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** A folder beside the kept store, on the same disk, that ends with the run. */
export class RunFolder {
  readonly #path: string
  #count = 0

  constructor(beside: string) {
    this.#path = mkdtempSync(join(dirname(beside), 'bench-run-'))
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
  }
}
