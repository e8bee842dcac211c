import type { ArrivalReport } from '../../shared/contract/internal/lobby.ts'
import type { ReportArrival } from '../arrivals/arrival-source.ts'
import type { ArrivalStation } from '../arrivals/arrival-station.ts'
import type { TableName } from '../engine/schema.ts'
import { isMadeToWait } from './guess-guard.ts'
import { lookedForBy } from './looked-for.ts'
import type { OpenSession } from './open-session.ts'

/** Works beside the windows for as long as somebody is signed in, also while the screen is locked. */
export interface SessionListener {
  arrive(sessions: OpenSession): void
  /** A committed write changed these tables. */
  changed(tables: readonly TableName[]): void
  /** The branch is closed after this: whatever still writes is waited for. */
  leave(): void | Promise<void>
}

/** Several attendants as one. One that fails to leave keeps none of the others, and nobody signed in. */
export function combineListeners(...listeners: readonly SessionListener[]): SessionListener {
  return {
    arrive: (sessions) => {
      for (const each of listeners) each.arrive(sessions)
    },
    changed: (tables) => {
      for (const each of listeners) each.changed(tables)
    },
    leave: async () => {
      await Promise.allSettled(listeners.map(async (each) => each.leave()))
    },
  }
}

/** Lets the sources of arrivals listen while the branch is open; what they tell is told in the name of who signed in. */
export function arrivalsListener(station: ArrivalStation): SessionListener {
  return {
    arrive: (sessions) => station.open(reportsTo(sessions)),
    changed: () => undefined,
    leave: () => station.close(),
  }
}

/**
 * What a machine read, and what a scanner typed, passes the guard as a typed number does: in the name of who signed in,
 * because nobody else can have given it the number. While they wait, whoever came is let in as a stranger.
 */
function reportsTo({ engine, staff, guesses }: OpenSession): ReportArrival {
  const arrived = (report: ArrivalReport) => engine.internal('lobby.report', report, staff)
  return {
    arrived: (report) =>
      guesses
        .before(lookedForBy(report.key), () => arrived(report))
        .catch((error: unknown) => {
          if (!isMadeToWait(error)) throw error
          return arrived({ ...report, key: { kind: 'none' } })
        }),
    unreadable: async (source, reason) => {
      await engine.internal('arrivals.unreadable', { source, reason }, staff)
    },
  }
}
