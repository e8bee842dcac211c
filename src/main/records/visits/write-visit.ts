import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import type { ArrivalSource, Business, VisitStatus } from '../../../shared/domain/lobby/visit.ts'
import type { Connection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { type Write, write } from '../../engine/statement.ts'
import { moveArrivalEvents } from '../arrivals/arrival-events.ts'
import { endForgottenVisits } from './join-visits.ts'
import type { FoundVisit } from './read-visits.ts'

/** Who somebody is, as it stands in a visit; both are null for a stranger. */
export interface Visitor {
  readonly personId: number | null
  readonly personUid: string | null
  readonly leadId: number | null
}

export const STRANGER: Visitor = { personId: null, personUid: null, leadId: null }

export interface NewVisit {
  /** Null where nobody asked. */
  readonly business: Business | null
  readonly visitor: Visitor
  readonly source: ArrivalSource
}

const INSERT_VISIT = write(
  `INSERT INTO visit (uid, on_date, customer_id, lead_id, business, state, arrived_at, state_at, source,
     created_by, created_at, updated_at)
   VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?, ?, ?, ?, ?)`,
)

/**
 * Somebody is here and waits (L1). What the person forgot to end on another day ends first.
 * @returns the number of the visit
 */
export function insertVisit(context: WriteContext, { business, visitor, source }: NewVisit): number {
  const { connection, nowAt, todayOn, staff } = context
  const { personId, leadId } = visitor
  if (personId !== null) endForgottenVisits(context, personId)
  const values = [todayOn, personId, leadId, business, nowAt, nowAt, source, staff.no, nowAt, nowAt]
  const { lastId } = INSERT_VISIT.run(connection, context.newUid(), ...values)
  context.changed('visit')
  return lastId
}

const INSERT_TICKET = write('INSERT INTO visit_ticket (on_date, ticket, visit_id, at) VALUES (?, ?, ?, ?)')

/** A visit holds one more ticket of today. */
export function insertTicket(context: WriteContext, ticket: string, visitId: number): void {
  INSERT_TICKET.run(context.connection, context.todayOn, ticket, visitId, context.nowAt)
  context.changed('visit_ticket')
}

const WRITE_STATUS = write(
  `UPDATE visit SET customer_id = ?, state = ?, state_at = ?, state_before = ?, state_before_at = ?,
     served_before = ?, served_by = ?, updated_at = ?, version = version + 1
   WHERE id = ?`,
)

/** Writes where a visit stands now. Its person is written along, because a merge may have passed meanwhile. */
export function writeStatus(
  { connection, nowAt, changed }: WriteContext,
  { id, personId }: FoundVisit,
  { state, stateAt, before, servedBy }: VisitStatus,
): void {
  const stoodBefore = [before?.state ?? null, before?.stateAt ?? null, before?.servedBy ?? null]
  WRITE_STATUS.run(connection, personId, state, stateAt, ...stoodBefore, servedBy, nowAt, id)
  changed('visit')
}

/** What the first words at the entrance found out; no product where the clue is taken back. */
export type VisitFinding =
  | { readonly kind: 'business'; readonly business: Business }
  | { readonly kind: 'clue'; readonly product: ProductCode | null }
  | { readonly kind: 'do-not-disturb'; readonly on: boolean }

type FindingColumn = 'business' | 'clue' | 'do_not_disturb'

const SET_COLUMN: Record<FindingColumn, Write> = {
  business: settingOf('business'),
  clue: settingOf('clue'),
  do_not_disturb: settingOf('do_not_disturb'),
}

function settingOf(column: FindingColumn): Write {
  return write(`UPDATE visit SET ${column} = ?, updated_at = ?, version = version + 1 WHERE id = ?`)
}

export function writeFinding(
  { connection, nowAt, changed }: WriteContext,
  id: number,
  found: VisitFinding,
): void {
  const [column, value] = columnOf(found)
  SET_COLUMN[column].run(connection, value, nowAt, id)
  changed('visit')
}

function columnOf(found: VisitFinding): [FindingColumn, string | number] {
  switch (found.kind) {
    case 'business':
      return ['business', found.business]
    case 'clue':
      return ['clue', found.product ?? '']
    case 'do-not-disturb':
      return ['do_not_disturb', found.on ? 1 : 0]
  }
}

const NAME_STRANGER = write(
  `UPDATE visit SET lead_id = ?, updated_at = ?, version = version + 1
   WHERE id = ? AND customer_id IS NULL AND lead_id IS NULL`,
)

/** The stranger of a visit is a lead from now on; who is known already stays who they are. */
export function nameLead({ connection, nowAt, changed }: WriteContext, id: number, leadId: number): void {
  if (NAME_STRANGER.run(connection, leadId, nowAt, id).changes > 0) changed('visit')
}

const NAME_LEAD = write('UPDATE visit SET lead_id = ? WHERE id = ?')

/** The lead that a visit came from; `writePerson` follows and counts the version up. */
export function writeLead({ connection }: WriteContext, id: number, leadId: number | null): void {
  NAME_LEAD.run(connection, leadId, id)
}

const NAME_PERSON = write(
  'UPDATE visit SET customer_id = ?, updated_at = ?, version = version + 1 WHERE id = ?',
)

/** Whose visit it is; null for somebody whom nobody knows after all. */
export function writePerson(
  { connection, nowAt, changed }: WriteContext,
  id: number,
  personId: number | null,
): void {
  NAME_PERSON.run(connection, personId, nowAt, id)
  changed('visit')
}

const INSERT_PARTED = write(
  `INSERT INTO visit (uid, on_date, business, state, arrived_at, state_at, source, created_by, created_at, updated_at)
   SELECT ?, visit.on_date, visit.business, 'waiting', ticket.at, ticket.at, visit.source, ?, ?, ?
   FROM visit JOIN visit_ticket AS ticket ON ticket.visit_id = visit.id
   WHERE visit.id = ? AND ticket.on_date = ? AND ticket.ticket = ?`,
)

const MOVE_TICKET = write('UPDATE visit_ticket SET visit_id = ? WHERE on_date = ? AND ticket = ?')

/**
 * A ticket of today gets a visit of its own, of a stranger who has waited since it was drawn. With it goes what a
 * source reported of it.
 * @returns the number of the new visit
 */
export function partTicket(context: WriteContext, id: number, ticket: string): number {
  const { connection, todayOn, nowAt, staff, changed } = context
  const { lastId } = INSERT_PARTED.run(
    connection,
    context.newUid(),
    staff.no,
    nowAt,
    nowAt,
    id,
    todayOn,
    ticket,
  )
  moveArrivalEvents(context, { from: id, to: lastId }, ticket)
  MOVE_TICKET.run(connection, lastId, todayOn, ticket)
  changed('visit', 'visit_ticket')
  return lastId
}

const COUNT_FROM_FIRST_TICKET = write(
  `UPDATE visit SET arrived_at = own.first_at,
     state_at = CASE WHEN visit.state = 'waiting' THEN own.first_at ELSE visit.state_at END,
     updated_at = ?, version = visit.version + 1
   FROM (SELECT min(at) AS first_at FROM visit_ticket WHERE visit_id = ?) AS own WHERE visit.id = ?`,
)

/** Whoever was here by the other's ticket arrived with their own. */
export function countFromOwnTicket({ connection, nowAt, changed }: WriteContext, id: number): void {
  COUNT_FROM_FIRST_TICKET.run(connection, nowAt, id, id)
  changed('visit')
}

const THESE = 'IN (SELECT value FROM json_each(?))'

const DROP_TICKETS = write(`DELETE FROM visit_ticket WHERE visit_id ${THESE}`)

const EMPTY_VISITS = write(
  `UPDATE visit SET customer_id = NULL, lead_id = NULL, clue = '', version = version + 1 WHERE id ${THESE}`,
)

/**
 * Takes out of visits who it was and what they were after (P3); that somebody came, and how long they waited, stays.
 * @param ids numbers of visits as a JSON array
 */
export function emptyVisits(connection: Connection, ids: string): void {
  DROP_TICKETS.run(connection, ids)
  EMPTY_VISITS.run(connection, ids)
}
