import type { SearchResult, TicketHit } from '../../../../shared/contract/customers.ts'
import { ticketsMeant } from '../../../../shared/domain/lobby/ticket.ts'
import type { ReadContext } from '../../../engine/context.ts'
import { type FoundVisit, visitById, visitOfTicket } from '../../../records/visits/read-visits.ts'
import { searchCustomers } from './search.ts'

/**
 * What the one box finds (L2): who holds the ticket that was typed comes first, then everybody whom the text finds by
 * their own keys, because A17 may also be a customer number.
 */
export function search(context: ReadContext, text: string, limit: number): SearchResult {
  const people = searchCustomers(context.connection, text, limit)
  const held = holderOf(context, text)
  if (held === null) return { ...people, ticket: null }
  const { ticket, found } = held
  const { customer, uid: visitUid } = found.visit
  const hit: TicketHit = { ticket, visitUid, customerUid: customer?.uid ?? null }
  if (customer === null) return { ...people, ticket: hit }
  const others = people.lines.filter(({ uid }) => uid !== customer.uid)
  const lines = [{ ...customer, matched: 'ticket' as const }, ...others]
  return { lines: lines.slice(0, limit), more: people.more || lines.length > limit, ticket: hit }
}

/** The ticket that a text names, with the visit that drew it. */
export function holderOf(
  { connection, todayOn }: ReadContext,
  text: string,
): { ticket: string; found: FoundVisit } | null {
  for (const ticket of ticketsMeant(text)) {
    const id = visitOfTicket(connection, ticket, todayOn)
    const found = id === undefined ? undefined : visitById(connection, id)
    if (found !== undefined) return { ticket, found }
  }
  return null
}
