import { z } from 'zod'
import type { ErrorCode, ErrorDetail } from './envelope.ts'

/** So many rows at most are done at once: what one screen of a list holds and a reader can still look over (our own default). */
export const MOST_AT_ONCE = 200

/** Rows of a list that something is done with at once. */
export const manyUids = z
  .array(z.uuid())
  .min(1)
  .max(MOST_AT_ONCE)
  .refine((uids) => new Set(uids).size === uids.length)

/** A row that kept all of them from being done, and why. */
export interface RefusedRow {
  readonly uid: string
  readonly code: ErrorCode
  readonly detail: ErrorDetail
}

/** What became of several rows: all of them are done, or none is and these stood in the way. */
export interface ManyDone {
  readonly done: number
  readonly refused: readonly RefusedRow[]
}
