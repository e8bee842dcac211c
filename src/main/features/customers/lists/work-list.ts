import type { CustomerLine } from '../../../../shared/contract/customers.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import type { FindingKind } from '../../../../shared/domain/customer/findings.ts'
import { TIERS, type Tier } from '../../../../shared/domain/customer/tiers.ts'
import type { ReadConnection } from '../../../engine/connection.ts'
import type { RowOf } from '../../../engine/schema/columns.ts'
import { TABLES } from '../../../engine/schema.ts'
import { read } from '../../../engine/statement.ts'
import { findingBit } from '../../../records/facts/finding-bits.ts'
import { readCustomerLine } from './customer-lines.ts'

export interface WorkListRequest {
  readonly finding: FindingKind | null
  readonly tier: Tier | null
  /** The uid of the line that the page follows. */
  readonly cursor: string | null
  readonly limit: number
}

const { customer_facts } = TABLES

const PLACE_IN_TIER = { aumFen: customer_facts.aum_fen, rootId: customer_facts.customer_id }

/** The place behind the last line of a page. */
type Place = RowOf<typeof PLACE_OF_PERSON.columns>

const HIGHEST_FIRST: readonly Tier[] = TIERS.toReversed()
const BEFORE_ALL = { aumFen: Number.MAX_SAFE_INTEGER, rootId: 0 } as const

/** People a finding or a tier points at, by value, then assets; the cursor goes on where a page ended (S3, S4). */
export function browseCustomers(
  connection: ReadConnection,
  request: WorkListRequest,
): { readonly lines: readonly CustomerLine[]; readonly nextCursor: string | null } {
  const start = request.cursor === null ? null : placeOf(connection, request.cursor)
  const places: Place[] = []
  for (const tier of tiersFrom(request.tier, start)) {
    const from = start?.tier === tier ? start : BEFORE_ALL
    const missing = request.limit + 1 - places.length
    places.push(...placesOf(connection, request.finding, tier, from, missing))
    if (places.length > request.limit) break
  }
  const page = places.slice(0, request.limit)
  const lines = page.flatMap((place) => readCustomerLine(connection, place.rootId) ?? [])
  return { lines, nextCursor: places.length > page.length ? (lines.at(-1)?.uid ?? null) : null }
}

function tiersFrom(wanted: Tier | null, start: Place | null): readonly Tier[] {
  if (wanted !== null) return [wanted]
  return start === null ? HIGHEST_FIRST : HIGHEST_FIRST.slice(HIGHEST_FIRST.indexOf(start.tier))
}

/** The partial index of a finding is used only where its own condition stands in the query word for word. */
function peopleWith(finding: FindingKind) {
  return peopleWhere(` AND findings & ${findingBit(finding)} <> 0`)
}

function peopleWhere(condition: string) {
  return read(
    PLACE_IN_TIER,
    `SELECT aum_fen AS aumFen, customer_id AS rootId FROM customer_facts
    WHERE tier = ?${condition} AND aum_fen <= ? AND (aum_fen < ? OR customer_id > ?)
    ORDER BY aum_fen DESC, customer_id LIMIT ?`,
  )
}

/** Everybody of a tier, the largest assets first, from a place on. */
export const PEOPLE_OF_TIER = peopleWhere('')

/** The same, but only those with a finding. */
export const PEOPLE_WITH = {
  leaking: peopleWith('leaking'),
  'maturity-near': peopleWith('maturity-near'),
  'large-cash': peopleWith('large-cash'),
  'wealth-enquiries': peopleWith('wealth-enquiries'),
  'near-next-tier': peopleWith('near-next-tier'),
  birthday: peopleWith('birthday'),
  dormant: peopleWith('dormant'),
} satisfies Record<FindingKind, unknown>

function placesOf(
  connection: ReadConnection,
  finding: FindingKind | null,
  tier: Tier,
  from: { readonly aumFen: number; readonly rootId: number },
  limit: number,
): Place[] {
  const people = finding === null ? PEOPLE_OF_TIER : PEOPLE_WITH[finding]
  return people
    .all(connection, tier, from.aumFen, from.aumFen, from.rootId, limit)
    .map((row) => ({ tier, ...row }))
}

const PLACE_OF_PERSON = read(
  { tier: customer_facts.tier, ...PLACE_IN_TIER },
  `SELECT facts.tier, facts.aum_fen AS aumFen, facts.customer_id AS rootId FROM customer
   JOIN customer_facts AS facts ON facts.customer_id = coalesce(customer.merged_into, customer.id)
   WHERE customer.uid = ?`,
)

/**
 * Where a line stands now. A cursor is the uid of the last line and nothing else: the assets that order the list are
 * not for a window to read out of it. Throws `call.badInput` for somebody who stands in no list.
 */
function placeOf(connection: ReadConnection, uid: string): Place {
  const place = PLACE_OF_PERSON.get(connection, uid)
  if (place === undefined) throw new AppError('call.badInput', { path: 'cursor', issue: 'unknown' })
  return place
}
