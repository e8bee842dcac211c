import type { FSWatcher } from 'chokidar'
import type { SourceState } from '../../../shared/contract/arrivals.ts'
import type { ArrivalMapping } from '../../../shared/domain/arrival-settings.ts'
import type { ArrivalSource, SourceSurroundings } from '../arrival-source.ts'
import { errorState, stateOfFailure } from '../source-error.ts'
import { SourceTally } from '../source-tally.ts'
import { FolderRound, SETTLED_MS } from './folder-round.ts'

/** Watching is silent on many network drives, so the folder is also looked at this often (ours). */
const SWEEP_MS = 5_000

/**
 * A folder that a queue machine writes small files into. The watcher is only a bell: what is to be done is read from the
 * folder itself, in rounds that never overlap.
 */
export class FolderSource implements ArrivalSource {
  readonly name = 'folder'
  readonly #path: string | null
  readonly #around: SourceSurroundings
  readonly #round: FolderRound | null
  #state: SourceState = { state: 'running' }
  #watcher: FSWatcher | null = null
  #stopped = false
  #running: Promise<void> | null = null
  #rung = false
  #dropTimer: () => void = () => {}

  constructor(path: string | null, mapping: ArrivalMapping, around: SourceSurroundings) {
    this.#path = path
    this.#around = around
    const tally = new SourceTally(this.name, around.desk, around.clock)
    const { clock } = around
    this.#round =
      path === null
        ? null
        : new FolderRound({ folder: path, mapping, tally, clock, stopped: () => this.#stopped })
  }

  state(): SourceState {
    return this.#state
  }

  start(): void {
    if (this.#path === null) {
      this.#become(errorState('arrivals.noFolder'))
      return
    }
    void this.#watch(this.#path)
    this.#ring()
  }

  /** Loaded with the first folder that is watched: most PCs watch none, and the program's start waits for nothing. */
  async #watch(path: string): Promise<void> {
    const { watch } = await import('chokidar')
    if (this.#stopped) return
    this.#watcher = watch(path, { depth: 0, followSymlinks: false })
    this.#watcher.on('all', () => this.#ring())
    // The folder is looked at from time to time all the same, and a round says what is wrong with it.
    this.#watcher.on('error', () => undefined)
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#dropTimer()
    // Not waited for: on a network drive that answers no more it may take minutes, and somebody wants to sign out.
    void this.#watcher?.close()
    await this.#round?.silence()
  }

  #ring(): void {
    if (this.#stopped || this.#round === null) return
    if (this.#running !== null) {
      this.#rung = true
      return
    }
    this.#dropTimer()
    this.#running = this.#look(this.#round).then((nextMs) => {
      this.#running = null
      if (this.#stopped) return
      this.#dropTimer = this.#around.clock.after(this.#rung ? SETTLED_MS : nextMs, () => this.#ring())
      this.#rung = false
    })
  }

  async #look(round: FolderRound): Promise<number> {
    try {
      const left = await round.run()
      this.#become({ state: 'running' })
      return left === 'waiting' ? SETTLED_MS : SWEEP_MS
    } catch (error) {
      this.#become(stateOfFailure(error))
      return SWEEP_MS
    }
  }

  #become(state: SourceState): void {
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return
    this.#state = state
    if (!this.#stopped) this.#around.changed()
  }
}
