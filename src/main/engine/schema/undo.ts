import type { Channel, Outcome } from '../../../shared/domain/work/contact.ts'
import { type Columns, defaulted, flag, integer, key, orNull, text, textOf } from './columns.ts'

const undoSlipTable = {
  operation_id: text,
  staff_no: text,
  operation: text,
  at: integer,
  audit_seq: integer,
  customer_uid: orNull(text),
  detail: text,
  changes: text,
  taking: defaulted(flag),
} satisfies Columns

const contactVersionTable = {
  id: key,
  contact_id: integer,
  channel: textOf<Channel>(),
  outcome: textOf<Outcome>(),
  note: text,
  corrected_at: integer,
  corrected_by: text,
} satisfies Columns

/** Migration 060: what takes back a step, and contacts with what they said before. */
export const undoTables = {
  undo_slip: undoSlipTable,
  contact_version: contactVersionTable,
}
