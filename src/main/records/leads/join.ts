import type { Connection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { recountAfterJoining } from '../consents/record-consent.ts'
import { addStep } from './steps.ts'

/** The moment of a joining and what brought it. */
export interface Joining {
  readonly nowAt: number
  readonly todayOn: string
  readonly importId: number
}

/**
 * Strangers whose whole number one of these people has, by any of their records. Only a record that is younger than the
 * lead, because whoever was a customer before was offered when the lead was saved; and only where the surname agrees,
 * because numbers are given to somebody else after some years.
 */
export const JOINED_BY_PHONE = `
  WITH record (id) AS MATERIALIZED (
    SELECT value FROM json_each(?)
    UNION ALL SELECT customer.id FROM json_each(?) JOIN customer ON customer.merged_into = json_each.value)
  SELECT lead.id AS leadId, min(coalesce(customer.merged_into, customer.id)) AS personId
  FROM record JOIN customer ON customer.id = record.id
  JOIN lead ON lead.phone = customer.phone
  WHERE lead.customer_id IS NULL AND customer.created_at >= lead.created_at
    AND substr(customer.name, 1, length(lead.surname)) = lead.surname
  GROUP BY lead.id HAVING count(DISTINCT coalesce(customer.merged_into, customer.id)) = 1`

const ANY_STRANGER = 'SELECT 1 FROM lead WHERE phone IS NOT NULL AND customer_id IS NULL LIMIT 1'

/**
 * Joins strangers to the customers they became (L7): the lead stays in its state until a person says that it is
 * converted. One pass over all of them at once; costs a look where no stranger is waiting.
 * @param customerIds people an import touched
 */
export function joinLeadsToPeople(
  connection: Connection,
  customerIds: readonly number[],
  { nowAt, todayOn, importId }: Joining,
): number {
  if (connection.statement(ANY_STRANGER).get() === undefined) return 0
  const touched = JSON.stringify(customerIds)
  const found = connection
    .statement<{ leadId: number; personId: number }>(JOINED_BY_PHONE)
    .all(touched, touched)
  const join = connection.statement(
    `UPDATE lead SET customer_id = ?, joined_at = ?, joined_on = ?, joined_import_id = ?, updated_at = ?,
       version = version + 1 WHERE id = ?`,
  )
  const tell = connection.statement(
    `INSERT INTO lead_step (lead_id, state, note, at, staff_no, kind)
     SELECT lead.id, lead.state, '', ?, run.staff_no, 'joined' FROM lead
     JOIN import_run AS run ON run.id = lead.joined_import_id WHERE lead.id = ?`,
  )
  for (const { leadId, personId } of found) {
    join.run(personId, nowAt, todayOn, importId, nowAt, leadId)
    tell.run(nowAt, leadId)
  }
  return found.length
}

/** Parts the strangers whom an import joined from its customers, before these go. */
export function partLeadsOfImport(connection: Connection, importId: number, nowAt: number): void {
  connection
    .statement(
      `DELETE FROM lead_step WHERE kind = 'joined' AND lead_id IN (SELECT id FROM lead WHERE joined_import_id = ?)`,
    )
    .run(importId)
  connection
    .statement(
      `UPDATE lead SET customer_id = NULL, joined_at = NULL, joined_on = NULL, joined_import_id = NULL,
         updated_at = ?, version = version + 1 WHERE joined_import_id = ?`,
    )
    .run(nowAt, importId)
}

/**
 * A person saw who the stranger is, such as when their visit was identified. A lead that is joined already stays as it is.
 * @param personId the record that others were merged into
 */
export function joinLead(context: WriteContext, leadId: number, personId: number): void {
  const { connection, nowAt, todayOn } = context
  const lead = connection
    .statement<{ state: 'new' | 'contacted' | 'qualified' | 'converted' | 'lost' }>(
      `UPDATE lead SET customer_id = ?, joined_at = ?, joined_on = ?, updated_at = ?, version = version + 1
       WHERE id = ? AND customer_id IS NULL RETURNING state`,
    )
    .get(personId, nowAt, todayOn, nowAt, leadId)
  if (lead === undefined) return
  addStep(context, leadId, { kind: 'joined', state: lead.state })
  recountAfterJoining(context, leadId, personId)
  context.changed('lead')
}

/**
 * Takes back what a person saw today: the stranger whose visit it is was somebody else after all. A lead that an import
 * joined, that was closed upon it, or that brought the same person here another time, stays joined.
 * @param visitId the visit that is no longer the person's
 * @returns whether the lead is a stranger's again
 */
export function partLead(context: WriteContext, leadId: number, visitId: number): boolean {
  const { connection, nowAt, todayOn } = context
  const personId = connection
    .statement<{ customerId: number | null }>('SELECT customer_id AS customerId FROM lead WHERE id = ?')
    .get(leadId)?.customerId
  const { changes } = connection
    .statement(
      `UPDATE lead SET customer_id = NULL, joined_at = NULL, joined_on = NULL, updated_at = ?, version = version + 1
       WHERE id = ? AND joined_on = ? AND joined_import_id IS NULL AND closed_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM visit
           WHERE visit.customer_id = lead.customer_id AND visit.lead_id = lead.id AND visit.id <> ?)`,
    )
    .run(nowAt, leadId, todayOn, visitId)
  if (changes === 0 || personId == null) return false
  connection.statement(`DELETE FROM lead_step WHERE lead_id = ? AND kind = 'joined'`).run(leadId)
  recountAfterJoining(context, leadId, personId)
  context.changed('lead', 'lead_step', 'consent')
  return true
}
