import type { TFunction } from 'i18next'
import type { CustomerRow, ListTotal } from '../../../../shared/contract/customer-lists.ts'
import type { CustomersOnPaper } from '../../../../shared/contract/lists.ts'
import { grouped } from '../../../ui/amounts.ts'

/**
 * Which customers a paper holds and in which order, as its reader is told.
 * @param first the first row: where one owner was asked for, it has their name
 */
export function askedText(
  { finding, tier, ownerNo, product, level, quietDays, sort, reversed }: CustomersOnPaper['asked'],
  first: CustomerRow | undefined,
  t: TFunction,
): string {
  const filters = [
    finding === null ? null : t(`customers.findingName.${finding}`),
    tier === null ? null : t(`customers.tier.${tier}`),
    ownerNo === null
      ? null
      : t('lists.paper.owner', { owner: `${first?.ownerName ?? ''} ${ownerNo}`.trim() }),
    product === null ? null : t(`intents.product.${product}`),
    level === null ? null : t(`intents.level.${level}`),
    quietDays === null ? null : t('lists.paper.quiet', { days: quietDays }),
  ].filter((word) => word !== null)
  const order = t('lists.paper.order', {
    sort: t(`lists.sort.${sort}`),
    way: t(reversed ? 'lists.reversed' : 'lists.usual'),
  })
  return [...(filters.length === 0 ? [t('lists.paper.all')] : filters), order].join(' · ')
}

/** How many the list holds, and where it is longer than the paper, that this is only its beginning. */
export function lengthText({ people, orMore }: ListTotal, rows: number, t: TFunction): string {
  if (people <= rows && !orMore) return t('lists.paper.whole', { people: rows })
  return t(orMore ? 'lists.paper.partOrMore' : 'lists.paper.part', { people: grouped(people), rows })
}
