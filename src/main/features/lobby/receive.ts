import { isOpen } from '../../../shared/domain/lobby/visit.ts'
import type { WriteContext } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { openVisitOf, visitOfSameTicket } from '../../records/visits/read-visits.ts'
import { recognise } from '../../records/visits/recognise.ts'
import { insertTicket, insertVisit, type NewVisit, type Visitor } from '../../records/visits/write-visit.ts'
import { requireById } from './visit-row.ts'

export interface Arrival extends NewVisit {
  readonly ticket: string | null
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
  const holds = ticket === null ? undefined : visitOfSameTicket(connection, ticket, todayOn)
  if (holds !== undefined) return receiveAgain(context, holds, visitor)
  const here = visitHere(context, visitor)
  const id = here ?? insertVisit(context, arrival)
  if (ticket !== null) insertTicket(context, ticket, id)
  return { outcome: here === undefined ? 'arrived' : 'joined', id }
}

function receiveAgain(context: WriteContext, holds: number, visitor: Visitor): Received {
  const { personId, visit } = requireById(context.connection, holds)
  if (!isOpen(visit.state)) return { outcome: 'ticket-taken' }
  // A stranger with a lead who is read as a customer was told apart from others, not taken for somebody else.
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
