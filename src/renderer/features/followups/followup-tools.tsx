import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FOLLOWUP_SORTS, type FollowupList, type FollowupRow } from '../../../shared/contract/followups.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import type { LayoutOf, ListLayout } from '../../../shared/contract/lists.ts'
import { DEFAULT_COLUMNS, LIST_COLUMNS } from '../../../shared/domain/branch/list-columns.ts'
import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import { type IntentLevel, LEVELS } from '../../../shared/domain/work/intent.ts'
import { ColumnsMenu } from '../../shared/lists/columns-menu.tsx'
import { ExportList } from '../../shared/lists/export-list.tsx'
import { OrderChoice } from '../../shared/lists/order-choice.tsx'
import type { KeptLayout } from '../../shared/lists/use-list-layout.ts'
import { LevelChoice, ProductChoice } from '../../shared/lists/work-choices.tsx'
import { grouped } from '../../ui/amounts.ts'
import classes from './followup-list.module.css'

/** How follow-ups stand until somebody chooses otherwise: as the daily list that goes on paper (F5). */
export const USUAL_FOLLOWUPS: LayoutOf<'followups'> = {
  list: 'followups',
  columns: [...DEFAULT_COLUMNS.followups],
  sort: 'daily',
  reversed: false,
}

export function isOfFollowups(layout: ListLayout): layout is LayoutOf<'followups'> {
  return layout.list === 'followups'
}

/** What the list is narrowed to beside the day and the person. */
export interface FollowupFilter {
  readonly product: ProductCode | null
  readonly level: IntentLevel | 'faded' | null
}

export const ANY_FOLLOWUP: FollowupFilter = { product: null, level: null }

export function isNarrowed({ product, level }: FollowupFilter): boolean {
  return product !== null || level !== null
}

/** How many of a narrowed list stand in each group, for its headings. */
export function countsOf(rows: readonly FollowupRow[]): FollowupList['counts'] {
  const countIn = (group: FollowupRow['group']) => rows.filter((row) => row.group === group).length
  return {
    overdue: countIn('overdue'),
    today: countIn('today'),
    tomorrow: countIn('tomorrow'),
    later: countIn('later'),
  }
}

/** How many are shown, and what can be done to the list: narrow, sort, choose columns, export. */
export function FollowupTools(props: {
  readonly total: number | null
  readonly filter: FollowupFilter
  readonly kept: KeptLayout<LayoutOf<'followups'>>
  readonly asked: InputOf<'followups.list'>
  onFilter(filter: FollowupFilter): void
}) {
  const { t } = useTranslation()
  const { total, filter, asked, onFilter } = props
  const { layout, change } = props.kept
  const { columns, sort, reversed } = layout
  return (
    <Group gap={6} className={classes.tools}>
      <Text span size="xs" c="dimmed" role="status" mr="auto">
        {total !== null && t('intents.shown', { rows: grouped(total) })}
      </Text>
      <ProductChoice product={filter.product} onChange={(product) => onFilter({ ...filter, product })} />
      <LevelChoice
        levels={[...LEVELS, 'faded']}
        level={filter.level}
        onChange={(level) => onFilter({ ...filter, level })}
      />
      <OrderChoice
        sorts={FOLLOWUP_SORTS}
        words="lists.sortOf.followups"
        order={{ sort, reversed }}
        onChange={(order) => change({ ...layout, ...order })}
      />
      <ColumnsMenu
        all={LIST_COLUMNS.followups}
        shown={columns}
        onChange={(shown) => change({ ...layout, columns: shown })}
      />
      <ExportList request={{ list: 'followups', asked }} />
    </Group>
  )
}
