import type { Incident } from '../../shared/contract/diagnosis.ts'
import type { FaultReport } from '../engine/fault-report.ts'

/** An incident with the lines that it came by, for the file. */
export interface KeptIncident extends Incident {
  readonly stack: readonly string[]
}

/** Different failures that are kept; the one that has not been seen longest goes. Our own default. */
const MOST_KEPT = 50

/** The failures since the program was started. What failed in the same way, in the same line, is one with a count. */
export class Incidents {
  readonly #kept = new Map<string, KeptIncident>()

  /** @returns the incident as it stands now */
  add({ operation, code, error, stack }: FaultReport, nowAt: number): KeptIncident {
    const key = JSON.stringify([operation, code, error, stack[0]])
    const known = this.#kept.get(key)
    const incident: KeptIncident = {
      operation,
      code,
      error,
      stack,
      count: (known?.count ?? 0) + 1,
      firstAt: known?.firstAt ?? nowAt,
      lastAt: nowAt,
    }
    // Taken out first, so that the map's order is that of the last time.
    this.#kept.delete(key)
    this.#kept.set(key, incident)
    const oldest = this.#kept.keys().next().value
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest)
    return incident
  }

  /** The latest first. */
  list(): readonly KeptIncident[] {
    return [...this.#kept.values()].toReversed()
  }
}
