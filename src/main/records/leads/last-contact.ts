import type { ReadConnection } from '../../engine/connection.ts'
import { text } from '../../engine/schema/columns.ts'
import { read } from '../../engine/statement.ts'

/** What lies between UTC and the civil day of the branch, in seconds: Asia/Shanghai has no summer time. */
const SHANGHAI_SECONDS = 8 * 3_600

/**
 * The day of the last contact with a stranger as SQL: when the lead was last moved on because somebody spoke with them,
 * or the last contact with the customer they turned out to be. Empty where there was none.
 * @param lead what the query calls the lead
 * @param facts what it calls the `customer_facts` of that customer, which may be missing
 */
export function contactedOn(lead: string, facts: string): string {
  return `max(coalesce(${facts}.last_contact_on, ''), coalesce((
    SELECT date(max(step.at) / 1000 + ${SHANGHAI_SECONDS}, 'unixepoch') FROM lead_step AS step
    WHERE step.lead_id = ${lead}.id AND step.kind = 'moved' AND step.state IN ('contacted', 'qualified', 'converted')
  ), ''))`
}

const LAST_CONTACT = read(
  { lastOn: text },
  `SELECT ${contactedOn('lead', 'facts')} AS lastOn FROM lead
   LEFT JOIN customer AS holder ON holder.id = lead.customer_id
   LEFT JOIN customer_facts AS facts ON facts.customer_id = coalesce(holder.merged_into, holder.id)
   WHERE lead.id = ?`,
)

/** The day of the last contact with the person behind a lead; null where there was none. */
export function lastContactOn(connection: ReadConnection, leadId: number): string | null {
  const lastOn = LAST_CONTACT.get(connection, leadId)?.lastOn ?? ''
  return lastOn === '' ? null : lastOn
}
