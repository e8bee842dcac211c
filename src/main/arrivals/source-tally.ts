import type { ReadMessage, UnreadableReason } from '../../shared/domain/lobby/arrival-message.ts'
import type { ArrivalSource as SourceName } from '../../shared/domain/lobby/visit.ts'
import type { ReportArrival, ReportOutcome, SourceClock } from './arrival-source.ts'

/** A machine that talks nonsense fills no journal: so many of its messages a minute are written down, ours. */
const UNREADABLE_A_MINUTE = 20
const MINUTE_MS = 60_000

/** Passes on what one source read: an arrival as it is, a message without one by its reason. */
export class SourceTally {
  readonly #source: SourceName
  readonly #sessions: ReportArrival
  readonly #clock: SourceClock
  #minuteFromAt = Number.NEGATIVE_INFINITY
  #inMinute = 0

  constructor(source: SourceName, sessions: ReportArrival, clock: SourceClock) {
    this.#source = source
    this.#sessions = sessions
    this.#clock = clock
  }

  async report(read: ReadMessage): Promise<ReportOutcome> {
    if (read.ok) return this.#sessions.arrived({ source: this.#source, ...read.arrival })
    await this.unreadable(read.reason)
    return { outcome: 'unreadable' }
  }

  async unreadable(reason: UnreadableReason): Promise<void> {
    const nowAt = this.#clock.nowAt()
    if (Math.abs(nowAt - this.#minuteFromAt) >= MINUTE_MS) {
      this.#minuteFromAt = nowAt
      this.#inMinute = 0
    }
    this.#inMinute += 1
    if (this.#inMinute <= UNREADABLE_A_MINUTE) await this.#sessions.unreadable(this.#source, reason)
  }
}
