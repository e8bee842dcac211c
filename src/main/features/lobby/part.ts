import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { PartedVisits, Visit } from '../../../shared/contract/lobby.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { WriteContext } from '../../engine/context.ts'
import { integer } from '../../engine/schema/columns.ts'
import { read, write } from '../../engine/statement.ts'
import { takeOver } from '../../records/visits/join-visits.ts'
import { visitOfTicket } from '../../records/visits/read-visits.ts'
import { requireById, requireVisit, told } from './visit-row.ts'

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
  const partedId = insertParted(context, id, ticket)
  moveTicket(context, { from: id, to: partedId }, ticket)
  const { visit: parted } = requireById(connection, partedId)
  if (visit.arrivedAt === parted.arrivedAt) countFromOwnTicket(context, id)
  context.note({ partedUid: parted.uid, tickets: visit.tickets.length })
  return { visit: told(context, id, { ticket, partedUid: parted.uid }), parted }
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
  return told(context, kept.id, { partedUid })
}

const INSERT_PARTED = write(
  `INSERT INTO visit (uid, on_date, business, state, arrived_at, state_at, source, created_by, created_at, updated_at)
   SELECT ?, visit.on_date, visit.business, 'waiting', ticket.at, ticket.at, visit.source, ?, ?, ?
   FROM visit JOIN visit_ticket AS ticket ON ticket.visit_id = visit.id
   WHERE visit.id = ? AND ticket.on_date = ? AND ticket.ticket = ?`,
)

function insertParted(context: WriteContext, id: number, ticket: string): number {
  const { connection, todayOn, nowAt, staff } = context
  return INSERT_PARTED.run(connection, context.newUid(), staff.no, nowAt, nowAt, id, todayOn, ticket).lastId
}

const MOVE_EVENTS_OF_TICKET = write(
  `UPDATE arrival_event SET visit_id = ? WHERE visit_id = ? AND summary ->> 'ticket' = ?`,
)

const MOVE_TICKET = write('UPDATE visit_ticket SET visit_id = ? WHERE on_date = ? AND ticket = ?')

/** With the ticket goes what a source reported of it. */
function moveTicket(
  { connection, todayOn, changed }: WriteContext,
  { from, to }: { readonly from: number; readonly to: number },
  ticket: string,
): void {
  if (MOVE_EVENTS_OF_TICKET.run(connection, to, from, ticket).changes > 0) changed('arrival_event')
  MOVE_TICKET.run(connection, to, todayOn, ticket)
  changed('visit_ticket')
}

const COUNT_FROM_FIRST_TICKET = write(
  `UPDATE visit SET arrived_at = own.first_at,
     state_at = CASE WHEN visit.state = 'waiting' THEN own.first_at ELSE visit.state_at END,
     updated_at = ?, version = visit.version + 1
   FROM (SELECT min(at) AS first_at FROM visit_ticket WHERE visit_id = ?) AS own WHERE visit.id = ?`,
)

/** Whoever was here by the other's ticket arrived with their own. */
function countFromOwnTicket({ connection, nowAt }: WriteContext, id: number): void {
  COUNT_FROM_FIRST_TICKET.run(connection, nowAt, id, id)
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
