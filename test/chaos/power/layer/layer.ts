import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

const SOURCE = join(import.meta.dirname, 'watched-writes.c')

/** Preloading is how Linux puts a layer under a process; elsewhere these tests have no disk to forget things on. */
export const mayPreload = process.platform === 'linux'

/** The compiled layer, for as long as a test file runs. */
export class Layer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'huiyan-layer-'))
  readonly #library = join(this.#folder, 'watched-writes.so')

  constructor() {
    const options = ['-shared', '-fPIC', '-O2', '-Wall', '-Werror', '-o', this.#library, SOURCE]
    execFileSync('gcc', [...options, '-ldl', '-lpthread'])
  }

  /** Runs a script of Node over the layer to its end. */
  async run(order: WatchedRun): Promise<{ readonly exitCode: number | null; readonly stdout: string }> {
    const child = spawn(process.execPath, [...order.script], {
      env: {
        PATH: process.env.PATH ?? '',
        LD_PRELOAD: this.#library,
        LAYER_ROOT: order.root,
        // Rings in the kernel would write past every library call.
        UV_USE_IO_URING: '0',
        ...order.env,
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [stdout] = await Promise.all([text(child.stdout), once(child, 'close')])
    return { exitCode: child.exitCode, stdout }
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

export interface WatchedRun {
  /** The folder that is watched, absolute and without links. */
  readonly root: string
  readonly script: readonly string[]
  /** `LAYER_JOURNAL` and `LAYER_FULL` among them. */
  readonly env: Readonly<Record<string, string>>
}
