import type { VisitIdentity } from '../../../shared/contract/lobby.ts'
import { Refusal } from '../../../shared/domain/branch/refusal.ts'
import type { Connection } from '../../engine/connection.ts'
import { requirePerson } from '../../records/people/person.ts'
import { STRANGER, type Visitor } from '../../records/visits/recognise.ts'

/**
 * The visitor that a window named. A lead that has become a customer is that customer.
 * @throws Refusal `customers.notFound`, `lobby.leadUnknown`
 */
export function visitorOf(connection: Connection, who: VisitIdentity): Visitor {
  switch (who.kind) {
    case 'stranger':
      return STRANGER
    case 'customer': {
      const person = requirePerson(connection, who.customerUid)
      return { personId: person.id, personUid: person.uid, leadId: null }
    }
    case 'lead':
      return visitorOfLead(connection, who.leadUid)
  }
}

function visitorOfLead(connection: Connection, leadUid: string): Visitor {
  const lead = connection
    .statement<{ leadId: number; personId: number | null; personUid: string | null }>(
      `SELECT lead.id AS leadId, person.id AS personId, person.uid AS personUid FROM lead
       LEFT JOIN customer AS record ON record.id = lead.customer_id
       LEFT JOIN customer AS person ON person.id = coalesce(record.merged_into, record.id)
       WHERE lead.uid = ?`,
    )
    .get(leadUid)
  if (lead === undefined) throw new Refusal('lobby.leadUnknown')
  return lead
}
