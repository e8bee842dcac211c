import { type Columns, defaulted, flag, integer, orNull, text } from './columns.ts'

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

/** Migration 060: what takes back a step. */
export const undoTables = {
  undo_slip: undoSlipTable,
}
