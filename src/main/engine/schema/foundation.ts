import type { Generated } from 'kysely'
import type { Role } from '../../../shared/domain/branch/roles.ts'
import type { Defaulted, Flag } from './column-types.ts'

interface BranchTable {
  id: number
  uid: string
  name: string
  demo: Flag
  demo_as_of: string | null
  device_uid: string
  created_at: number
}

interface StaffTable {
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

interface SettingTable {
  name: string
  value: string
  updated_at: number
  version: Defaulted<number>
}

interface YearNoticeTable {
  year: number
  days: string
  imported_at: number
}

interface DayOverrideTable {
  on_date: string
  working: Flag
  reason: string
}

interface OutboxTable {
  seq: Generated<number>
  operation_id: string
  operation: string
  staff_no: string
  at: number
  payload: string
}

interface AuditTable {
  seq: number
  at: number
  staff_no: string
  action: string
  customer_uid: string | null
  detail: string
  previous_hash: Uint8Array
  hash: Uint8Array
}

/** Migration 010: the branch itself, its staff and settings, and both ledgers. */
export interface FoundationTables {
  branch: BranchTable
  staff: StaffTable
  setting: SettingTable
  year_notice: YearNoticeTable
  day_override: DayOverrideTable
  outbox: OutboxTable
  audit: AuditTable
}
