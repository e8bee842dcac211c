import type { FSWatcher } from 'chokidar'
import type { SourceState } from '../../../shared/contract/arrivals.ts'
import type { ArrivalMapping } from '../../../shared/domain/lobby/arrival-settings.ts'
import type { ArrivalSource, SourceContext } from '../arrival-source.ts'
import { errorState, stateOfFailure } from '../source-error.ts'
import { SourceTally } from '../source-tally.ts'
import { FolderRound, SETTLED_MS } from './folder-round.ts'
import type { ReadFile } from './look-at-file.ts'

/** Watching is silent on many network drives, so the folder is also looked at this often (our own default). */
const SWEEP_MS = 5_000
/** A file that is being read or put away when somebody wants to sign out is waited for this long at most (our own default). */
const FINISH_MS = 10_000

/**
 * A folder that a queue machine writes small files into. The watcher is only a bell: what is to be done is read from the
 * folder itself, in rounds that never overlap.
 */
export class FolderSource implements ArrivalSource {
  readonly name = 'folder'
  readonly #path: string | null
  readonly #around: SourceContext
  readonly #round: FolderRound | null
  #state: SourceState = { state: 'running' }
  #watcher: FSWatcher | null = null
  #stopped = false
  #running: Promise<void> | null = null
  #escalationLevel = false
  #dropTimer: () => void = () => {}

  /** @param read how a file is read, where not as any other */
  constructor(path: string | null, mapping: ArrivalMapping, around: SourceContext, read?: ReadFile) {
    this.#path = path
    this.#around = around
    const tally = new SourceTally(this.name, around.sessions, around.clock)
    const { clock } = around
    this.#round =
      path === null
        ? null
        : new FolderRound({ folder: path, mapping, tally, clock, read, stopped: () => this.#stopped })
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

  /**
   * The file at hand is finished: told of and put away, or left in the folder where it was not told of yet. A network
   * drive that answers no more is not waited for beyond that: it may take minutes, and somebody wants to sign out.
   */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#dropTimer()
    const unwatched = this.#watcher?.close()
    await this.#round?.silence()
    await this.#over(Promise.allSettled([this.#running, unwatched]))
  }

  /** Resolves with the work, or when its drive was waited for long enough. */
  async #over(work: Promise<unknown>): Promise<void> {
    await new Promise<void>((resolve) => {
      const stopWaiting = this.#around.clock.after(FINISH_MS, resolve)
      void work.then(() => {
        stopWaiting()
        resolve()
      })
    })
  }

  #ring(): void {
    if (this.#stopped || this.#round === null) return
    if (this.#running !== null) {
      this.#escalationLevel = true
      return
    }
    this.#dropTimer()
    this.#running = this.#look(this.#round).then((nextMs) => {
      this.#running = null
      if (this.#stopped) return
      this.#dropTimer = this.#around.clock.after(this.#escalationLevel ? SETTLED_MS : nextMs, () =>
        this.#ring(),
      )
      this.#escalationLevel = false
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
