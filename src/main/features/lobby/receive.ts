import { type ArrivalSource, type Business, isOpen } from '../../../shared/domain/lobby/visit.ts'
import type { WriteContext } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { read, write } from '../../engine/statement.ts'
import { endForgottenVisits } from '../../records/visits/join-visits.ts'
import { openVisitOf, visitOfTicket } from '../../records/visits/read-visits.ts'
import { recognise, type Visitor } from '../../records/visits/recognise.ts'
import { requireById } from './visit-row.ts'

export interface Arrival {
  readonly ticket: string | null
  readonly business: Business
  readonly visitor: Visitor
  readonly source: ArrivalSource
}

/** `ticket-taken` where the ticket belongs to somebody else, or to a visit that is over. */
export type Received =
  | { readonly outcome: 'arrived' | 'joined'; readonly id: number }
  | { readonly outcome: 'ticket-taken' }

/**
 * Lets somebody in (L1). Whoever is here already is not here twice: another ticket joins their visit, and a ticket that
 * is reported again only says more about who holds it.
 */
export function receive(context: WriteContext, arrival: Arrival): Received {
  const { connection, todayOn } = context
  const { ticket, visitor } = arrival
  const holds = ticket === null ? undefined : visitOfTicket(connection, ticket, todayOn)
  if (holds !== undefined) return receiveAgain(context, holds, visitor)
  const here = visitHere(context, visitor)
  const id = here ?? insertVisit(context, arrival)
  if (ticket !== null) insertTicket(context, ticket, id)
  return { outcome: here === undefined ? 'arrived' : 'joined', id }
}

function receiveAgain(context: WriteContext, holds: number, visitor: Visitor): Received {
  const { personId, visit } = requireById(context.connection, holds)
  if (!isOpen(visit.state)) return { outcome: 'ticket-taken' }
  // A stranger with a lead who is read as a customer has been told from others, not taken for somebody else.
  const known = personId !== null || (visit.lead !== null && visitor.personId === null)
  if (isStranger(visitor) || (personId !== null && personId === visitor.personId)) {
    return { outcome: 'joined', id: holds }
  }
  if (known) return { outcome: 'ticket-taken' }
  return { outcome: 'joined', id: recognise(context, holds, visitor) }
}

function isStranger({ personId, leadId }: Visitor): boolean {
  return personId === null && leadId === null
}

const OPEN_VISIT_OF_LEAD = read(
  { id: TABLES.visit.id },
  `SELECT id FROM visit WHERE on_date = ? AND state IN ('waiting', 'serving') AND lead_id = ?
   ORDER BY arrived_at LIMIT 1`,
)

function visitHere({ connection, todayOn }: WriteContext, { personId, leadId }: Visitor): number | undefined {
  if (personId !== null) return openVisitOf(connection, personId, todayOn)
  if (leadId === null) return undefined
  return OPEN_VISIT_OF_LEAD.get(connection, todayOn, leadId)?.id
}

const INSERT_VISIT = write(
  `INSERT INTO visit (uid, on_date, customer_id, lead_id, business, state, arrived_at, state_at, source,
     created_by, created_at, updated_at)
   VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?, ?, ?, ?, ?)`,
)

function insertVisit(context: WriteContext, { business, visitor, source }: Arrival): number {
  const { connection, nowAt, todayOn, staff } = context
  const { personId, leadId } = visitor
  if (personId !== null) endForgottenVisits(context, personId)
  const uid = context.newUid()
  return INSERT_VISIT.run(
    connection,
    uid,
    todayOn,
    personId,
    leadId,
    business,
    nowAt,
    nowAt,
    source,
    staff.no,
    nowAt,
    nowAt,
  ).lastId
}

const INSERT_TICKET = write('INSERT INTO visit_ticket (on_date, ticket, visit_id, at) VALUES (?, ?, ?, ?)')

function insertTicket(context: WriteContext, ticket: string, visitId: number): void {
  INSERT_TICKET.run(context.connection, context.todayOn, ticket, visitId, context.nowAt)
  context.changed('visit_ticket')
}
