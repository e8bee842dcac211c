import type { InternalResultOf } from '../../../shared/contract/internal/index.ts'
import type { ArrivalReport } from '../../../shared/contract/internal/lobby.ts'
import { readTicket } from '../../../shared/domain/lobby/ticket.ts'
import type { WriteContext } from '../../engine/context.ts'
import { insertArrivalEvent } from '../../records/arrivals/arrival-events.ts'
import { STRANGER } from '../../records/visits/write-visit.ts'
import { personOfKey } from './person-of-key.ts'
import { receive } from './receive.ts'
import { announced } from './visit-row.ts'

type Reported = InternalResultOf<'lobby.report'>

/** What Settings shows of an event beside its outcome: never a number, only of which kind it was. */
interface EventSummary {
  readonly ticket: string | null
  readonly key: ArrivalReport['key']['kind']
  readonly why?: 'ticket-taken'
}

/**
 * An arrival that a source reports (L1). Whoever is found by the whole number is known; a number that nobody or more
 * than one person has makes a stranger, because an arrival is never guessed. What says nothing is kept as unreadable.
 */
export function report(context: WriteContext, { source, business, key, ...read }: ArrivalReport): Reported {
  const ticket = read.ticket === null ? null : readTicket(read.ticket)
  const person = personOfKey(context.connection, key)
  const summary: EventSummary = { ticket, key: key.kind }
  if (ticket === null && person === 'unreadable') return unreadable(context, source, summary)
  const isKnown = typeof person === 'object'
  const visitor = isKnown ? { personId: person.id, personUid: person.uid, leadId: null } : STRANGER
  const received = receive(context, { ticket, business, source, visitor })
  if (received.outcome === 'ticket-taken') {
    return unreadable(context, source, { ...summary, why: 'ticket-taken' })
  }
  const outcome = person === 'unknown' && received.outcome === 'arrived' ? 'unknown' : received.outcome
  context.note({ source, outcome })
  const { uid } = announced(context, received.id, { source, ticket, business, personUid: visitor.personUid })
  insertArrivalEvent(context, { source, outcome, summary, visitId: received.id })
  return { outcome, visitUid: uid }
}

function unreadable(context: WriteContext, source: string, summary: EventSummary): Reported {
  context.note({ source, outcome: 'unreadable' })
  context.publish({ source, outcome: 'unreadable' })
  insertArrivalEvent(context, { source, outcome: 'unreadable', summary, visitId: null })
  return { outcome: 'unreadable', visitUid: null }
}
