import { guardedCall } from '../../../src/main/session/guarded-call.ts'
import { GuessGuard } from '../../../src/main/session/guess-guard.ts'
import { lookedForBy } from '../../../src/main/session/looked-for.ts'
import type { EngineName, InputOf, ResultOf } from '../../../src/shared/contract/index.ts'
import { operationNamed } from '../../../src/shared/contract/index.ts'
import type { SessionStaff } from '../../../src/shared/contract/session.ts'
import type { ArrivalKey } from '../../../src/shared/domain/lobby/arrival-message.ts'
import type { TestEngine } from '../engine/open-engine.ts'

/** The router's way to the engine for one member of the staff, past the guard, on a clock that the test sets. */
export class GuardedDoor {
  readonly #engine: TestEngine
  readonly #staff: SessionStaff
  #guard: GuessGuard

  constructor(engine: TestEngine, staff: SessionStaff) {
    this.#engine = engine
    this.#staff = staff
    this.#guard = this.#newGuard()
  }

  /** Rejects with `AppError`. */
  ask<N extends EngineName>(name: N, input: InputOf<N>): Promise<ResultOf<N>> {
    const parsed = operationNamed(name)?.input.parse(input)
    const work = async () => this.#engine.run(name, input, this.#staff)
    // The guard hands back what the work answered.
    return guardedCall(this.#guard, name, parsed, work) as Promise<ResultOf<N>>
  }

  /** A number that a scanner typed, or a machine in the lobby read. */
  scan(key: ArrivalKey): Promise<unknown> {
    const report = { source: 'wedge', ticket: null, business: null, key } as const
    return this.#guard.before(lookedForBy(key), async () =>
      this.#engine.runner.run('lobby.report', report, this.#staff),
    )
  }

  /** A name that is looked up, and whose answer comes when the test lets it. */
  holds(text: string, work: () => Promise<unknown>): Promise<unknown> {
    return guardedCall(this.#guard, 'customers.search', { text, limit: 8 }, async () => {
      await work()
      return { ticket: null, lines: [], more: false }
    })
  }

  /** What the process remembers is gone; what the branch knows is not. */
  async signOutAndIn(): Promise<void> {
    await this.#guard.end()
    this.#guard = this.#newGuard()
  }

  #newGuard(): GuessGuard {
    const { runner } = this.#engine
    return new GuessGuard({
      staff: this.#staff,
      engine: {
        // The runner answers each name with its declared result.
        internal: async (name, input, staff) => runner.run(name, input, staff).value as never,
      },
    })
  }
}
