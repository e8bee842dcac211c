import type { ListKind } from '../../../shared/contract/followups.ts'
import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import type { PromptKind } from '../../../shared/domain/prompts/prompt-kinds.ts'
import type { Channel, Outcome } from '../../../shared/domain/work/contact.ts'
import type { IntentLevel } from '../../../shared/domain/work/intent.ts'
import { type Columns, defaulted, flag, integer, key, orNull, text, textOf } from './columns.ts'

const intentTable = {
  id: key,
  uid: text,
  customer_id: integer,
  product: textOf<ProductCode>(),
  level: textOf<IntentLevel>(),
  status: textOf<'open' | 'converted' | 'lost' | 'mistaken' | 'undone'>(),
  owner_no: orNull(text),
  warn_on: orNull(text),
  next_on: orNull(text),
  due_rule: orNull(text),
  last_evidence_on: text,
  created_by: text,
  created_at: integer,
  closed_at: orNull(integer),
  closed_note: defaulted(text),
  updated_at: integer,
  version: defaulted(integer),
} satisfies Columns

const intentEvidenceTable = {
  id: key,
  uid: text,
  intent_id: integer,
  level: textOf<IntentLevel>(),
  signals: text,
  note: text,
  on_date: text,
  at: integer,
  staff_no: text,
  before: orNull(text),
  undone_at: orNull(integer),
  from_prompt: orNull(textOf<PromptKind>()),
} satisfies Columns

const contactTable = {
  id: key,
  uid: text,
  customer_id: integer,
  intent_id: orNull(integer),
  channel: text,
  outcome: text,
  marketing: flag,
  note: text,
  on_date: text,
  at: integer,
  staff_no: text,
} satisfies Columns

const contactVersionTable = {
  id: key,
  contact_id: integer,
  channel: textOf<Channel>(),
  outcome: textOf<Outcome>(),
  marketing: flag,
  note: text,
  reason: text,
  corrected_at: integer,
  corrected_by: text,
} satisfies Columns

const customerNoteTable = {
  id: key,
  uid: text,
  customer_id: integer,
  note: text,
  on_date: text,
  at: integer,
  staff_no: text,
} satisfies Columns

const listPrintTable = {
  print_no: key,
  uid: text,
  owner_no: text,
  printed_by: text,
  printed_at: integer,
  as_of: text,
  shred_by: text,
  kind: defaulted(textOf<ListKind>()),
  /** Of a list as a screen has it: JSON of what was asked for, in which columns, and how many there were. */
  shows: orNull(text),
} satisfies Columns

const listPrintRowTable = {
  print_no: integer,
  row_no: integer,
  intent_id: integer,
  group_name: textOf<'overdue' | 'today' | 'tomorrow' | 'later'>(),
} satisfies Columns

const listPrintWorkTable = {
  print_no: integer,
  row_no: integer,
  intent_id: orNull(integer),
  lead_id: orNull(integer),
  referral_id: orNull(integer),
} satisfies Columns

const listPrintPersonTable = {
  print_no: integer,
  row_no: integer,
  customer_id: integer,
} satisfies Columns

/** Migrations 030, 110 and 160: what people want, when they are spoken to, and the lists on paper. */
export const intentsTables = {
  intent: intentTable,
  intent_evidence: intentEvidenceTable,
  contact: contactTable,
  contact_version: contactVersionTable,
  customer_note: customerNoteTable,
  list_print: listPrintTable,
  list_print_row: listPrintRowTable,
  list_print_person: listPrintPersonTable,
  list_print_work: listPrintWorkTable,
}
