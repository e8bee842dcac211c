import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import {
  type Prohibition,
  prohibitionsFor,
  type RefusedChannel,
} from '../../../shared/domain/consent/prohibitions.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { orNull, text } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { withdrawnOn } from '../consents/read-consents.ts'
import { RECORDS_OF_PERSON } from './person.ts'

const { customer, refusal } = TABLES

const PERSON_TO_SELL_TO = read(
  { birthOn: customer.birth_on, riskExpiresOn: customer.risk_expires_on, openComplaintOn: orNull(text) },
  `SELECT birth_on AS birthOn, risk_expires_on AS riskExpiresOn,
     (SELECT min(opened_on) FROM complaint WHERE customer_id IN (${RECORDS_OF_PERSON}) AND resolved_on IS NULL) AS openComplaintOn
   FROM customer WHERE id = ?`,
)

/**
 * Everything that stands against marketing to a person on a day (L4). A refusal or a complaint on any of their records
 * counts for the person.
 * @param personId the record that others were merged into
 */
export function prohibitionsOf(connection: ReadConnection, personId: number, asOf: CivilDate): Prohibition[] {
  const person = PERSON_TO_SELL_TO.get(connection, personId, personId, personId)
  if (person === undefined) return []
  const withdrawn = withdrawnOn(connection, personId)
  const refusals = appErrorsOf(connection, personId)
  // A withdrawn consent is a refusal of marketing as such (P3).
  if (withdrawn !== null) refusals.unshift({ channel: 'all', on: withdrawn })
  return prohibitionsFor({ ...person, refusals, asOf })
}

const REFUSALS_OF_PERSON = read(
  { channel: refusal.channel, on: text },
  `SELECT channel, min(on_date) AS "on" FROM refusal WHERE customer_id IN (${RECORDS_OF_PERSON})
   GROUP BY channel ORDER BY channel`,
)

/** The channels on which the person refused marketing, each with the first day it was said. */
function appErrorsOf(
  connection: ReadConnection,
  personId: number,
): { channel: RefusedChannel; on: CivilDate }[] {
  return REFUSALS_OF_PERSON.all(connection, personId, personId)
}
