import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import type { Tier } from '../../../shared/domain/customer/tiers.ts'
import type { TimelineKind } from '../../../shared/domain/customer/timeline.ts'
import {
  type Columns,
  defaulted,
  flag,
  integer,
  integerOf,
  key,
  orNull,
  real,
  text,
  textOf,
} from './columns.ts'

const importRunTable = {
  id: key,
  uid: text,
  profile_name: text,
  state: textOf<'running' | 'done' | 'cancelled' | 'failed' | 'undone'>(),
  as_of: text,
  staff_no: text,
  started_at: integer,
  finished_at: orNull(integer),
  owner_process: integer,
  heartbeat_at: integer,
  activity: orNull(textOf<'loading' | 'undoing'>()),
  counts: defaulted(text),
  reject_file: orNull(text),
  kept_rows: defaulted(integer),
  error: orNull(text),
  problems: defaulted(text),
  error_detail: defaulted(text),
  files: defaulted(text),
  source_digest: orNull(text),
} satisfies Columns

const importChangeTable = {
  id: key,
  import_id: integer,
  entity: text,
  row_key: text,
  before: text,
} satisfies Columns

const customerTable = {
  id: key,
  uid: text,
  customer_no: text,
  name: text,
  pinyin: text,
  initials: text,
  birth_on: orNull(text),
  sex: defaulted(textOf<'male' | 'female' | 'unknown'>()),
  id_number: orNull(text),
  id_checked: orNull(flag),
  phone: orNull(text),
  /** JSON of every number of the cell with extension and relation, the phone first; null for one plain number. */
  phone_entries: orNull(text),
  occupation: orNull(text),
  employer: orNull(text),
  industry: orNull(text),
  address: orNull(text),
  housing: orNull(text),
  income_fen: orNull(integer),
  marriage: orNull(text),
  education: orNull(text),
  family: orNull(text),
  risk_grade: orNull(text),
  risk_assessed_on: orNull(text),
  risk_expires_on: orNull(text),
  channel_preference: orNull(text),
  hobbies: orNull(text),
  leaning: orNull(text),
  household_no: orNull(text),
  owner_no: orNull(text),
  merged_into: orNull(integer),
  merge_reason: orNull(text),
  merged_under: orNull(integer),
  search_bucket: defaulted(integer),
  source: text,
  import_id: orNull(integer),
  as_of: text,
  created_at: integer,
  updated_at: integer,
  version: defaulted(integer),
} satisfies Columns

const searchKeyTable = {
  kind: integer,
  bucket: integer,
  key: text,
  customer_id: integer,
} satisfies Columns

const searchMoveTable = {
  id: key,
  customer_id: integer,
  bucket: integer,
} satisfies Columns

const accountTable = {
  id: key,
  uid: text,
  account_no: text,
  customer_id: integer,
  kind: textOf<'demand' | 'term' | 'wealth' | 'fund' | 'insurance'>(),
  product_name: text,
  balance_fen: integer,
  balance_source: textOf<'extract' | 'transactions'>(),
  opened_on: orNull(text),
  matures_on: orNull(text),
  rate_percent: orNull(real),
  status: defaulted(textOf<'open' | 'frozen' | 'closed' | 'unknown'>()),
  import_id: orNull(integer),
  as_of: text,
  updated_at: integer,
  version: defaulted(integer),
  balance_unknown: defaulted(flag),
} satisfies Columns

const loanTable = {
  id: key,
  uid: text,
  loan_no: text,
  customer_id: integer,
  account_id: orNull(integer),
  principal_fen: integer,
  balance_fen: orNull(integer),
  started_on: orNull(text),
  ends_on: orNull(text),
  months: orNull(integer),
  payment_fen: orNull(integer),
  status: defaulted(textOf<'running' | 'running-overdue' | 'finished' | 'finished-unpaid' | 'unknown'>()),
  import_id: orNull(integer),
  as_of: text,
  updated_at: integer,
  version: defaulted(integer),
} satisfies Columns

const cardTable = {
  id: key,
  uid: text,
  card_no: text,
  customer_id: integer,
  account_id: orNull(integer),
  number: orNull(text),
  kind: defaulted(textOf<'debit' | 'credit' | 'unknown'>()),
  grade: orNull(text),
  issued_on: orNull(text),
  status: defaulted(textOf<'open' | 'blocked' | 'closed' | 'unknown'>()),
  import_id: orNull(integer),
  as_of: text,
  updated_at: integer,
  version: defaulted(integer),
} satisfies Columns

const txnTable = {
  customer_id: integer,
  on_date: text,
  txn_no: text,
  account_id: integer,
  direction: textOf<'in' | 'out'>(),
  amount_fen: integer,
  balance_fen: orNull(integer),
  kind: text,
  channel: orNull(text),
  note: orNull(text),
  import_id: integer,
  file_no: orNull(integer),
  line: orNull(integer),
} satisfies Columns

const monthRollupTable = {
  customer_id: integer,
  month: text,
  in_fen: integer,
  out_fen: integer,
  active_count: integer,
  end_balance_fen: integer,
} satisfies Columns

const timelineEventTable = {
  id: key,
  uid: text,
  customer_id: integer,
  on_date: text,
  kind: textOf<TimelineKind>(),
  code: text,
  channel: orNull(text),
  product: orNull(textOf<ProductCode>()),
  text: orNull(text),
  staff_no: orNull(text),
  import_id: orNull(integer),
  created_at: integer,
} satisfies Columns

const complaintTable = {
  id: key,
  uid: text,
  customer_id: integer,
  opened_on: text,
  resolved_on: orNull(text),
  summary: text,
} satisfies Columns

const refusalTable = {
  customer_id: integer,
  channel: textOf<'face' | 'phone' | 'sms' | 'email' | 'app' | 'wechat'>(),
  on_date: text,
  staff_no: orNull(text),
} satisfies Columns

const tagTable = {
  id: key,
  customer_id: integer,
  kind: textOf<'identity' | 'business' | 'preference' | 'relation'>(),
  text: text,
  source: text,
  expires_on: orNull(text),
} satisfies Columns

const duplicatePairTable = {
  id: key,
  uid: text,
  left_id: integer,
  right_id: integer,
  reason: textOf<'same-id' | 'same-phone' | 'same-name-and-birth'>(),
  state: defaulted(textOf<'open' | 'same' | 'different'>()),
  import_id: orNull(integer),
  decided_by: orNull(text),
} satisfies Columns

const customerFactsTable = {
  customer_id: integer,
  tier: textOf<Tier>(),
  /** 0 high, 1 mid, 2 low: smaller comes first in every list. */
  value_rank: integerOf<0 | 1 | 2>(),
  aum_fen: integer,
  aum_average_fen: integer,
  deposit_fen: integer,
  investment_fen: integer,
  loan_fen: integer,
  last_active_on: orNull(text),
  last_visit_on: orNull(text),
  largest_90d_fen: integer,
  largest_90d_on: orNull(text),
  enquiries_90d: integer,
  last_enquiry_on: orNull(text),
  next_maturity_on: orNull(text),
  next_maturity_fen: integer,
  inflow_90d_fen: integer,
  outflow_90d_fen: integer,
  retention_percent: orNull(integer),
  salary_months: integer,
  balance_peak_12m_fen: integer,
  unknown_balances: defaulted(integer),
  birth_month_day: orNull(text),
  findings: defaulted(integer),
  as_of: text,
  owner_no: orNull(text),
  /** Empty where nobody ever contacted the person. */
  last_contact_on: defaulted(text),
} satisfies Columns

const customerCountTable = {
  tier: textOf<Tier>(),
  findings: integer,
  people: integer,
} satisfies Columns

const searchRereadTable = {
  id: key,
  done_to: defaulted(integer),
  up_to: integer,
} satisfies Columns

/** Migration 020: people with everything that is imported of them. */
export const customersTables = {
  import_run: importRunTable,
  import_change: importChangeTable,
  customer: customerTable,
  search_key: searchKeyTable,
  search_move: searchMoveTable,
  search_reread: searchRereadTable,
  account: accountTable,
  loan: loanTable,
  card: cardTable,
  txn: txnTable,
  month_rollup: monthRollupTable,
  timeline_event: timelineEventTable,
  complaint: complaintTable,
  refusal: refusalTable,
  tag: tagTable,
  duplicate_pair: duplicatePairTable,
  customer_facts: customerFactsTable,
  customer_count: customerCountTable,
}
