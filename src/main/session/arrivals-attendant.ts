import type { ReportArrival } from '../arrivals/arrival-source.ts'
import type { ArrivalStation } from '../arrivals/arrival-station.ts'
import type { Attendant } from './attendant.ts'
import type { OpenDesk } from './open-desk.ts'

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
