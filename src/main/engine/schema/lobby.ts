import type { Generated } from 'kysely'
import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import type { IntentLevel } from '../../../shared/domain/work/intent.ts'
import type { Defaulted, Flag } from './column-types.ts'

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

interface VisitTicketTable {
  on_date: string
  ticket: string
  visit_id: number
  at: number
}

interface ArrivalEventTable {
  id: Generated<number>
  source: string
  at: number
  outcome: 'arrived' | 'joined' | 'unreadable' | 'unknown'
  summary: string
  visit_id: number | null
}

interface PromptTable {
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

interface ConsentTextTable {
  version: number
  zh: string
  en: string
  from_date: string
  staff_no: string
}

interface ConsentTable {
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

interface ChannelReopeningTable {
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

interface LeadTable {
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

interface LeadStepTable {
  id: Generated<number>
  lead_id: number
  state: string
  note: string
  at: number
  staff_no: string
  kind: Defaulted<'saved' | 'asked-again' | 'moved' | 'handed-on' | 'joined'>
  detail: Defaulted<string>
}

interface ReferralTable {
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

interface ReferralStepTable {
  id: Generated<number>
  referral_id: number
  event: string
  to_no: string
  note: string
  at: number
  staff_no: string | null
}

interface RouteTable {
  value: 'high' | 'mid' | 'low'
  level: IntentLevel
  to_role: 'teller' | 'lobby' | 'rm' | 'head' | null
  to_no: string | null
  backup_role: 'teller' | 'lobby' | 'rm' | 'head' | null
  backup_no: string | null
  updated_at: number
}

interface NoticeTable {
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

interface EscalationTable {
  intent_id: number
  step: 'owner' | 'head' | 'high-risk'
  overdue_days: number
  since_date: string
  updated_at: number
}

interface RetentionRunTable {
  id: Generated<number>
  uid: string
  at: number
  staff_no: string
  counts: string
}

/** Migration 040: who is in the hall, strangers, referrals, prompts, consents and notices. */
export interface LobbyTables {
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
