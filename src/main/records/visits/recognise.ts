import { isOpen } from '../../../shared/domain/lobby/visit.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { integer, orNull, type RowOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { joinLead, partLead } from '../leads/join.ts'
import { endForgottenVisits, joinVisits } from './join-visits.ts'
import { openVisitOf } from './read-visits.ts'
import { type Visitor, writeLead, writePerson } from './write-visit.ts'

const { visit, customer } = TABLES

const KNOWN = {
  state: visit.state,
  personId: orNull(customer.id),
  personUid: orNull(customer.uid),
  leadId: visit.lead_id,
  /** Who the lead's stranger turned out to be. */
  leadPersonId: orNull(integer),
}

/** A visit before it is said whose it is. */
type Known = RowOf<typeof KNOWN>

const KNOWN_OF_VISIT = read(
  KNOWN,
  `SELECT visit.state, person.id AS personId, person.uid AS personUid, visit.lead_id AS leadId,
     coalesce(joined.merged_into, joined.id) AS leadPersonId
   FROM visit
   LEFT JOIN customer AS holder ON holder.id = visit.customer_id
   LEFT JOIN customer AS person ON person.id = coalesce(holder.merged_into, holder.id)
   LEFT JOIN lead ON lead.id = visit.lead_id
   LEFT JOIN customer AS joined ON joined.id = lead.customer_id
   WHERE visit.id = ?`,
)

/**
 * Writes who a visitor is (L2), and joins them to the visit that the person has open. A lead that the visit came from
 * becomes the person's (L7). Where the person was named in error that is taken back first, and a visitor whom nobody
 * knows after all is the lead's stranger again.
 * @returns the number of the visit that stays
 */
export function recognise(context: WriteContext, id: number, said: Visitor): number {
  const { personId } = said
  const leadId = leadNamed(context, id, said)
  writeLead(context, id, leadId)
  const keptId = putTogether(context, id, personId)
  writePerson(context, keptId, personId)
  if (personId !== null && leadId !== null) joinLead(context, leadId, personId)
  return keptId
}

/** The lead that a visit names once it is said who the visitor is. */
function leadNamed(context: WriteContext, id: number, { personId, leadId }: Visitor): number | null {
  const before = knownOf(context.connection, id)
  if (before === undefined) return leadId
  const isParted = before.personId !== personId && takeBack(context, id, before)
  if (leadId !== null || before.leadId === null) return leadId
  const leadPersonId = isParted ? null : before.leadPersonId
  // Whoever was never said to be a customer is a stranger without a lead, if somebody says so.
  if (personId === null) return isParted ? before.leadId : null
  return leadPersonId === null || leadPersonId === personId ? before.leadId : null
}

/** @returns whether the lead of the visit is a stranger's again */
function takeBack(context: WriteContext, id: number, { personUid, leadId }: Known): boolean {
  if (personUid === null) return false
  context.about(personUid)
  return leadId !== null && partLead(context, leadId, id)
}

function knownOf(connection: ReadConnection, id: number): Known | undefined {
  return KNOWN_OF_VISIT.get(connection, id)
}

/** Nobody is here twice: the visit that the person has open and this one become one. */
function putTogether(context: WriteContext, id: number, personId: number | null): number {
  const { connection, todayOn } = context
  const state = knownOf(connection, id)?.state
  if (personId === null || state === undefined || !isOpen(state)) return id
  endForgottenVisits(context, personId)
  const other = openVisitOf(connection, personId, todayOn)
  if (other === undefined || other === id) return id
  return joinVisits(context, id, other)
}
