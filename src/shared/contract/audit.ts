import { z } from 'zod'
import { KEEPERS } from '../domain/branch/roles.ts'
import type { Witness } from '../domain/branch/witness.ts'
import { query, shellTask } from './operation.ts'

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
      readonly reason: 'hash' | 'gap' | 'truncated' | 'outbox'
    }

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const position = z.discriminatedUnion('part', [
  /** The chain holds up to this link. */
  z.strictObject({ part: z.literal('links'), seq: z.int().min(0), hash }),
  /** All links hold; so does the outbox up to this row. */
  z.strictObject({ part: z.literal('outbox'), seq: z.int().min(0), links: z.int().min(0), hash }),
])

/** How far a check of the chain has come; handed back, it goes on from there. */
export type ChainPosition = z.infer<typeof position>

export type ChainPart =
  | {
      readonly state: 'more'
      readonly next: ChainPosition
      /** Links and rows of the outbox that were looked at, of how many there are. */
      readonly done: number
      readonly of: number
    }
  | { readonly state: 'done'; readonly verdict: ChainVerdict }

/** A witness of the chain and where it was kept, beside what the chain says now. */
export interface ComparedWitness {
  /** Beside the database, in the vault, or typed from the foot of a sheet. */
  readonly from: 'file' | 'vault' | 'typed'
  readonly seq: number
  readonly state: 'same' | 'short' | 'changed'
}

export interface ChainWitnesses {
  /** The end of the chain now. */
  readonly newest: Witness
  readonly compared: readonly ComparedWitness[]
  /** Up to where a check came that was kept, and when; null before the first. */
  readonly checked: Witness | null
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
  /** One part of the same, so that a long chain is checked with progress and can be left; from `next` it goes on. */
  verifyPart: query(
    'audit.verifyPart',
    KEEPERS,
    z.strictObject({ from: position.nullable().default(null) }),
    { reads: ['audit', 'outbox'] },
  ).returns<ChainPart>(),
  /** Compares the chain with every witness of this PC, and with one from a sheet. */
  compareWitnesses: shellTask(
    'audit.compareWitnesses',
    KEEPERS,
    z.strictObject({ typed: z.string().max(100).nullable().default(null) }),
  ).returns<ChainWitnesses>(),
  /**
   * Remembers how far a check has come, so that the next one can go on from there: not a link that the chain does not have, and
   * nothing where an earlier check came farther.
   */
  keepChecked: shellTask(
    'audit.keepChecked',
    KEEPERS,
    z.strictObject({ seq: z.int().min(0), hash }),
  ).returns<null>(),
}
