import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FaultReport } from '../../../src/main/engine/fault-report.ts'
import { EnginePool } from '../../../src/main/engine/pool.ts'
import type { RestartClock } from '../../../src/main/engine/thread-slot.ts'
import type { EngineWatch, ThreadEnd, Timing } from '../../../src/main/engine/watch.ts'
import { condemn, type Deathbed } from './deathbed.ts'
import { HEAD } from './open-engine.ts'

const MORTAL_WORKER = new URL('./mortal-worker.ts', import.meta.url)

/** Remembers all that the engine tells about itself. */
export class Notebook implements EngineWatch {
  readonly failures: FaultReport[] = []
  readonly calls: { readonly operation: string; readonly timing: Timing }[] = []
  readonly slowOnes: string[] = []
  readonly ends: ThreadEnd[] = []
  failed = (report: FaultReport) => void this.failures.push(report)
  took = (operation: string, timing: Timing) => void this.calls.push({ operation, timing })
  slow = (operation: string) => void this.slowOnes.push(operation)
  threadEnded = (end: ThreadEnd) => void this.ends.push(end)
}

/** Timers run when a test lets them. */
export class HeldClock implements RestartClock {
  #at = 0
  #timers: (() => void)[] = []
  ranFor = () => this.#at

  after(_milliseconds: number, work: () => void): () => void {
    this.#timers.push(work)
    return () => {
      this.#timers = this.#timers.filter((each) => each !== work)
    }
  }

  get waiting(): number {
    return this.#timers.length
  }

  /** Time passes, and whatever waited for it happens. */
  pass(milliseconds: number): void {
    this.#at += milliseconds
    for (const work of this.#timers.splice(0)) work()
  }
}

export interface MortalEngine {
  readonly engine: EnginePool
  readonly notebook: Notebook
  /** What became of the writer, in order. */
  readonly writer: readonly ('lost' | 'back')[]
  condemn(where: Deathbed, times?: number): void
  close(): Promise<void>
}

/** A founded branch on real threads that can be made to die. */
export async function openMortalEngine(
  options: { readonly readers?: number; readonly clock?: RestartClock } = {},
): Promise<MortalEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'huiyan-mortal-'))
  const file = join(folder, 'branch.db')
  const notebook = new Notebook()
  const writer: ('lost' | 'back')[] = []
  const engine = await EnginePool.open(
    {
      worker: MORTAL_WORKER,
      file,
      dataKey: new Uint8Array(32).fill(7),
      watch: notebook,
      onWriter: (state) => writer.push(state),
      ...options,
    },
    () => {},
  )
  await engine.internal(
    'branch.create',
    { name: '测试网点', demo: false, demoAsOf: null, deviceUid: 'device-1', founder: HEAD },
    HEAD,
  )
  return {
    engine,
    notebook,
    writer,
    condemn: (where, times) => condemn(file, where, times),
    close: async () => {
      await engine.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
