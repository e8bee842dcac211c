import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import type { Channel, Outcome } from '../../../../shared/domain/work/contact.ts'
import { mayCorrect } from '../../../../shared/domain/work/correction.ts'
import type { ReadContext } from '../../../engine/context.ts'
import { orNull, type RowOf, text, textOf } from '../../../engine/schema/columns.ts'
import { TABLES } from '../../../engine/schema.ts'
import { read } from '../../../engine/statement.ts'
import { CUSTOMER_LINE, CUSTOMER_LINE_SQL, customerOf } from '../../../records/people/customer-line.ts'
import { requireOpened } from '../../../records/people/opened.ts'
import { uidsOfPerson } from '../../../records/people/person.ts'

const { contact, customer, intent } = TABLES

const CORRECTABLE = {
  ...CUSTOMER_LINE,
  id: contact.id,
  /** The record that others were merged into. */
  personId: customer.id,
  intentId: contact.intent_id,
  product: orNull(intent.product),
  channel: textOf<Channel>(),
  outcome: textOf<Outcome>(),
  marketing: contact.marketing,
  note: contact.note,
  on: contact.on_date,
  staffNo: contact.staff_no,
  staffName: text,
}

/** Unmasked, so it never leaves the handler that read it. */
export type Correctable = RowOf<typeof CORRECTABLE>

const CONTACT_BY_UID = read(
  CORRECTABLE,
  `SELECT ${CUSTOMER_LINE_SQL}, contact.id, customer.id AS personId, contact.intent_id AS intentId, intent.product,
     contact.channel, contact.outcome, contact.marketing, contact.note, contact.on_date AS "on",
     contact.staff_no AS staffNo, coalesce(staff.name, contact.staff_no) AS staffName
   FROM contact ${customerOf('contact')} LEFT JOIN staff ON staff.no = contact.staff_no
   LEFT JOIN intent ON intent.id = contact.intent_id
   WHERE contact.uid = ?`,
)

/**
 * A contact that the caller may correct: an own one, or for the head one of a customer whose panel they have open, so
 * that nobody's words are read past what is recorded (P2).
 * @throws AppError `followups.notFound`, `followups.notYourContact`, `customers.notOpened`
 */
export function requireCorrectable(context: ReadContext, contactUid: string): Correctable {
  const row = CONTACT_BY_UID.get(context.connection, contactUid)
  if (row === undefined) throw new AppError('followups.notFound')
  if (!mayCorrect(context.staff, row.staffNo)) throw new AppError('followups.notYourContact')
  if (row.staffNo !== context.staff.no) requireOpened(context, uidsOfPerson(context.connection, row.personId))
  return row
}
