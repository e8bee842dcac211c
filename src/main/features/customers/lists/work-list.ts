import type { CustomerLine } from '../../../../shared/contract/customers.ts'
import { Refusal } from '../../../../shared/domain/branch/refusal.ts'
import type { FindingKind } from '../../../../shared/domain/customer/findings.ts'
import { TIERS, type Tier } from '../../../../shared/domain/customer/tiers.ts'
import type { Connection } from '../../../engine/connection.ts'
import { findingBit } from '../../../records/facts/finding-bits.ts'
import { readCustomerLine } from './customer-lines.ts'

export interface WorkListRequest {
  readonly finding: FindingKind | null
  readonly tier: Tier | null
  /** The uid of the line that the page follows. */
  readonly cursor: string | null
  readonly limit: number
}

/** The place behind the last line of a page. */
interface Place {
  readonly tier: Tier
  readonly aumFen: number
  readonly rootId: number
}

const HIGHEST_FIRST: readonly Tier[] = TIERS.toReversed()
const BEFORE_ALL = { aumFen: Number.MAX_SAFE_INTEGER, rootId: 0 } as const

/** People a finding or a tier points at, by value, then assets; the cursor goes on where a page ended (S3, S4). */
export function browseCustomers(
  connection: Connection,
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
export function worklistSql(finding: FindingKind | null): string {
  return `SELECT aum_fen AS aumFen, customer_id AS rootId FROM customer_facts
    WHERE tier = ?${findingCondition(finding)} AND aum_fen <= ? AND (aum_fen < ? OR customer_id > ?)
    ORDER BY aum_fen DESC, customer_id LIMIT ?`
}

function findingCondition(finding: FindingKind | null): string {
  return finding === null ? '' : ` AND findings & ${findingBit(finding)} <> 0`
}

function placesOf(
  connection: Connection,
  finding: FindingKind | null,
  tier: Tier,
  from: { readonly aumFen: number; readonly rootId: number },
  limit: number,
): Place[] {
  return connection
    .statement<{ aumFen: number; rootId: number }>(worklistSql(finding))
    .all(tier, from.aumFen, from.aumFen, from.rootId, limit)
    .map((row) => ({ tier, ...row }))
}

const PLACE_OF_PERSON = `SELECT facts.tier, facts.aum_fen AS aumFen, facts.customer_id AS rootId FROM customer
  JOIN customer_facts AS facts ON facts.customer_id = coalesce(customer.merged_into, customer.id)
  WHERE customer.uid = ?`

/**
 * Where a line stands now. A cursor is the uid of the last line and nothing else: the assets that order the list are
 * not for a window to read out of it. Throws `door.badInput` for somebody who stands in no list.
 */
function placeOf(connection: Connection, uid: string): Place {
  const place = connection.statement<Place>(PLACE_OF_PERSON).get(uid)
  if (place === undefined) throw new Refusal('door.badInput', { path: 'cursor', issue: 'unknown' })
  return place
}
