import type { ReportArrival } from '../arrivals/arrival-source.ts'
import type { ArrivalStation } from '../arrivals/arrival-station.ts'
import type { TableName } from '../engine/schema.ts'
import type { OpenDesk } from './open-desk.ts'

/** Works beside the windows for as long as somebody is signed in, also while the desk is locked. */
export interface Attendant {
  arrive(desk: OpenDesk): void
  /** A committed write changed these tables. */
  changed(tables: readonly TableName[]): void
  /** The branch is closed after this: whatever still writes is waited for. */
  leave(): void | Promise<void>
}

/** Several attendants as one. One that fails to leave keeps none of the others, and nobody signed in. */
export function together(...attendants: readonly Attendant[]): Attendant {
  return {
    arrive: (desk) => {
      for (const each of attendants) each.arrive(desk)
    },
    changed: (tables) => {
      for (const each of attendants) each.changed(tables)
    },
    leave: async () => {
      await Promise.allSettled(attendants.map(async (each) => each.leave()))
    },
  }
}

/** Lets the sources of arrivals listen while the branch is open; what they tell is told in the name of who signed in. */
export function attendArrivals(station: ArrivalStation): Attendant {
  return {
    arrive: (desk) => station.open(reportsTo(desk)),
    changed: () => undefined,
    leave: () => station.close(),
  }
}

function reportsTo({ engine, staff }: OpenDesk): ReportArrival {
  return {
    arrived: (report) => engine.internal('lobby.report', report, staff),
    unreadable: async (source, reason) => {
      await engine.internal('arrivals.unreadable', { source, reason }, staff)
    },
  }
}
