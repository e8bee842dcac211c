import type { OperationTime } from '../../shared/contract/diagnosis.ts'
import type { Timing } from '../engine/watch.ts'

/** A clock in milliseconds tells no more than that. */
const tenths = (ms: number) => Math.round(ms * 10) / 10

/** Per operation: how often, how long altogether, how long at worst. There are as many as there are operations and jobs. */
export class OperationTimes {
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
