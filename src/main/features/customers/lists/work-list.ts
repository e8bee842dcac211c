import type { CustomerPage } from '../../../../shared/contract/customer-lists.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import { TIERS, type Tier } from '../../../../shared/domain/customer/tiers.ts'
import type { ReadConnection } from '../../../engine/connection.ts'
import type { ReadContext } from '../../../engine/context.ts'
import { findingBit } from '../../../records/facts/finding-bits.ts'
import { readCustomerRow } from './customer-rows.ts'
import { comparing, fewPeople, type Place } from './few-people.ts'
import { type ListRequest, type PageRequest, quietBefore } from './list-request.ts'
import { totalOf } from './list-total.ts'
import {
  PEOPLE_BY_CONTACT,
  PEOPLE_BY_MATURITY,
  PEOPLE_OF_OWNER,
  PEOPLE_OF_TIER,
  PEOPLE_WITH,
  PLACE_OF_PERSON,
} from './people-walks.ts'

const HIGHEST_FIRST: readonly Tier[] = TIERS.toReversed()

/**
 * A page of the people on a list, in its order (S3, S4). A cursor is the uid of the last line and nothing else: the
 * assets that order a list are not for a window to read out of it.
 * @throws AppError `call.badInput` for a cursor of somebody who stands in no list
 */
export function browseCustomers(context: ReadContext, request: PageRequest): CustomerPage {
  const { connection, todayOn } = context
  const start = request.cursor === null ? null : placeOf(connection, request.cursor)
  const few = fewPeople(context, request)
  const ids =
    few === null
      ? walk(connection, request, start, todayOn)
      : few
          .filter((place) => start === null || comparing(request)(start, place) < 0)
          .map(({ rootId }) => rootId)
  const lines = ids
    .slice(0, request.limit)
    .flatMap((rootId) => readCustomerRow(context, rootId, request) ?? [])
  return {
    lines,
    nextCursor: ids.length > request.limit ? (lines.at(-1)?.uid ?? null) : null,
    total: start === null ? totalOf(connection, request, few?.length ?? null, todayOn) : null,
  }
}

/** The numbers of the people after a place, one more than a page holds where there are so many. */
function walk(
  connection: ReadConnection,
  request: PageRequest,
  start: Place | null,
  todayOn: string,
): number[] {
  switch (request.sort) {
    case 'value':
      return tierByTier(connection, request, start, todayOn)
    case 'assets':
      return acrossTiers(connection, request, start, todayOn)
    case 'contact':
    case 'maturity':
      return byDay(connection, request, start, todayOn)
  }
}

function tierByTier(
  connection: ReadConnection,
  request: PageRequest,
  start: Place | null,
  todayOn: string,
): number[] {
  const ids: number[] = []
  for (const tier of tiersFrom(request, start)) {
    const from = start?.tier === tier ? start : null
    const missing = request.limit + 1 - ids.length
    ids.push(...placesInTier(connection, { ...request, limit: missing }, tier, from, todayOn).map(idOf))
    if (ids.length > request.limit) break
  }
  return ids
}

function tiersFrom({ tier, reversed }: PageRequest, start: Place | null): readonly Tier[] {
  if (tier !== null) return [tier]
  const tiers = reversed ? TIERS : HIGHEST_FIRST
  return start === null ? tiers : tiers.slice(tiers.indexOf(start.tier))
}

/** Assets alone: the next of each tier, and of these the first. */
function acrossTiers(
  connection: ReadConnection,
  request: PageRequest,
  start: Place | null,
  todayOn: string,
): number[] {
  const one = { ...request, limit: request.limit + 1 }
  const tiers = request.tier === null ? TIERS : [request.tier]
  const sign = request.reversed ? -1 : 1
  return tiers
    .flatMap((tier) => placesInTier(connection, one, tier, start, todayOn))
    .sort((a, b) => sign * (b.aumFen - a.aumFen || a.rootId - b.rootId))
    .slice(0, one.limit)
    .map(idOf)
}

type TierPlace = Pick<Place, 'aumFen' | 'rootId'>

function idOf({ rootId }: { readonly rootId: number }): number {
  return rootId
}

function placesInTier(
  connection: ReadConnection,
  request: PageRequest,
  tier: Tier,
  start: TierPlace | null,
  todayOn: string,
): readonly TierPlace[] {
  const { finding, ownerNo, reversed, limit } = request
  const way = reversed ? 'reversed' : 'usual'
  const from = start ?? (reversed ? BEFORE_ALL_REVERSED : BEFORE_ALL)
  const rest = [from.aumFen, from.aumFen, from.rootId, quietBefore(request, todayOn), limit]
  if (ownerNo !== null) {
    const bits = bitsOf(request)
    return PEOPLE_OF_OWNER[way].all(connection, ownerNo, bits, bits, tier, ...rest)
  }
  const people = finding === null ? PEOPLE_OF_TIER : PEOPLE_WITH[finding]
  return people[way].all(connection, tier, ...rest)
}

const BEFORE_ALL = { aumFen: Number.MAX_SAFE_INTEGER, rootId: 0 } as const
const BEFORE_ALL_REVERSED = { aumFen: Number.MIN_SAFE_INTEGER, rootId: Number.MAX_SAFE_INTEGER } as const

function bitsOf({ finding }: ListRequest): number {
  return finding === null ? 0 : findingBit(finding)
}

const LAST_DAY = '9999-12-31'

function byDay(
  connection: ReadConnection,
  request: PageRequest,
  start: Place | null,
  todayOn: string,
): number[] {
  const { sort, reversed, tier, ownerNo, limit } = request
  const way = reversed ? 'reversed' : 'usual'
  const at = sort === 'contact' ? start?.contactOn : start?.maturesOn
  const day = at ?? (reversed ? LAST_DAY : '')
  const id = start?.rootId ?? (reversed ? Number.MAX_SAFE_INTEGER : 0)
  const values = [day, day, id, quietBefore(request, todayOn), tier, ownerNo] as const
  const bits = bitsOf(request)
  const found =
    sort === 'contact'
      ? PEOPLE_BY_CONTACT[way].all(connection, ...values, bits, bits, limit + 1)
      : PEOPLE_BY_MATURITY[way].all(connection, ...values, limit + 1)
  return found.map(idOf)
}

/** Where a line stands now. */
function placeOf(connection: ReadConnection, uid: string): Place {
  const place = PLACE_OF_PERSON.get(connection, uid)
  if (place === undefined) throw new AppError('call.badInput', { path: 'cursor', issue: 'unknown' })
  return place
}
