import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import {
  type Prohibition,
  prohibitionsFor,
  type RefusedChannel,
} from '../../../shared/domain/consent/prohibitions.ts'
import type { Connection } from '../../engine/connection.ts'
import { withdrawnOn } from '../consents/read-consents.ts'
import { RECORDS_OF_PERSON } from './person.ts'

interface PersonRow {
  readonly birthOn: string | null
  readonly riskExpiresOn: string | null
  readonly openComplaintOn: string | null
}

/**
 * Everything that stands against marketing to a person on a day (L4). A refusal or a complaint on any of their records
 * counts for the person.
 * @param personId the record that others were merged into
 */
export function prohibitionsOf(connection: Connection, personId: number, asOf: CivilDate): Prohibition[] {
  const person = connection
    .statement<PersonRow>(
      `SELECT birth_on AS birthOn, risk_expires_on AS riskExpiresOn,
         (SELECT min(opened_on) FROM complaint WHERE customer_id IN (${RECORDS_OF_PERSON}) AND resolved_on IS NULL) AS openComplaintOn
       FROM customer WHERE id = ?`,
    )
    .get(personId, personId, personId)
  if (person === undefined) return []
  const withdrawn = withdrawnOn(connection, personId)
  const refusals = refusalsOf(connection, personId)
  // A withdrawn consent is a refusal of marketing as such (P3).
  if (withdrawn !== null) refusals.unshift({ channel: 'all', on: withdrawn })
  return prohibitionsFor({ ...person, refusals, asOf })
}

/** The channels on which the person refused marketing, each with the first day it was said. */
function refusalsOf(connection: Connection, personId: number): { channel: RefusedChannel; on: CivilDate }[] {
  return connection
    .statement<{ channel: RefusedChannel; on: CivilDate }>(
      `SELECT channel, min(on_date) AS "on" FROM refusal WHERE customer_id IN (${RECORDS_OF_PERSON})
       GROUP BY channel ORDER BY channel`,
    )
    .all(personId, personId)
}
