import { TIERS } from '../../../../shared/domain/customer/tiers.ts'
import { readsIntentsOf } from '../../../../shared/domain/work/intent.ts'
import type { ReadContext } from '../../../engine/context.ts'
import type { RowOf } from '../../../engine/schema/columns.ts'
import { findingBit } from '../../../records/facts/finding-bits.ts'
import { type ListRequest, quietBefore } from './list-request.ts'
import { PEOPLE_WHO_WANT, type PLACE_OF_PERSON, SOME_OF_OWNER, SOME_WITH } from './people-walks.ts'

/** Where a person stands by any order. */
export type Place = RowOf<typeof PLACE_OF_PERSON.columns>

/**
 * Up to so many people are read as they lie and put in order in memory; of more, every page of a walk has enough to fill
 * it soon. Our own default.
 */
const FEW = 5_000

/**
 * Everybody on the list in its order, where they are few; null where the list is walked along an index. People with open
 * intents are always few beside all customers.
 */
export function fewPeople(context: ReadContext, request: ListRequest): Place[] | null {
  const { todayOn } = context
  const found = candidates(context, request)
  return found?.filter((place) => isOn(request, place, todayOn)).sort(comparing(request)) ?? null
}

function candidates({ connection, staff }: ReadContext, request: ListRequest): Place[] | null {
  const { finding, ownerNo, product, level, sort } = request
  if (product !== null || level !== null) {
    return PEOPLE_WHO_WANT.all(connection, product, level, readsIntentsOf(staff))
  }
  // Tier and assets have an index for every owner and every finding.
  if (sort === 'value' || sort === 'assets') return null
  const byOwner = ownerNo === null ? null : SOME_OF_OWNER.all(connection, ownerNo, FEW + 1)
  if (byOwner !== null && byOwner.length <= FEW) return byOwner
  const byFinding = finding === null ? null : SOME_WITH[finding].all(connection, FEW + 1)
  return byFinding !== null && byFinding.length <= FEW ? byFinding : null
}

function isOn(request: ListRequest, place: Place, todayOn: string): boolean {
  const { finding, tier, ownerNo } = request
  return (
    (finding === null || (place.findings & findingBit(finding)) !== 0) &&
    (tier === null || place.tier === tier) &&
    (ownerNo === null || place.ownerNo === ownerNo) &&
    place.contactOn < quietBefore(request, todayOn)
  )
}

/** The order of a list, the number of the record last, so that two runs give the same. */
export function comparing({
  sort,
  reversed,
}: Pick<ListRequest, 'sort' | 'reversed'>): (a: Place, b: Place) => number {
  const usual = (a: Place, b: Place) => inOrder(sort, a, b) || a.rootId - b.rootId
  return reversed ? (a, b) => usual(b, a) : usual
}

function inOrder(sort: ListRequest['sort'], a: Place, b: Place): number {
  switch (sort) {
    case 'value':
      return TIERS.indexOf(b.tier) - TIERS.indexOf(a.tier) || b.aumFen - a.aumFen
    case 'assets':
      return b.aumFen - a.aumFen
    case 'contact':
      return compareText(a.contactOn, b.contactOn)
    case 'maturity':
      return compareText(a.maturesOn ?? '', b.maturesOn ?? '')
  }
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
