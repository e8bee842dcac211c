import { rmSync, writeFileSync } from 'node:fs'

/** Whether the write that finds the disk full still writes a part, as the last free block lets it. */
export type LastWrite = 'whole' | 'short'

/** Tells the layer under this process from which write on the disk is full. */
export class FullDisk {
  readonly #path: string
  #turn = 0

  /** @param path the layer's `LAYER_FULL` */
  constructor(path: string) {
    this.#path = path
  }

  /** The disk is full at the n-th write from now, and stays so until there is room. */
  from(write: number, last: LastWrite): void {
    this.#turn += 1
    writeFileSync(this.#path, `${write} ${last} ${this.#turn}`)
  }

  makeRoom(): void {
    rmSync(this.#path, { force: true })
  }
}
