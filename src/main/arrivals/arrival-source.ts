import type { SourceState } from '../../shared/contract/arrivals.ts'
import type { ArrivalReport } from '../../shared/contract/internal/lobby.ts'
import type { UnreadableReason } from '../../shared/domain/lobby/arrival-message.ts'
import type { ArrivalSource as SourceName } from '../../shared/domain/lobby/visit.ts'

export interface ReportOutcome {
  readonly outcome: 'arrived' | 'joined' | 'unreadable' | 'unknown'
}

/** Where sources report to while somebody is signed in. Both reject with `AppError` where the branch takes nothing. */
export interface ReportArrival {
  arrived(report: ArrivalReport): Promise<ReportOutcome>
  /** A message that told of nobody; what was in it is not passed on. */
  unreadable(source: SourceName, reason: UnreadableReason): Promise<void>
}

/** Time as a source lives in it. */
export interface SourceClock {
  /** UTC milliseconds. */
  nowAt(): number
  /** Calls `work` once after that many milliseconds; the returned function takes it back. */
  after(milliseconds: number, work: () => void): () => void
}

/** What every source is given. */
export interface SourceContext {
  readonly sessions: ReportArrival
  readonly clock: SourceClock
  /** To be called when `state()` would answer something new. */
  changed(): void
}

/**
 * Something that tells who came (L1). It runs from `start` to `stop`, once; what it finds it reports to the session it was
 * made with. No source keeps, logs or passes on more than the one arrival it read out of a message.
 */
export interface ArrivalSource {
  readonly name: SourceName
  start(): void
  /**
   * Takes in nothing new. Resolves when what was under way is over: reported and, where it is a file, put away, or left
   * for the next time. Afterwards nothing is reported and nothing is moved, unless a drive did not answer for
   * so long that it was given up on. Never rejects.
   */
  stop(): Promise<void>
  state(): SourceState
}
