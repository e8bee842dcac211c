import type { Generated } from 'kysely'
import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import type { Tier } from '../../../shared/domain/customer/tiers.ts'
import type { TimelineKind } from '../../../shared/domain/customer/timeline.ts'
import type { Defaulted, Flag } from './column-types.ts'

interface ImportRunTable {
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

interface ImportChangeTable {
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

interface SearchKeyTable {
  kind: number
  bucket: number
  key: string
  customer_id: number
}

interface SearchMoveTable {
  id: Generated<number>
  customer_id: number
  bucket: number
}

interface AccountTable {
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

interface LoanTable {
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

interface CardTable {
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

interface TxnTable {
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

interface MonthRollupTable {
  customer_id: number
  month: string
  in_fen: number
  out_fen: number
  active_count: number
  end_balance_fen: number
}

interface TimelineEventTable {
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

interface ComplaintTable {
  id: Generated<number>
  uid: string
  customer_id: number
  opened_on: string
  resolved_on: string | null
  summary: string
}

interface RefusalTable {
  customer_id: number
  channel: string
  on_date: string
  staff_no: string | null
}

interface TagTable {
  id: Generated<number>
  customer_id: number
  kind: 'identity' | 'business' | 'preference' | 'relation'
  text: string
  source: string
  expires_on: string | null
}

interface DuplicatePairTable {
  id: Generated<number>
  uid: string
  left_id: number
  right_id: number
  reason: 'same-id' | 'same-phone' | 'same-name-and-birth'
  state: Defaulted<'open' | 'same' | 'different'>
  import_id: number | null
  decided_by: string | null
}

interface CustomerFactsTable {
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

interface CustomerCountTable {
  tier: Tier
  findings: number
  people: number
}

/** Migration 020: people with everything that is imported of them. */
export interface CustomersTables {
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
}
