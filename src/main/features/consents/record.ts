import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { mayReopen, needsWords } from '../../../shared/domain/consent/consent-change.ts'
import type { Channel } from '../../../shared/domain/work/contact.ts'
import type { WriteContext } from '../../engine/context.ts'
import { integer, orNull } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read, write } from '../../engine/statement.ts'
import { currentConsentText } from '../../records/consents/consent-text.ts'
import { recordConsent } from '../../records/consents/record-consent.ts'
import { requireOpened } from '../../records/people/opened.ts'
import { RECORDS_OF_PERSON, requirePerson, uidsOfPerson } from '../../records/people/person.ts'

/**
 * Writes down what a customer said of being contacted (P3): purposes they agree to or withdraw, channels they refuse or
 * open again. A refused channel opens only with their consent to marketing in the same write, and the database asks for
 * it too.
 * @throws AppError `customers.notFound`, `customers.notOpened`, `consents.reopenNeedsConsent`, `consents.textChanged`
 */
export function record(context: WriteContext, input: ParsedInputOf<'consents.record'>): null {
  const { connection } = context
  const person = requirePerson(connection, input.customerUid)
  requireOpened(context, uidsOfPerson(connection, person.id))
  if (!mayReopen(input)) throw new AppError('consents.reopenNeedsConsent')
  const { version } = currentConsentText(connection)
  if (needsWords(input) && input.textVersion !== version) throw new AppError('consents.textChanged')
  for (const { purpose, given } of input.purposes) {
    recordConsent(context, { customerId: person.id }, { purpose, given, textVersion: given ? version : null })
  }
  for (const { channel, refused } of input.channels) {
    if (refused) refuse(context, person.id, channel)
    else reopen(context, person.id, channel)
  }
  context.about(person.uid)
  context.note(noteOf(input))
  return null
}

const REFUSE = write(
  'INSERT OR IGNORE INTO refusal (customer_id, channel, on_date, staff_no) VALUES (?, ?, ?, ?)',
)

/** The first refusal of a channel stands: its day is the one the customer is owed. */
function refuse(context: WriteContext, personId: number, channel: Channel): void {
  const { connection, todayOn, staff } = context
  const { changes } = REFUSE.run(connection, personId, channel, todayOn, staff.no)
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

const KEEP_REOPENING = write(
  `INSERT INTO channel_reopening (uid, customer_id, channel, refused_on, refused_by, consent_id, at, on_date,
     staff_no) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
)

const LIFT_REFUSAL = write('DELETE FROM refusal WHERE customer_id = ? AND channel = ?')

/** No consent has this number, so the database refuses to reopen a channel by it. */
const NO_CONSENT = 0

/** Takes the refusals of a channel off all records of a person, and keeps what each was and by which consent it fell. */
function reopen(context: WriteContext, personId: number, channel: Channel): void {
  const { connection, nowAt, todayOn, staff } = context
  const standing = STANDING_REFUSALS.all(connection, personId, personId, channel)
  const consentId = NEWEST_MARKETING_CONSENT.get(connection, personId)?.id ?? NO_CONSENT
  for (const { recordId, on, staffNo } of standing) {
    KEEP_REOPENING.run(
      connection,
      context.newUid(),
      recordId,
      channel,
      on,
      staffNo,
      consentId,
      nowAt,
      todayOn,
      staff.no,
    )
    LIFT_REFUSAL.run(connection, recordId, channel)
  }
  if (standing.length > 0) context.changed('refusal', 'channel_reopening')
}

function noteOf({ purposes, channels }: ParsedInputOf<'consents.record'>) {
  const list = (names: readonly string[]) => (names.length === 0 ? null : names.join(' '))
  return {
    given: list(purposes.filter(({ given }) => given).map(({ purpose }) => purpose)),
    withdrawn: list(purposes.filter(({ given }) => !given).map(({ purpose }) => purpose)),
    refused: list(channels.filter(({ refused }) => refused).map(({ channel }) => channel)),
    reopened: list(channels.filter(({ refused }) => !refused).map(({ channel }) => channel)),
  }
}
