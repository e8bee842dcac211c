import type { Role } from '../../../shared/domain/branch/roles.ts'
import { blob, type Columns, defaulted, flag, integer, key, orNull, text, textOf } from './columns.ts'

const branchTable = {
  id: integer,
  uid: text,
  name: text,
  demo: flag,
  demo_as_of: orNull(text),
  device_uid: text,
  created_at: integer,
} satisfies Columns

const staffTable = {
  id: key,
  uid: text,
  no: text,
  name: text,
  role: textOf<Role>(),
  active: defaulted(flag),
  created_at: integer,
  updated_at: integer,
  version: defaulted(integer),
  passphrase_due: defaulted(flag),
} satisfies Columns

const settingTable = {
  name: text,
  value: text,
  updated_at: integer,
  version: defaulted(integer),
} satisfies Columns

const yearNoticeTable = {
  year: integer,
  days: text,
  imported_at: integer,
} satisfies Columns

const dayOverrideTable = {
  on_date: text,
  working: flag,
  reason: text,
} satisfies Columns

const outboxTable = {
  seq: key,
  operation_id: text,
  operation: text,
  staff_no: text,
  at: integer,
  payload: text,
  first_link: orNull(integer),
  last_link: orNull(integer),
} satisfies Columns

const auditTable = {
  seq: integer,
  at: integer,
  staff_no: text,
  action: text,
  customer_uid: orNull(text),
  detail: text,
  previous_hash: blob,
  hash: blob,
} satisfies Columns

/** Migration 010: the branch itself, its staff and settings, and both ledgers. */
export const foundationTables = {
  branch: branchTable,
  staff: staffTable,
  setting: settingTable,
  year_notice: yearNoticeTable,
  day_override: dayOverrideTable,
  outbox: outboxTable,
  audit: auditTable,
}
