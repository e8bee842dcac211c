import type { Generated } from 'kysely'
import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import type { IntentLevel } from '../../../shared/domain/work/intent.ts'
import type { Defaulted, Flag } from './column-types.ts'

interface IntentTable {
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

interface IntentEvidenceTable {
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

interface ContactTable {
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

interface ListPrintTable {
  print_no: Generated<number>
  uid: string
  owner_no: string
  printed_by: string
  printed_at: number
  as_of: string
  shred_by: string
  kind: Defaulted<'daily' | 'morning'>
}

interface ListPrintRowTable {
  print_no: number
  row_no: number
  intent_id: number
  group_name: 'overdue' | 'today' | 'tomorrow' | 'later'
}

/** Migration 030: what people want, when they are spoken to, and the lists on paper. */
export interface IntentsTables {
  intent: IntentTable
  intent_evidence: IntentEvidenceTable
  contact: ContactTable
  list_print: ListPrintTable
  list_print_row: ListPrintRowTable
}
