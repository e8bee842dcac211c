import type { TFunction } from 'i18next'
import type { ContentOf, ListContent } from '../../../shared/contract/lists.ts'
import { isOpenLead } from '../../../shared/domain/work/lead.ts'
import { grouped } from '../../ui/amounts.ts'

/** Which rows a paper holds and in which order, as its reader is told in the words of the screen. */
export function askedText(content: ListContent, t: TFunction): string {
  const filters = filtersOf(content, t).filter((word) => word !== null)
  const order = orderOf(content, t)
  return [
    ...(filters.length === 0 ? [t(`lists.paper.all.${content.list}`)] : filters),
    ...(order === null ? [] : [order]),
  ].join(' · ')
}

type Filters = readonly (string | null)[]

function filtersOf(content: ListContent, t: TFunction): Filters {
  switch (content.list) {
    case 'customers':
      return customerFilters(content, t)
    case 'intents':
      return intentFilters(content, t)
    case 'leads':
      return leadFilters(content, t)
    case 'referrals': {
      const { view, product, level, state } = content.shows.asked
      return [
        t(`lists.paper.view.${view}`),
        state === null ? null : t(`referrals.state.${state}`),
        productText(product, t),
        levelText(level, t),
      ]
    }
  }
}

function customerFilters({ shows, rows }: ContentOf<'customers'>, t: TFunction): Filters {
  const { finding, tier, ownerNo, product, level, quietDays } = shows.asked
  return [
    finding === null ? null : t(`customers.findingName.${finding}`),
    tierText(tier, t),
    ownerText(ownerNo, rows[0]?.ownerName, t),
    productText(product, t),
    levelText(level, t),
    quietText(quietDays, t),
  ]
}

function intentFilters({ shows, rows }: ContentOf<'intents'>, t: TFunction): Filters {
  const { ownerNo, product, tier, level, cell, quietDays } = shows.asked
  return [
    ownerText(ownerNo, rows[0]?.intent.ownerName, t),
    cell === null ? null : cellText(cell, t),
    productText(product, t),
    tierText(tier, t),
    levelText(level, t),
    quietText(quietDays, t),
  ]
}

function cellText(cell: NonNullable<ContentOf<'intents'>['shows']['asked']['cell']>, t: TFunction): string {
  if (cell === 'faded') return t('intents.level.faded')
  return t('intents.gridCell', {
    value: t(`intents.level.${cell.value}`),
    level: t(`intents.level.${cell.level}`),
  })
}

function leadFilters({ shows, rows }: ContentOf<'leads'>, t: TFunction): Filters {
  const { whose, ownerNo, state, source, product, level } = shows.asked
  return [
    t(`leads.whoseOf.${whose}`),
    whose === 'branch' ? ownerText(ownerNo, rows[0]?.ownerName, t) : null,
    t(`leads.state.${state}`),
    source === null ? null : t(`leads.source.${source}`),
    productText(product, t),
    levelText(level, t),
  ]
}

/** Where one owner was asked for, the first row has their name. */
function ownerText(ownerNo: string | null, name: string | null | undefined, t: TFunction): string | null {
  return ownerNo === null ? null : t('lists.paper.owner', { owner: `${name ?? ''} ${ownerNo}`.trim() })
}

function tierText(tier: string | null, t: TFunction): string | null {
  return tier === null ? null : t(`customers.tier.${tier}`)
}

function productText(product: string | null, t: TFunction): string | null {
  return product === null ? null : t(`intents.product.${product}`)
}

function levelText(level: string | null, t: TFunction): string | null {
  return level === null ? null : t(`intents.level.${level}`)
}

function quietText(days: number | null, t: TFunction): string | null {
  return days === null ? null : t('lists.paper.quiet', { days })
}

/** Null where a list has one order only: leads that are closed. */
function orderOf(content: ListContent, t: TFunction): string | null {
  if (content.list === 'leads') {
    const { state } = content.shows.asked
    if (state !== 'open' && !isOpenLead(state)) return null
  }
  const way = t(content.shows.asked.reversed ? 'lists.reversed' : 'lists.usual')
  return t('lists.paper.order', { sort: sortText(content, t), way })
}

function sortText({ list, shows }: ListContent, t: TFunction): string {
  switch (list) {
    case 'customers':
      return t(`lists.sort.${shows.asked.sort}`)
    case 'intents':
      return t(`intents.sort.${shows.asked.sort}`)
    case 'leads':
    case 'referrals':
      return t(`lists.sortOf.${list}.${shows.asked.sort}`)
  }
}

/** How many the list holds, and where it is longer than the paper, that this is only its beginning. */
export function lengthText({ list, total, rows: shown }: ListContent, t: TFunction): string {
  const { people, orMore } = total
  const rows = shown.length
  const of = list === 'customers' ? 'people' : 'rows'
  if (people <= rows && !orMore) return t(`lists.paper.whole.${of}`, { people: rows })
  return t(orMore ? `lists.paper.partOrMore.${of}` : `lists.paper.part.${of}`, {
    people: grouped(people),
    rows,
  })
}
