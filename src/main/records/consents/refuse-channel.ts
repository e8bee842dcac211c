import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import type { Channel } from '../../../shared/domain/work/contact.ts'
import type { WriteContext } from '../../engine/context.ts'
import { integer, orNull } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read, write } from '../../engine/statement.ts'
import { RECORDS_OF_PERSON } from '../people/person.ts'

/** On which day a channel was refused, and who wrote it down; nobody where it came with the demo. */
export interface RefusalMoment {
  readonly on: CivilDate
  readonly by: string | null
}

const INSERT_REFUSAL = write(
  'INSERT OR IGNORE INTO refusal (customer_id, channel, on_date, staff_no) VALUES (?, ?, ?, ?)',
)

/** A person wants no more of a channel (P3). The first refusal stands: its day is the one the customer is owed. */
export function refuseChannel(
  context: WriteContext,
  personId: number,
  channel: Channel,
  { on, by }: RefusalMoment = { on: context.todayOn, by: context.staff.no },
): void {
  const { changes } = INSERT_REFUSAL.run(context.connection, personId, channel, on, by)
  if (changes > 0) context.changed('refusal')
}

const { refusal } = TABLES

const STANDING_REFUSALS = read(
  { recordId: refusal.customer_id, on: refusal.on_date, staffNo: refusal.staff_no },
  `SELECT customer_id AS recordId, on_date AS "on", staff_no AS staffNo FROM refusal
   WHERE customer_id IN (${RECORDS_OF_PERSON}) AND channel = ?`,
)

const NEWEST_MARKETING_CONSENT = read(
  { id: orNull(integer) },
  `SELECT max(id) AS id FROM consent WHERE customer_id = ? AND purpose = 'marketing'`,
)

const INSERT_REOPENING = write(
  `INSERT INTO channel_reopening (uid, customer_id, channel, refused_on, refused_by, consent_id, at, on_date,
     staff_no) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
)

const LIFT_REFUSAL = write('DELETE FROM refusal WHERE customer_id = ? AND channel = ?')

/** No consent has this number, so the database refuses to reopen a channel by it. */
const NO_CONSENT = 0

/**
 * Takes the refusals of a channel off all records of a person, and keeps what each was and by which consent it fell; the
 * consent to marketing is in the register already.
 */
export function reopenChannel(context: WriteContext, personId: number, channel: Channel): void {
  const { connection, nowAt, todayOn, staff } = context
  const standing = STANDING_REFUSALS.all(connection, personId, personId, channel)
  const consentId = NEWEST_MARKETING_CONSENT.get(connection, personId)?.id ?? NO_CONSENT
  for (const { recordId, on, staffNo } of standing) {
    const before = [recordId, channel, on, staffNo, consentId]
    INSERT_REOPENING.run(connection, context.newUid(), ...before, nowAt, todayOn, staff.no)
    LIFT_REFUSAL.run(connection, recordId, channel)
  }
  if (standing.length > 0) context.changed('refusal', 'channel_reopening')
}
