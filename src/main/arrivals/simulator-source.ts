import type { SourceState } from '../../shared/contract/arrivals.ts'
import type { Morning, PlannedArrival } from '../../shared/demo/morning.ts'
import type { ArrivalKey } from '../../shared/domain/lobby/arrival-message.ts'
import type { ArrivalSource, SourceContext } from './arrival-source.ts'
import { stateOfFailure } from './source-error.ts'

export interface Rehearsal {
  readonly morning: Morning
  /** By what each customer of the morning is known, in their order. */
  readonly keys: readonly ArrivalKey[]
  /** How many times faster than a real morning. */
  readonly compression: number
}

const STRANGER: ArrivalKey = { kind: 'none' }

/** Replays a morning of a demo branch, one report after the other, and ends by itself. */
export class SimulatorSource implements ArrivalSource {
  readonly name = 'simulator'
  readonly #rehearsal: Rehearsal
  readonly #around: SourceContext
  #state: SourceState = { state: 'running' }
  #arrived = 0
  #startedAt = 0
  #stopped = false
  #last: Promise<void> = Promise.resolve()
  #dropTimer: () => void = () => {}

  constructor(rehearsal: Rehearsal, around: SourceContext) {
    this.#rehearsal = rehearsal
    this.#around = around
  }

  state(): SourceState {
    return this.#state
  }

  progress(): { readonly arrived: number; readonly planned: number } {
    return { arrived: this.#arrived, planned: this.#rehearsal.morning.arrivals.length }
  }

  start(): void {
    this.#startedAt = this.#around.clock.nowAt()
    this.#wait()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#dropTimer()
    await this.#last
  }

  #wait(): void {
    if (this.#stopped) return
    const next = this.#rehearsal.morning.arrivals[this.#arrived]
    if (next === undefined) {
      this.#become({ state: 'off' })
      return
    }
    const { clock } = this.#around
    const dueAt = this.#startedAt + next.afterMs / this.#rehearsal.compression
    this.#dropTimer = clock.after(Math.max(0, dueAt - clock.nowAt()), () => {
      this.#last = this.#report(next)
    })
  }

  async #report({ ticket, business, person }: PlannedArrival): Promise<void> {
    const key = person === null ? STRANGER : (this.#rehearsal.keys[person] ?? STRANGER)
    // Whom nobody knows and who has no ticket cannot be reported.
    const sayable = ticket !== null || key.kind !== 'none'
    try {
      if (sayable) await this.#around.sessions.arrived({ source: this.name, ticket, business, key })
      this.#arrived += 1
      this.#around.changed()
      this.#wait()
    } catch (error) {
      this.#become(stateOfFailure(error))
    }
  }

  #become(state: SourceState): void {
    this.#state = state
    if (!this.#stopped) this.#around.changed()
  }
}
