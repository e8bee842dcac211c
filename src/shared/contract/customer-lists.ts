import { z } from 'zod'
import { FINDINGS } from '../domain/customer/findings.ts'
import type { ListReason } from '../domain/customer/list-reason.ts'
import { PRODUCT_CODES } from '../domain/customer/products.ts'
import { TIERS } from '../domain/customer/tiers.ts'
import { LEVELS } from '../domain/work/intent.ts'
import type { CustomerLine } from './customer-line.ts'
import { staffNo } from './fields.ts'

/**
 * By what a list of customers is sorted: tier and then assets, assets alone, who was longest not contacted, and what
 * matures next, which only the list of what is about to mature knows.
 */
export const CUSTOMER_SORTS = ['value', 'assets', 'contact', 'maturity'] as const
export type CustomerSort = (typeof CUSTOMER_SORTS)[number]

/** The longest silence that a list is filtered by: ten years, in days. */
const LONGEST_SILENCE = 3650

/** Which customers a list is about; null leaves a question open. */
const customerFilter = {
  finding: z.enum(FINDINGS).nullable().default(null),
  tier: z.enum(TIERS).nullable().default(null),
  /** Who looks after them by the bank's own list. */
  ownerNo: staffNo.nullable().default(null),
  /** An open intent that the caller reads in lists (P2) for the product, of the level at which it was flagged. */
  product: z.enum(PRODUCT_CODES).nullable().default(null),
  level: z.enum(LEVELS).nullable().default(null),
  /** At least so many days without a contact; somebody never contacted counts. */
  quietDays: z.int().min(1).max(LONGEST_SILENCE).nullable().default(null),
}

const customerOrder = {
  sort: z.enum(CUSTOMER_SORTS).default('value'),
  /** The other way round: the least assets first, the latest contact first. */
  reversed: z.boolean().default(false),
}

/** A filter with its order, as the engine and an export read it. */
export const customerListRequest = z
  .strictObject({ ...customerFilter, ...customerOrder })
  .refine(({ sort, finding }) => sort !== 'maturity' || finding === 'maturity-near')

/** One row of every list of customers. Every personal field is masked. */
export interface CustomerRow extends CustomerLine {
  /** Why the person is on the list, what to read first at the front; empty where nothing is known. */
  readonly reasons: readonly ListReason[]
  /** Who looks after the person; the bank's list may name staff whom this branch does not have. */
  readonly ownerNo: string | null
  readonly ownerName: string | null
  readonly lastContactOn: string | null
}

/** How many people a list holds; where counting would take long, it stops, and there are more. */
export interface ListTotal {
  readonly people: number
  readonly orMore: boolean
}

export interface CustomerPage {
  readonly lines: readonly CustomerRow[]
  readonly nextCursor: string | null
  /** Of the whole list; null on every page but the first. */
  readonly total: ListTotal | null
}
