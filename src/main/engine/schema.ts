import type { ColumnType, Generated, Selectable } from 'kysely'
import type { IntentLevel } from '../../shared/domain/intent.ts'
import type { ProductCode } from '../../shared/domain/products.ts'
import type { Role } from '../../shared/domain/roles.ts'
import type { Tier } from '../../shared/domain/tiers.ts'
import type { TimelineKind } from '../../shared/domain/timeline.ts'

/** A column that the database fills when an insert leaves it out. */
type Defaulted<T> = ColumnType<T, T | undefined, T>
/** 0 or 1. */
type Flag = 0 | 1

export interface BranchTable {
  id: number
  uid: string
  name: string
  demo: Flag
  demo_as_of: string | null
  device_uid: string
  created_at: number
}

export interface StaffTable {
  id: Generated<number>
  uid: string
  no: string
  name: string
  role: Role
  active: Defaulted<Flag>
  created_at: number
  updated_at: number
  version: Defaulted<number>
}

export interface SettingTable {
  name: string
  value: string
  updated_at: number
  version: Defaulted<number>
}

export interface YearNoticeTable {
  year: number
  days: string
  imported_at: number
}

export interface DayOverrideTable {
  on_date: string
  working: Flag
  reason: string
}

export interface OutboxTable {
  seq: Generated<number>
  operation_id: string
  operation: string
  staff_no: string
  at: number
  payload: string
}

export interface AuditTable {
  seq: number
  at: number
  staff_no: string
  action: string
  customer_uid: string | null
  detail: string
  previous_hash: Uint8Array
  hash: Uint8Array
}

export interface ImportRunTable {
  id: Generated<number>
  uid: string
  profile_name: string
  state: 'running' | 'done' | 'cancelled' | 'failed' | 'undone'
  as_of: string
  staff_no: string
  started_at: number
  finished_at: number | null
  owner_process: number
  heartbeat_at: number
  activity: 'loading' | 'undoing' | null
  counts: Defaulted<string>
  reject_file: string | null
  kept_rows: Defaulted<number>
  error: string | null
}

export interface ImportChangeTable {
  id: Generated<number>
  import_id: number
  entity: string
  row_key: string
  before: string
}

export interface CustomerTable {
  id: Generated<number>
  uid: string
  customer_no: string
  name: string
  pinyin: string
  initials: string
  birth_on: string | null
  sex: 'male' | 'female' | 'unknown'
  id_number: string | null
  id_checked: Flag | null
  phone: string | null
  occupation: string | null
  employer: string | null
  industry: string | null
  address: string | null
  housing: string | null
  income_fen: number | null
  marriage: string | null
  education: string | null
  family: string | null
  risk_grade: string | null
  risk_assessed_on: string | null
  risk_expires_on: string | null
  channel_preference: string | null
  hobbies: string | null
  leaning: string | null
  household_no: string | null
  owner_no: string | null
  merged_into: number | null
  merge_reason: string | null
  merged_under: Defaulted<number | null>
  search_bucket: Defaulted<number>
  source: string
  import_id: number | null
  as_of: string
  created_at: number
  updated_at: number
  version: Defaulted<number>
}

export interface SearchKeyTable {
  kind: number
  bucket: number
  key: string
  customer_id: number
}

export interface SearchMoveTable {
  id: Generated<number>
  customer_id: number
  bucket: number
}

export interface AccountTable {
  id: Generated<number>
  uid: string
  account_no: string
  customer_id: number
  kind: 'demand' | 'term' | 'wealth' | 'fund' | 'insurance'
  product_name: string
  balance_fen: number
  balance_source: 'extract' | 'transactions'
  opened_on: string | null
  matures_on: string | null
  rate_percent: number | null
  status: 'open' | 'frozen' | 'closed'
  import_id: number | null
  as_of: string
  updated_at: number
  version: Defaulted<number>
}

export interface LoanTable {
  id: Generated<number>
  uid: string
  loan_no: string
  customer_id: number
  account_id: number | null
  principal_fen: number
  balance_fen: number | null
  started_on: string | null
  ends_on: string | null
  months: number | null
  payment_fen: number | null
  status: 'running' | 'running-overdue' | 'finished' | 'finished-unpaid'
  import_id: number | null
  as_of: string
  updated_at: number
  version: Defaulted<number>
}

export interface CardTable {
  id: Generated<number>
  uid: string
  card_no: string
  customer_id: number
  account_id: number | null
  number: string | null
  kind: 'debit' | 'credit'
  grade: string | null
  issued_on: string | null
  status: 'open' | 'blocked' | 'closed'
  import_id: number | null
  as_of: string
  updated_at: number
  version: Defaulted<number>
}

export interface TxnTable {
  customer_id: number
  on_date: string
  txn_no: string
  account_id: number
  direction: 'in' | 'out'
  amount_fen: number
  balance_fen: number | null
  kind: string
  channel: string | null
  note: string | null
  import_id: number
}

export interface MonthRollupTable {
  customer_id: number
  month: string
  in_fen: number
  out_fen: number
  active_count: number
  end_balance_fen: number
}

export interface TimelineEventTable {
  id: Generated<number>
  uid: string
  customer_id: number
  on_date: string
  kind: TimelineKind
  code: string
  channel: string | null
  product: Defaulted<ProductCode | null>
  text: string | null
  staff_no: string | null
  import_id: number | null
  created_at: number
}

export interface ComplaintTable {
  id: Generated<number>
  uid: string
  customer_id: number
  opened_on: string
  resolved_on: string | null
  summary: string
}

export interface RefusalTable {
  customer_id: number
  channel: string
  on_date: string
  staff_no: string | null
}

export interface TagTable {
  id: Generated<number>
  customer_id: number
  kind: 'identity' | 'business' | 'preference' | 'relation'
  text: string
  source: string
  expires_on: string | null
}

export interface DuplicatePairTable {
  id: Generated<number>
  uid: string
  left_id: number
  right_id: number
  reason: 'same-id' | 'same-phone' | 'same-name-and-birth'
  state: Defaulted<'open' | 'same' | 'different'>
  import_id: number | null
  decided_by: string | null
}

export interface CustomerFactsTable {
  customer_id: number
  tier: Tier
  /** 0 high, 1 mid, 2 low: smaller comes first in every list. */
  value_rank: 0 | 1 | 2
  aum_fen: number
  aum_average_fen: number
  deposit_fen: number
  investment_fen: number
  loan_fen: number
  last_active_on: string | null
  last_visit_on: string | null
  largest_90d_fen: number
  largest_90d_on: string | null
  enquiries_90d: number
  last_enquiry_on: string | null
  next_maturity_on: string | null
  next_maturity_fen: number
  inflow_90d_fen: number
  outflow_90d_fen: number
  retention_percent: number | null
  salary_months: number
  balance_peak_12m_fen: number
  birth_month_day: string | null
  findings: Defaulted<number>
  as_of: string
}

export interface CustomerCountTable {
  tier: Tier
  findings: number
  people: number
}

export interface IntentTable {
  id: Generated<number>
  uid: string
  customer_id: number
  product: ProductCode
  level: IntentLevel
  status: 'open' | 'converted' | 'lost' | 'mistaken' | 'undone'
  owner_no: string | null
  warn_on: string | null
  next_on: string | null
  due_rule: string | null
  last_evidence_on: string
  created_by: string
  created_at: number
  closed_at: number | null
  closed_note: Defaulted<string>
  updated_at: number
  version: Defaulted<number>
}

export interface IntentEvidenceTable {
  id: Generated<number>
  uid: string
  intent_id: number
  level: IntentLevel
  signals: string
  note: string
  on_date: string
  at: number
  staff_no: string
  before: string | null
  undone_at: number | null
}

export interface ContactTable {
  id: Generated<number>
  uid: string
  customer_id: number
  intent_id: number | null
  channel: string
  outcome: string
  marketing: Flag
  note: string
  on_date: string
  at: number
  staff_no: string
}

export interface ListPrintTable {
  print_no: Generated<number>
  uid: string
  owner_no: string
  printed_by: string
  printed_at: number
  as_of: string
  shred_by: string
  kind: Defaulted<'daily' | 'morning'>
}

export interface ListPrintRowTable {
  print_no: number
  row_no: number
  intent_id: number
  group_name: 'overdue' | 'today' | 'tomorrow' | 'later'
}

export interface VisitTable {
  id: Generated<number>
  uid: string
  on_date: string
  customer_id: number | null
  lead_id: number | null
  business: 'cash' | 'transfer' | 'account' | 'card' | 'wealth' | 'loan' | 'fx' | 'enquiry' | 'other'
  state: 'waiting' | 'serving' | 'done' | 'left'
  arrived_at: number
  state_at: number
  state_before: 'waiting' | 'serving' | 'done' | 'left' | null
  state_before_at: number | null
  served_by: string | null
  source: 'hand' | 'wedge' | 'reader' | 'folder' | 'simulator'
  clue: Defaulted<string>
  do_not_disturb: Defaulted<Flag>
  created_by: string
  created_at: number
  updated_at: number
  version: Defaulted<number>
}

export interface VisitTicketTable {
  on_date: string
  ticket: string
  visit_id: number
  at: number
}

export interface ArrivalEventTable {
  id: Generated<number>
  source: string
  at: number
  outcome: 'arrived' | 'joined' | 'unreadable' | 'unknown'
  summary: string
  visit_id: number | null
}

export interface PromptTable {
  id: Generated<number>
  uid: string
  customer_id: number
  visit_id: number | null
  kind: string
  play: string
  marketing: Flag
  on_date: string
  shown_at: number
  shown_to: string
  response: 'accepted' | 'refused' | 'not-now' | null
  responded_at: number | null
  responded_by: string | null
}

export interface ConsentTextTable {
  version: number
  zh: string
  en: string
  from_date: string
  staff_no: string
}

export interface ConsentTable {
  id: Generated<number>
  uid: string
  customer_id: number | null
  lead_id: number | null
  purpose: 'contact' | 'marketing' | 'profiling'
  given: Flag
  text_version: number | null
  at: number
  on_date: string
  staff_no: string
}

export interface ChannelReopeningTable {
  id: Generated<number>
  uid: string
  customer_id: number
  channel: 'face' | 'phone' | 'sms' | 'email' | 'app' | 'wechat'
  refused_on: string
  refused_by: string | null
  consent_id: number
  at: number
  on_date: string
  staff_no: string
}

export interface LeadTable {
  id: Generated<number>
  uid: string
  surname: string
  title: 'mr' | 'ms' | 'other'
  phone: string | null
  phone_tail: string | null
  ticket: string | null
  same_key: string
  product: ProductCode
  level: IntentLevel
  note: string
  source: 'branch' | 'event' | 'online' | 'introduced'
  state: 'new' | 'contacted' | 'qualified' | 'converted' | 'lost'
  lost_reason: string | null
  owner_no: string | null
  warn_on: string | null
  next_on: string | null
  due_rule: string | null
  customer_id: number | null
  joined_at: number | null
  joined_on: string | null
  joined_import_id: number | null
  created_by: string
  created_at: number
  closed_at: number | null
  updated_at: number
  version: Defaulted<number>
}

export interface LeadStepTable {
  id: Generated<number>
  lead_id: number
  state: string
  note: string
  at: number
  staff_no: string
  kind: Defaulted<'saved' | 'asked-again' | 'moved' | 'handed-on' | 'joined'>
  detail: Defaulted<string>
}

export interface ReferralTable {
  id: Generated<number>
  uid: string
  customer_id: number | null
  lead_id: number | null
  intent_id: number | null
  handed_on_from: number | null
  product: ProductCode
  level: IntentLevel
  reason: string
  from_no: string
  to_no: string
  backup_no: string | null
  state: 'offered' | 'accepted' | 'contacted' | 'qualified' | 'converted' | 'declined' | 'lost' | 'withdrawn'
  offered_at: number
  accept_by_at: number | null
  bounced_at: number | null
  stranded: Defaulted<0 | 1>
  accepted_at: number | null
  contacted_at: number | null
  qualified_at: number | null
  closed_at: number | null
  outcome_note: Defaulted<string>
  updated_at: number
  version: Defaulted<number>
}

export interface ReferralStepTable {
  id: Generated<number>
  referral_id: number
  event: string
  to_no: string
  note: string
  at: number
  staff_no: string | null
}

export interface RouteTable {
  value: 'high' | 'mid' | 'low'
  level: IntentLevel
  to_role: 'teller' | 'lobby' | 'rm' | 'head' | null
  to_no: string | null
  backup_role: 'teller' | 'lobby' | 'rm' | 'head' | null
  backup_no: string | null
  updated_at: number
}

export interface NoticeTable {
  id: Generated<number>
  uid: string
  staff_no: string
  kind: string
  about_uid: string | null
  on_date: string
  detail: string
  once_key: string
  created_at: number
  shown_at: number | null
  seen_at: number | null
}

export interface EscalationTable {
  intent_id: number
  step: 'owner' | 'head' | 'high-risk'
  overdue_days: number
  since_date: string
  updated_at: number
}

export interface RetentionRunTable {
  id: Generated<number>
  uid: string
  at: number
  staff_no: string
  counts: string
}

/** The database as Kysely sees it; a test compares it with the migrated file column by column. */
export interface Schema {
  branch: BranchTable
  staff: StaffTable
  setting: SettingTable
  year_notice: YearNoticeTable
  day_override: DayOverrideTable
  outbox: OutboxTable
  audit: AuditTable
  import_run: ImportRunTable
  import_change: ImportChangeTable
  customer: CustomerTable
  search_key: SearchKeyTable
  search_move: SearchMoveTable
  account: AccountTable
  loan: LoanTable
  card: CardTable
  txn: TxnTable
  month_rollup: MonthRollupTable
  timeline_event: TimelineEventTable
  complaint: ComplaintTable
  refusal: RefusalTable
  tag: TagTable
  duplicate_pair: DuplicatePairTable
  customer_facts: CustomerFactsTable
  customer_count: CustomerCountTable
  intent: IntentTable
  intent_evidence: IntentEvidenceTable
  contact: ContactTable
  list_print: ListPrintTable
  list_print_row: ListPrintRowTable
  visit: VisitTable
  visit_ticket: VisitTicketTable
  arrival_event: ArrivalEventTable
  prompt: PromptTable
  consent_text: ConsentTextTable
  consent: ConsentTable
  channel_reopening: ChannelReopeningTable
  lead: LeadTable
  lead_step: LeadStepTable
  referral: ReferralTable
  referral_step: ReferralStepTable
  route: RouteTable
  notice: NoticeTable
  escalation: EscalationTable
  retention_run: RetentionRunTable
}

export type TableName = keyof Schema
/** A row of `customer` as it is read. */
export type CustomerRecord = Selectable<CustomerTable>
