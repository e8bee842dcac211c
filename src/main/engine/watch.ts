import type { FaultReport } from './fault-report.ts'

/** How long one call kept its thread. A job is one call of many steps; the time of a step lasts until its next yield. */
export interface Timing {
  readonly steps: number
  readonly totalMs: number
  readonly slowestMs: number
}

/** Why a thread is gone: the name of an error that nobody caught, or `exit` where there was none. */
export interface ThreadEnd {
  readonly mode: 'writer' | 'reader'
  readonly cause: string
}

/** What the engine tells about itself, for a log and for whoever is on call. Names, codes and times, never a value. */
export interface EngineWatch {
  /** Something failed that no rule refuses: a bug, or the machine. */
  failed(report: FaultReport): void
  /** A call ended, well or not. */
  took(operation: string, timing: Timing): void
  /** A call, or one step of a job, took longer than anybody should wait. Told at once. */
  slow(operation: string, tookMs: number): void
  threadEnded(end: ThreadEnd): void
}

export const UNWATCHED: EngineWatch = {
  failed: () => undefined,
  took: () => undefined,
  slow: () => undefined,
  threadEnded: () => undefined,
}
