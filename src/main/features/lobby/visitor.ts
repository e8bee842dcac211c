import type { VisitIdentity } from '../../../shared/contract/lobby.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { orNull } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { requirePerson } from '../../records/people/person.ts'
import { STRANGER, type Visitor } from '../../records/visits/write-visit.ts'

/**
 * The visitor that a window named. A lead that has become a customer is that customer.
 * @throws AppError `customers.notFound`, `lobby.leadUnknown`
 */
export function visitorOf(connection: ReadConnection, who: VisitIdentity): Visitor {
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

const VISITOR_OF_LEAD = read(
  {
    leadId: TABLES.lead.id,
    personId: orNull(TABLES.customer.id),
    personUid: orNull(TABLES.customer.uid),
  },
  `SELECT lead.id AS leadId, person.id AS personId, person.uid AS personUid FROM lead
   LEFT JOIN customer AS record ON record.id = lead.customer_id
   LEFT JOIN customer AS person ON person.id = coalesce(record.merged_into, record.id)
   WHERE lead.uid = ?`,
)

function visitorOfLead(connection: ReadConnection, leadUid: string): Visitor {
  const lead = VISITOR_OF_LEAD.get(connection, leadUid)
  if (lead === undefined) throw new AppError('lobby.leadUnknown')
  return lead
}
