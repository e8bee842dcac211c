import type { Connection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { integer } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read, write } from '../../engine/statement.ts'
import { recountAfterJoining } from '../consents/record-consent.ts'
import { addStep } from './steps.ts'

const { lead } = TABLES

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
export const JOINED_BY_PHONE = read(
  { leadId: lead.id, personId: integer },
  `
  WITH record (id) AS MATERIALIZED (
    SELECT value FROM json_each(?)
    UNION ALL SELECT customer.id FROM json_each(?) JOIN customer ON customer.merged_into = json_each.value)
  SELECT lead.id AS leadId, min(coalesce(customer.merged_into, customer.id)) AS personId
  FROM record JOIN customer ON customer.id = record.id
  JOIN lead ON lead.phone = customer.phone
  WHERE lead.customer_id IS NULL AND customer.created_at >= lead.created_at
    AND substr(customer.name, 1, length(lead.surname)) = lead.surname
  GROUP BY lead.id HAVING count(DISTINCT coalesce(customer.merged_into, customer.id)) = 1`,
)

const ANY_STRANGER = read(
  { found: integer },
  'SELECT 1 AS found FROM lead WHERE phone IS NOT NULL AND customer_id IS NULL LIMIT 1',
)

const JOIN_BY_IMPORT = write(
  `UPDATE lead SET customer_id = ?, joined_at = ?, joined_on = ?, joined_import_id = ?, updated_at = ?,
       version = version + 1 WHERE id = ?`,
)

const TELL_OF_IMPORT = write(
  `INSERT INTO lead_step (lead_id, state, note, at, staff_no, kind)
     SELECT lead.id, lead.state, '', ?, run.staff_no, 'joined' FROM lead
     JOIN import_run AS run ON run.id = lead.joined_import_id WHERE lead.id = ?`,
)

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
  if (ANY_STRANGER.get(connection) === undefined) return 0
  const touched = JSON.stringify(customerIds)
  const found = JOINED_BY_PHONE.all(connection, touched, touched)
  for (const { leadId, personId } of found) {
    JOIN_BY_IMPORT.run(connection, personId, nowAt, todayOn, importId, nowAt, leadId)
    TELL_OF_IMPORT.run(connection, nowAt, leadId)
  }
  return found.length
}

const DROP_STEPS_OF_IMPORT = write(
  `DELETE FROM lead_step WHERE kind = 'joined' AND lead_id IN (SELECT id FROM lead WHERE joined_import_id = ?)`,
)

const PART_FROM_IMPORT = write(
  `UPDATE lead SET customer_id = NULL, joined_at = NULL, joined_on = NULL, joined_import_id = NULL,
         updated_at = ?, version = version + 1 WHERE joined_import_id = ?`,
)

/** Parts the strangers whom an import joined from its customers, before these go. */
export function partLeadsOfImport(connection: Connection, importId: number, nowAt: number): void {
  DROP_STEPS_OF_IMPORT.run(connection, importId)
  PART_FROM_IMPORT.run(connection, nowAt, importId)
}

const JOIN_STRANGER = read(
  { state: lead.state },
  `UPDATE lead SET customer_id = ?, joined_at = ?, joined_on = ?, updated_at = ?, version = version + 1
       WHERE id = ? AND customer_id IS NULL RETURNING state`,
)

/**
 * A person saw who the stranger is, such as when their visit was identified. A lead that is joined already stays as it is.
 * @param personId the record that others were merged into
 */
export function joinLead(context: WriteContext, leadId: number, personId: number): void {
  const { connection, nowAt, todayOn } = context
  const joined = JOIN_STRANGER.get(connection, personId, nowAt, todayOn, nowAt, leadId)
  if (joined === undefined) return
  addStep(context, leadId, { kind: 'joined', state: joined.state })
  recountAfterJoining(context, leadId, personId)
  context.changed('lead')
}

const PERSON_OF_LEAD = read(
  { customerId: lead.customer_id },
  'SELECT customer_id AS customerId FROM lead WHERE id = ?',
)

const PART_STRANGER = write(
  `UPDATE lead SET customer_id = NULL, joined_at = NULL, joined_on = NULL, updated_at = ?, version = version + 1
       WHERE id = ? AND joined_on = ? AND joined_import_id IS NULL AND closed_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM visit
           WHERE visit.customer_id = lead.customer_id AND visit.lead_id = lead.id AND visit.id <> ?)`,
)

const DROP_JOINED_STEP = write(`DELETE FROM lead_step WHERE lead_id = ? AND kind = 'joined'`)

/**
 * Takes back what a person saw today: the stranger whose visit it is was somebody else after all. A lead that an import
 * joined, that was closed upon it, or that brought the same person here another time, stays joined.
 * @param visitId the visit that is no longer the person's
 * @returns whether the lead is a stranger's again
 */
export function partLead(context: WriteContext, leadId: number, visitId: number): boolean {
  const { connection, nowAt, todayOn } = context
  const personId = PERSON_OF_LEAD.get(connection, leadId)?.customerId
  const { changes } = PART_STRANGER.run(connection, nowAt, leadId, todayOn, visitId)
  if (changes === 0 || personId == null) return false
  DROP_JOINED_STEP.run(connection, leadId)
  recountAfterJoining(context, leadId, personId)
  context.changed('lead', 'lead_step', 'consent')
  return true
}
