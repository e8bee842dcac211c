import { z } from 'zod'
import { KEEPERS } from '../domain/branch/roles.ts'
import { RETAINED_KINDS, type RetainedKind, type RetentionCounts } from '../domain/consent/retention.ts'
import { ACCESS_KINDS, type AccessKind, type Question } from '../domain/consent/viewing.ts'
import type { CustomerLine } from './customers.ts'
import { branchDay, staffNo } from './fields.ts'
import { query, shellTask } from './operation.ts'

/** What one member of the staff looked at on a day. */
export interface StaffAccess {
  readonly staffNo: string
  readonly staffName: string
  readonly views: number
  /** Different people seen. */
  readonly people: number
  readonly reveals: number
  readonly prints: number
  readonly exports: number
  /** Searches for a number or a name that led to nobody. */
  readonly guesses: number
}

export interface DayOfViewing {
  /** The day on the wall of the branch, by which the audit's instants are counted. */
  readonly on: string
  readonly staff: readonly StaffAccess[]
  /** What is worth asking about, each with its reason; nobody is accused. */
  readonly questions: readonly (Question & {
    readonly staffName: string
    readonly customer: CustomerLine | null
  })[]
}

/** One look at somebody, or at many where `customerUid` is null. */
export interface AccessEntry {
  readonly seq: number
  readonly at: number
  readonly staffNo: string
  readonly staffName: string
  readonly kind: AccessKind
  readonly action: string
  readonly customerUid: string | null
  /** Masked; null for an administrator, who sees nobody. */
  readonly customer: CustomerLine | null
  /** As it was written; null where there was none, or the reader may not read it. */
  readonly reason: string | null
}

export interface RetentionPlan {
  readonly kinds: readonly {
    readonly kind: RetainedKind
    readonly keepDays: number
    readonly count: number
    /** The day of the oldest one; null where nothing is past its time. */
    readonly oldestOn: string | null
  }[]
  readonly lastRun: {
    readonly at: number
    readonly staffName: string
    readonly counts: RetentionCounts
  } | null
}

const counts = z.record(z.enum(RETAINED_KINDS), z.int().min(0))

export const privacy = {
  day: query('privacy.day', KEEPERS, z.strictObject({ on: branchDay.nullable().default(null) }), {
    reads: [
      'audit',
      'staff',
      'customer',
      'customer_facts',
      'visit',
      'intent',
      'setting',
      'year_notice',
      'day_override',
    ],
  }).returns<DayOfViewing>(),
  /** The looks of a day, of somebody on it, or at one customer ever; the newest first, keyset pages. */
  accessLog: query(
    'privacy.accessLog',
    KEEPERS,
    z.strictObject({
      about: z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('day'),
          on: branchDay,
          staffNo: staffNo.nullable(),
          access: z.enum(ACCESS_KINDS).nullable().default(null),
        }),
        z.strictObject({ kind: z.literal('customer'), customerUid: z.uuid() }),
      ]),
      cursor: z.string().max(60).nullable().default(null),
      limit: z.int().min(1).max(200).default(100),
    }),
    { reads: ['audit', 'staff', 'customer', 'customer_facts'] },
  ).returns<{ readonly accessLog: readonly AccessEntry[]; readonly nextCursor: string | null }>(),
  /** What is past its time (P3): a dry run. */
  retentionPlan: query('privacy.retentionPlan', KEEPERS, z.strictObject({}), {
    reads: [
      'visit',
      'visit_ticket',
      'arrival_event',
      'lead',
      'prompt',
      'notice',
      'import_run',
      'retention_run',
      'staff',
      'setting',
    ],
  }).returns<RetentionPlan>(),
  /** Removes exactly what was planned; refused where the plan has changed since it was confirmed. */
  retain: shellTask('privacy.retain', KEEPERS, z.strictObject({ planned: counts })).returns<{
    readonly counts: RetentionCounts
  }>(),
}
