import type { OperationTime, ReportingWindow } from '../../shared/contract/diagnosis.ts'
import { type FaultReport, uncaughtReport, windowReport } from '../engine/fault-report.ts'
import type { EngineWatch, ThreadEnd, Timing } from '../engine/watch.ts'
import { Incidents, type KeptIncident } from './incidents.ts'
import type { LogLines } from './log-file.ts'

/** Why a process of the system's is gone: `crashed`, `oom`, `killed`. */
export interface ProcessEnd {
  /** `window.workstation`, `window.strip`, `process.GPU`. */
  readonly process: string
  readonly reason: string
}

/** The first of a kind are logged each, then every tenth power: a failure that repeats does not push out the others. */
const LOGGED_EACH = 3
/** A window that fails in a loop is heard this often a minute; the rest tells nothing new. Our own default. */
const WINDOW_REPORTS_A_MINUTE = 20
const MINUTE_MS = 60_000
const PLAIN_REASON = /^[\w .:/-]{1,120}$/

/**
 * Hears of everything that goes wrong or takes long, logs it and keeps it for the about page. It is told names, codes
 * and times and never a value, so that log and page can be shown to anybody.
 */
export class ProgramWatch implements EngineWatch {
  readonly sinceAt: number
  readonly #log: LogLines
  readonly #nowAt: () => number
  readonly #incidents = new Incidents()
  readonly #times = new OperationTimes()
  /** When each window's reports of the last minute came, UTC milliseconds. */
  readonly #reportedAt = new Map<ReportingWindow, readonly number[]>()

  /** @param nowAt reads the clock, UTC milliseconds */
  constructor(log: LogLines, nowAt: () => number) {
    this.#log = log
    this.#nowAt = nowAt
    this.sinceAt = nowAt()
  }

  /** The latest first. */
  get incidents(): readonly KeptIncident[] {
    return this.#incidents.list()
  }

  /** The slowest first. */
  get times(): readonly OperationTime[] {
    return this.#times.slowest()
  }

  failed(report: FaultReport): void {
    const { count } = this.#incidents.add(report, this.#nowAt())
    if (!isLogged(count)) return
    const { operation, code, error, stack } = report
    const what = code === null ? error : `${code} ${error}`
    const head = `failed ${operation} ${what}${count > 1 ? ` (${count} times)` : ''}`
    this.#log.error([head, ...stack.map((frame) => `    at ${frame}`)].join('\n'))
  }

  took(operation: string, timing: Timing): void {
    this.#times.add(operation, timing)
  }

  slow(operation: string, tookMs: number): void {
    this.#log.warn(`slow ${operation} ${Math.round(tookMs)} ms`)
  }

  threadEnded({ mode, cause }: ThreadEnd): void {
    this.failed({ operation: `engine.${mode}`, code: 'engine.stopped', error: plain(cause), stack: [] })
  }

  /** What nobody caught in this process. */
  uncaught(error: unknown): void {
    this.failed(uncaughtReport('main', error))
  }

  /** What nobody caught in a window, by what the window says of it. Too many in a minute are not heard. */
  windowFailed(window: ReportingWindow, error: string, frames: readonly string[]): void {
    const nowAt = this.#nowAt()
    const lately = (this.#reportedAt.get(window) ?? []).filter((at) => Math.abs(nowAt - at) < MINUTE_MS)
    if (lately.length >= WINDOW_REPORTS_A_MINUTE) return
    this.#reportedAt.set(window, [...lately, nowAt])
    this.failed(windowReport(window, error, frames))
  }

  processGone({ process, reason }: ProcessEnd): void {
    this.failed({ operation: process, code: null, error: plain(reason), stack: [] })
  }

  /** Somebody who is none of our windows called the router. @param origin scheme and host, or empty */
  senderRefused(origin: string): void {
    this.failed({ operation: 'ipc.call', code: 'call.untrustedSender', error: plain(origin), stack: [] })
  }
}

function isLogged(count: number): boolean {
  return count <= LOGGED_EACH || Number.isInteger(Math.log10(count))
}

/** Anything that is no name is not written down. */
function plain(text: string): string {
  return PLAIN_REASON.test(text) ? text : 'unnamed'
}

/** A clock in milliseconds tells no more than that. */
const tenths = (ms: number) => Math.round(ms * 10) / 10

/** Per operation: how often, how long altogether, how long at worst. There are as many as there are operations and jobs. */
class OperationTimes {
  readonly #kept = new Map<string, Timing>()

  add(operation: string, timing: Timing): void {
    const { steps, totalMs, slowestMs } = this.#kept.get(operation) ?? { steps: 0, totalMs: 0, slowestMs: 0 }
    this.#kept.set(operation, {
      steps: steps + timing.steps,
      totalMs: totalMs + timing.totalMs,
      slowestMs: Math.max(slowestMs, timing.slowestMs),
    })
  }

  /** Those with the slowest call first. */
  slowest(): readonly OperationTime[] {
    return [...this.#kept]
      .map(([operation, { steps, totalMs, slowestMs }]) => ({
        operation,
        count: steps,
        meanMs: steps === 0 ? 0 : tenths(totalMs / steps),
        slowestMs: tenths(slowestMs),
      }))
      .toSorted((one, other) => other.slowestMs - one.slowestMs)
  }
}
