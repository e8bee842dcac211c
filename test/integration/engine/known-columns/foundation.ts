import type { FoundationTables } from '../../../../src/main/engine/schema/foundation.ts'
import type { KnownColumns } from './known-columns.ts'

export const foundationColumns: KnownColumns<FoundationTables> = {
  branch: {
    id: true,
    uid: true,
    name: true,
    demo: true,
    demo_as_of: true,
    device_uid: true,
    created_at: true,
  },
  staff: {
    id: true,
    uid: true,
    no: true,
    name: true,
    role: true,
    active: true,
    created_at: true,
    updated_at: true,
    version: true,
  },
  setting: {
    name: true,
    value: true,
    updated_at: true,
    version: true,
  },
  year_notice: {
    year: true,
    days: true,
    imported_at: true,
  },
  day_override: {
    on_date: true,
    working: true,
    reason: true,
  },
  outbox: {
    seq: true,
    operation_id: true,
    operation: true,
    staff_no: true,
    at: true,
    payload: true,
  },
  audit: {
    seq: true,
    at: true,
    staff_no: true,
    action: true,
    customer_uid: true,
    detail: true,
    previous_hash: true,
    hash: true,
  },
}
