import { z } from 'zod'
import { KEEPERS } from '../domain/branch/roles.ts'
import { query } from './operation.ts'

export interface AuditEntry {
  readonly seq: number
  readonly at: number
  readonly staffNo: string
  readonly staffName: string
  readonly action: string
  readonly customerUid: string | null
  readonly detail: Readonly<Record<string, string | number | boolean | null>>
}

export type ChainVerdict =
  | { readonly intact: true; readonly entries: number; readonly lastHash: string }
  | {
      readonly intact: false
      readonly entries: number
      readonly brokenAt: number
      readonly reason: 'hash' | 'gap' | 'truncated'
    }

export const audit = {
  list: query(
    'audit.list',
    KEEPERS,
    z.strictObject({
      beforeSeq: z.int().nullable().default(null),
      limit: z.int().min(1).max(200).default(50),
    }),
    { reads: ['audit', 'staff'] },
  ).returns<readonly AuditEntry[]>(),
  verify: query('audit.verify', KEEPERS, z.strictObject({}), {
    reads: ['audit', 'outbox'],
  }).returns<ChainVerdict>(),
}
