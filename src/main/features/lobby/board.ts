import type { Board, BoardVisit, Visit } from '../../../shared/contract/lobby.ts'
import { averageWait, isOpen } from '../../../shared/domain/lobby/visit.ts'
import type { ReadContext } from '../../engine/context.ts'
import { personByUid } from '../../records/people/person.ts'
import { promptsFor } from '../../records/prompts/read-prompts.ts'
import { type FoundVisit, openVisitOf, visitById, visitsOfDay } from '../../records/visits/read-visits.ts'

/** Today's arrivals (L1), masked. */
export function board(context: ReadContext): Board {
  const visits = visitsOfDay(context.connection, context.todayOn).map((found) => withPrompts(context, found))
  return {
    visits,
    counts: {
      arrived: visits.length,
      waiting: visits.filter(({ state }) => state === 'waiting').length,
      averageWaitMs: averageWait(visits, context.nowAt),
    },
  }
}

/** Whoever went needs neither prompt nor block; the hundreds of a day's end cost nothing. */
function withPrompts(context: ReadContext, { id, personId, visit }: FoundVisit): BoardVisit {
  if (personId === null || !isOpen(visit.state)) return { ...visit, prompt: null, blocks: [] }
  const { connection, todayOn, nowAt, settings } = context
  const { prompts, blocks } = promptsFor(connection, personId, { todayOn, nowAt, settings, visitId: id })
  return { ...visit, prompt: prompts[0] ?? null, blocks }
}

/** The open visit of a person, whichever of their records is named; null where they are not here. */
export function visitOf({ connection, todayOn }: ReadContext, customerUid: string): Visit | null {
  const person = personByUid(connection, customerUid)
  const id = person === undefined ? undefined : openVisitOf(connection, person.id, todayOn)
  return id === undefined ? null : (visitById(connection, id)?.visit ?? null)
}
