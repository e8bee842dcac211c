import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import type { IntentLevel } from '../../../shared/domain/work/intent.ts'
import { type Columns, defaulted, flag, integer, key, orNull, text, textOf } from './columns.ts'

const visitTable = {
  id: key,
  uid: text,
  on_date: text,
  customer_id: orNull(integer),
  lead_id: orNull(integer),
  state: textOf<'waiting' | 'serving' | 'done' | 'left'>(),
  arrived_at: integer,
  state_at: integer,
  state_before: orNull(textOf<'waiting' | 'serving' | 'done' | 'left'>()),
  state_before_at: orNull(integer),
  served_by: orNull(text),
  source: textOf<'hand' | 'wedge' | 'reader' | 'folder' | 'simulator'>(),
  clue: defaulted(text),
  do_not_disturb: defaulted(flag),
  created_by: text,
  created_at: integer,
  updated_at: integer,
  version: defaulted(integer),
  /** Null where nobody was asked. */
  business: orNull(
    textOf<'cash' | 'transfer' | 'account' | 'card' | 'wealth' | 'loan' | 'fx' | 'enquiry' | 'other'>(),
  ),
  served_before: orNull(text),
} satisfies Columns

const visitTicketTable = {
  on_date: text,
  ticket: text,
  visit_id: integer,
  at: integer,
} satisfies Columns

const arrivalEventTable = {
  id: key,
  source: text,
  at: integer,
  outcome: textOf<'arrived' | 'joined' | 'unreadable' | 'unknown'>(),
  summary: text,
  visit_id: orNull(integer),
} satisfies Columns

const promptTable = {
  id: key,
  uid: text,
  customer_id: integer,
  visit_id: orNull(integer),
  kind: text,
  play: text,
  marketing: flag,
  on_date: text,
  shown_at: integer,
  shown_to: text,
  response: orNull(textOf<'accepted' | 'refused' | 'not-now'>()),
  responded_at: orNull(integer),
  responded_by: orNull(text),
} satisfies Columns

const consentTextTable = {
  version: integer,
  zh: text,
  en: text,
  from_date: text,
  staff_no: text,
} satisfies Columns

const consentTable = {
  id: key,
  uid: text,
  customer_id: orNull(integer),
  lead_id: orNull(integer),
  purpose: textOf<'contact' | 'marketing' | 'profiling'>(),
  given: flag,
  text_version: orNull(integer),
  at: integer,
  on_date: text,
  staff_no: text,
} satisfies Columns

const channelReopeningTable = {
  id: key,
  uid: text,
  customer_id: integer,
  channel: textOf<'face' | 'phone' | 'sms' | 'email' | 'app' | 'wechat'>(),
  refused_on: text,
  refused_by: orNull(text),
  consent_id: integer,
  at: integer,
  on_date: text,
  staff_no: text,
} satisfies Columns

const leadTable = {
  id: key,
  uid: text,
  surname: text,
  title: textOf<'mr' | 'ms' | 'other'>(),
  phone: orNull(text),
  phone_tail: orNull(text),
  ticket: orNull(text),
  same_key: text,
  product: textOf<ProductCode>(),
  level: textOf<IntentLevel>(),
  note: text,
  source: textOf<'branch' | 'event' | 'online' | 'introduced'>(),
  state: textOf<'new' | 'contacted' | 'qualified' | 'converted' | 'lost'>(),
  lost_reason: orNull(text),
  owner_no: orNull(text),
  warn_on: orNull(text),
  next_on: orNull(text),
  due_rule: orNull(text),
  customer_id: orNull(integer),
  joined_at: orNull(integer),
  joined_on: orNull(text),
  joined_import_id: orNull(integer),
  created_by: text,
  created_at: integer,
  closed_at: orNull(integer),
  updated_at: integer,
  version: defaulted(integer),
} satisfies Columns

const leadStepTable = {
  id: key,
  lead_id: integer,
  state: text,
  note: text,
  at: integer,
  staff_no: text,
  kind: defaulted(textOf<'saved' | 'asked-again' | 'moved' | 'handed-on' | 'joined'>()),
  detail: defaulted(text),
} satisfies Columns

const referralTable = {
  id: key,
  uid: text,
  customer_id: orNull(integer),
  lead_id: orNull(integer),
  intent_id: orNull(integer),
  handed_on_from: orNull(integer),
  product: textOf<ProductCode>(),
  level: textOf<IntentLevel>(),
  reason: text,
  from_no: text,
  to_no: text,
  backup_no: orNull(text),
  state: textOf<
    'offered' | 'accepted' | 'contacted' | 'qualified' | 'converted' | 'declined' | 'lost' | 'withdrawn'
  >(),
  offered_at: integer,
  accept_by_at: orNull(integer),
  bounced_at: orNull(integer),
  stranded: defaulted(flag),
  accepted_at: orNull(integer),
  contacted_at: orNull(integer),
  qualified_at: orNull(integer),
  closed_at: orNull(integer),
  outcome_note: defaulted(text),
  updated_at: integer,
  version: defaulted(integer),
} satisfies Columns

const referralStepTable = {
  id: key,
  referral_id: integer,
  event: text,
  to_no: text,
  note: text,
  at: integer,
  staff_no: orNull(text),
} satisfies Columns

const routeTable = {
  value: textOf<'high' | 'mid' | 'low'>(),
  level: textOf<IntentLevel>(),
  to_role: orNull(textOf<'teller' | 'lobby' | 'rm' | 'head'>()),
  to_no: orNull(text),
  backup_role: orNull(textOf<'teller' | 'lobby' | 'rm' | 'head'>()),
  backup_no: orNull(text),
  updated_at: integer,
} satisfies Columns

const noticeTable = {
  id: key,
  uid: text,
  staff_no: text,
  kind: text,
  about_uid: orNull(text),
  on_date: text,
  detail: text,
  once_key: text,
  created_at: integer,
  shown_at: orNull(integer),
  seen_at: orNull(integer),
} satisfies Columns

const escalationTable = {
  intent_id: integer,
  step: textOf<'owner' | 'head' | 'high-risk'>(),
  overdue_days: integer,
  since_date: text,
  updated_at: integer,
} satisfies Columns

const retentionRunTable = {
  id: key,
  uid: text,
  at: integer,
  staff_no: text,
  counts: text,
} satisfies Columns

/** Migration 040: who is in the lobby, strangers, referrals, prompts, consents and notices. */
export const lobbyTables = {
  visit: visitTable,
  visit_ticket: visitTicketTable,
  arrival_event: arrivalEventTable,
  prompt: promptTable,
  consent_text: consentTextTable,
  consent: consentTable,
  channel_reopening: channelReopeningTable,
  lead: leadTable,
  lead_step: leadStepTable,
  referral: referralTable,
  referral_step: referralStepTable,
  route: routeTable,
  notice: noticeTable,
  escalation: escalationTable,
  retention_run: retentionRunTable,
}
