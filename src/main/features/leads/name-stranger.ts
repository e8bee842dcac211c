import type { WriteContext } from '../../engine/context.ts'
import { strangersVisit } from '../../records/visits/read-visits.ts'
import { nameLead } from '../../records/visits/write-visit.ts'
import type { KnownStranger } from './stranger.ts'

/**
 * Who waits in the lobby as a stranger is that lead from now on (L7).
 * @throws AppError `lobby.notFound` where they were entered from a visit that is not one of today
 */
export function nameStranger(context: WriteContext, leadId: number, stranger: KnownStranger): void {
  const visitId = strangersVisit(context.connection, stranger, context.todayOn)
  if (visitId !== undefined) nameLead(context, visitId, leadId)
}
