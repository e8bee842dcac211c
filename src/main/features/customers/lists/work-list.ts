import type { CustomerLine } from '../../../../shared/contract/customers.ts'
import type { FindingKind } from '../../../../shared/domain/findings.ts'
import { Refusal } from '../../../../shared/domain/refusal.ts'
import { TIERS, type Tier } from '../../../../shared/domain/tiers.ts'
import type { Connection } from '../../../engine/connection.ts'
import { findingBit } from '../../../engine/facts/finding-bits.ts'
import { readCustomerLine } from './customer-lines.ts'

export interface WorkListRequest {
  readonly finding: FindingKind | null
  readonly tier: Tier | null
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

/** People a finding or a tier points at, by value, then assets; the cursor goes on where a page ended (S6). */
export function browseCustomers(
  connection: Connection,
  request: WorkListRequest,
): { readonly lines: readonly CustomerLine[]; readonly nextCursor: string | null } {
  const start = request.cursor === null ? null : readPlace(request.cursor)
  const places: Place[] = []
  for (const tier of tiersFrom(request.tier, start)) {
    const from = start?.tier === tier ? start : BEFORE_ALL
    const missing = request.limit + 1 - places.length
    places.push(...placesOf(connection, request.finding, tier, from, missing))
    if (places.length > request.limit) break
  }
  const page = places.slice(0, request.limit)
  const last = page.at(-1)
  return {
    lines: page.flatMap((place) => readCustomerLine(connection, place.rootId) ?? []),
    nextCursor: places.length > page.length && last !== undefined ? writePlace(last) : null,
  }
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

function writePlace(place: Place): string {
  return [place.tier, place.aumFen, place.rootId].join('|')
}

const PLACE = /^(?<tier>[a-z-]+)\|(?<aumFen>-?\d{1,16})\|(?<rootId>\d{1,16})$/

function readPlace(cursor: string): Place {
  const found = PLACE.exec(cursor)?.groups
  const tier = TIERS.find((known) => known === found?.tier)
  if (found === undefined || tier === undefined) throw new Refusal('door.badInput', { field: 'cursor' })
  return { tier, aumFen: Number(found.aumFen), rootId: Number(found.rootId) }
}
