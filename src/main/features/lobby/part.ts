import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { PartedVisits, Visit } from '../../../shared/contract/lobby.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { WriteContext } from '../../engine/context.ts'
import { integer } from '../../engine/schema/columns.ts'
import { read } from '../../engine/statement.ts'
import { takeOver } from '../../records/visits/join-visits.ts'
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

/**
 * Makes one visit of two again, while the one that was parted is as it was: a stranger who waits.
 * @throws AppError `lobby.notFound`, `lobby.partMoved`
 */
export function undoPart(
  context: WriteContext,
  { visitUid, partedUid }: ParsedInputOf<'lobby.undoPart'>,
): Visit {
  const { connection } = context
  const kept = requireVisit(connection, visitUid)
  const parted = requireVisit(connection, partedUid)
  if (kept.id === parted.id || !isUntouched(context, parted.id)) throw new AppError('lobby.partMoved')
  takeOver(context, kept.id, parted.id)
  context.note({ partedUid })
  return announced(context, kept.id, { partedUid })
}

const UNTOUCHED_STRANGER = read(
  { found: integer },
  `SELECT 1 AS found FROM visit WHERE id = ? AND on_date = ? AND created_by = ? AND version = 1 AND state = 'waiting'
     AND customer_id IS NULL AND lead_id IS NULL`,
)

/** A stranger whom this member of the staff parted from somebody, and with whom nothing was done since. */
function isUntouched({ connection, staff, todayOn }: WriteContext, id: number): boolean {
  return UNTOUCHED_STRANGER.get(connection, id, todayOn, staff.no) !== undefined
}
