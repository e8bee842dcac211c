import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { PartedVisits } from '../../../shared/contract/lobby.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { WriteContext } from '../../engine/context.ts'
import { visitOfTicket } from '../../records/visits/read-visits.ts'
import { countFromOwnTicket, partTicket } from '../../records/visits/write-visit.ts'
import { announced, requireById, requireVisit } from './visit-row.ts'

/**
 * Parts two visitors who were taken for one because of their tickets (L1). Who was identified stays who they are; the
 * other has waited since their ticket was drawn and is a stranger, even where the first has gone already.
 * @throws AppError `lobby.notFound`, `lobby.notTheirTicket`, `lobby.onlyTicket`
 */
export function part(context: WriteContext, { visitUid, ticket }: ParsedInputOf<'lobby.part'>): PartedVisits {
  const { connection, todayOn } = context
  const { id, visit } = requireVisit(connection, visitUid)
  if (visitOfTicket(connection, ticket, todayOn) !== id)
    throw new AppError('lobby.notTheirTicket', { ticket })
  if (visit.tickets.length === 1) throw new AppError('lobby.onlyTicket', { ticket })
  const partedId = partTicket(context, id, ticket)
  const { visit: parted } = requireById(connection, partedId)
  if (visit.arrivedAt === parted.arrivedAt) countFromOwnTicket(context, id)
  context.note({ partedUid: parted.uid, tickets: visit.tickets.length })
  return { visit: announced(context, id, { ticket, partedUid: parted.uid }), parted }
}
