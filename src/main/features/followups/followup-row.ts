import type { FollowupGroup, FollowupRow } from '../../../shared/contract/followups.ts'
import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import { CHANNELS } from '../../../shared/domain/work/contact.ts'
import { barTo } from '../../../shared/domain/work/contact-effects.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { ReadContext } from '../../engine/context.ts'
import { orNull, text } from '../../engine/schema/columns.ts'
import { read } from '../../engine/statement.ts'
import { readIntentLine } from '../../records/intents/intent-line.ts'
import { prohibitionsOf } from '../../records/people/prohibitions.ts'

export interface ReadFollowup {
  readonly open: boolean
  readonly line: FollowupRow
}

/** One row of a list in full, masked; undefined where there is no such intent. */
export function readFollowup(
  { connection, settings }: ReadContext,
  intentId: number,
  group: FollowupGroup,
  asOf: CivilDate,
): ReadFollowup | undefined {
  const found = readIntentLine(connection, intentId, asOf, settings)
  if (found === undefined) return undefined
  const { intent, customer, priority, dueRule, personId, open } = found
  const prohibitions = prohibitionsOf(connection, personId, asOf)
  const closedChannels = CHANNELS.filter((channel) => barTo(prohibitions, channel) !== null)
  const lastContactOn = lastContactWith(connection, personId)
  return { open, line: { intent, customer, group, priority, dueRule, closedChannels, lastContactOn } }
}

const LAST_CONTACT = read(
  { lastOn: orNull(text) },
  `SELECT max(lastOn) AS lastOn FROM (
         SELECT max(on_date) AS lastOn FROM contact WHERE customer_id = ?
         UNION ALL
         SELECT (SELECT max(on_date) FROM contact WHERE customer_id = record.id) FROM customer AS record
         WHERE record.merged_into = ?)`,
)

/** The last contact with the person about anything, by anyone. */
function lastContactWith(connection: ReadConnection, personId: number): CivilDate | null {
  return LAST_CONTACT.get(connection, personId, personId)?.lastOn ?? null
}
