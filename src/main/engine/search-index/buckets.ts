import { type CivilDate, daysBetween } from '../../../shared/domain/civil-date.ts'

/** Days since the last sign of life up to which a person counts as just now, lately, and this year. Ours. */
const RECENCY_DAYS = [30, 90, 365] as const
const RECENCY_STEPS = RECENCY_DAYS.length + 1
const VALUE_RANKS = 3

/** Buckets 0 … 11 in the order of a result list: value first, then recency. */
export const BUCKET_COUNT = VALUE_RANKS * RECENCY_STEPS

/** `customer.search_bucket` of a person who has no keys: newly inserted, about to change, or merged into another. */
export const NOT_INDEXED = -1

/**
 * The bucket a person's keys lie in.
 * @param valueRank 0 high, 1 mid, 2 low
 * @param lastSeenOn the last visit, contact or active transaction, whichever is latest
 */
export function bucketOf(valueRank: 0 | 1 | 2, lastSeenOn: CivilDate | null, asOf: CivilDate): number {
  return valueRank * RECENCY_STEPS + recencyOf(lastSeenOn, asOf)
}

function recencyOf(lastSeenOn: CivilDate | null, asOf: CivilDate): number {
  if (lastSeenOn === null) return RECENCY_STEPS - 1
  const days = daysBetween(lastSeenOn, asOf)
  const step = RECENCY_DAYS.findIndex((limit) => days <= limit)
  return step < 0 ? RECENCY_STEPS - 1 : step
}
