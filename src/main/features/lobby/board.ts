import type { Board, Visit } from '../../../shared/contract/lobby.ts'
import { averageWait } from '../../../shared/domain/visit.ts'
import type { ReadContext } from '../../engine/context.ts'
import { personByUid } from '../../engine/reading/person.ts'
import { openVisitOf, visitById, visitsOfDay } from '../../engine/visits/read-visits.ts'

/** Today's arrivals (L1), masked. */
export function board({ connection, todayOn, nowAt }: ReadContext): Board {
  const visits = visitsOfDay(connection, todayOn).map(({ visit }) => visit)
  return {
    visits,
    counts: {
      arrived: visits.length,
      waiting: visits.filter(({ state }) => state === 'waiting').length,
      averageWaitMs: averageWait(visits, nowAt),
    },
  }
}

/** The open visit of a person, whichever of their records is named; null where they are not here. */
export function visitOf({ connection, todayOn }: ReadContext, customerUid: string): Visit | null {
  const person = personByUid(connection, customerUid)
  const id = person === undefined ? undefined : openVisitOf(connection, person.id, todayOn)
  return id === undefined ? null : (visitById(connection, id)?.visit ?? null)
}
