import type { CivilDate } from '../calendar/civil-date.ts'
import type { IntentLevel } from '../work/intent.ts'
import type { Finding, FindingKind } from './findings.ts'
import type { ProductCode } from './products.ts'

/** Why somebody stands on a list of customers: what was found about them, or what they want and by when it is due. */
export type ListReason =
  | { readonly kind: 'finding'; readonly finding: Finding }
  | {
      readonly kind: 'intent'
      readonly product: ProductCode
      readonly level: IntentLevel | 'faded'
      readonly nextOn: CivilDate
    }

/** An open intent as far as a reason goes. */
export interface ReasonIntent {
  readonly product: ProductCode
  readonly currentLevel: IntentLevel | 'faded'
  readonly nextOn: CivilDate
}

/**
 * Every reason, the one to read first at the front: what the list is about; then work that is due; then what was found,
 * the most urgent first; then work that is due later. The order is our own default.
 * @param asked the finding, product or level by which the list was chosen; null where it was by none
 * @param todayOn the day on which work counts as due
 */
export function listReasons(
  findings: readonly Finding[],
  intents: readonly ReasonIntent[],
  asked: {
    readonly finding: FindingKind | null
    readonly product: ProductCode | null
    readonly level: IntentLevel | null
  },
  todayOn: CivilDate,
): ListReason[] {
  const found = findings.map((finding): ListReason => ({ kind: 'finding', finding }))
  const wanted = intents.map(
    ({ product, currentLevel, nextOn }): ListReason => ({
      kind: 'intent',
      product,
      level: currentLevel,
      nextOn,
    }),
  )
  return [...wanted, ...found]
    .map((reason, place) => ({ reason, place, rank: rankOf(reason, asked, todayOn) }))
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ reason }) => reason)
}

function rankOf(reason: ListReason, asked: Parameters<typeof listReasons>[2], todayOn: CivilDate): number {
  if (reason.kind === 'finding') return reason.finding.kind === asked.finding ? 0 : 2
  const isAskedFor =
    (asked.product !== null || asked.level !== null) &&
    (asked.product === null || asked.product === reason.product) &&
    (asked.level === null || asked.level === reason.level)
  if (isAskedFor) return 0
  return reason.nextOn <= todayOn ? 1 : 3
}
