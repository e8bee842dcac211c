import { Button, NativeSelect, Popover, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CUSTOMER_SORTS, type ListTotal } from '../../../../shared/contract/customer-lists.ts'
import { type ColumnOf, LIST_COLUMNS } from '../../../../shared/domain/branch/list-columns.ts'
import type { FindingKind } from '../../../../shared/domain/customer/findings.ts'
import { PRODUCT_CODES, type ProductCode } from '../../../../shared/domain/customer/products.ts'
import { TIERS, type Tier } from '../../../../shared/domain/customer/tiers.ts'
import { type IntentLevel, LEVELS } from '../../../../shared/domain/work/intent.ts'
import { useOperation } from '../../../ipc/operations.ts'
import { ColumnsMenu } from '../../../shared/lists/columns-menu.tsx'
import { OrderChoice } from '../../../shared/lists/order-choice.tsx'
import { SILENCES } from '../../../shared/lists/silences.ts'
import { grouped } from '../../../ui/amounts.ts'
import type { Order } from './people-head.tsx'
import classes from './people-table.module.css'

/** What a list is narrowed to beside the work list that was chosen. */
export interface PeopleFilter {
  readonly tier: Tier | null
  readonly ownerNo: string | null
  readonly product: ProductCode | null
  readonly level: IntentLevel | null
  readonly quietDays: number | null
}

export const NO_FILTER: PeopleFilter = {
  tier: null,
  ownerNo: null,
  product: null,
  level: null,
  quietDays: null,
}

/** How many the list holds, and what can be done to it: narrow, sort, choose columns. */
export function PeopleTools(props: {
  readonly total: ListTotal | null
  readonly finding: FindingKind | null
  readonly filter: PeopleFilter
  readonly order: Order
  readonly columns: readonly ColumnOf<'customers'>[]
  onFilter(filter: PeopleFilter): void
  onOrder(order: Order): void
  onColumns(columns: readonly ColumnOf<'customers'>[]): void
}) {
  const { t } = useTranslation()
  const { total, finding, order, onOrder } = props
  const sorts = CUSTOMER_SORTS.filter((sort) => sort !== 'maturity' || finding === 'maturity-near')
  return (
    <div className={classes.tools}>
      <Text span size="xs" c="dimmed" className={classes.total} role="status">
        {total !== null &&
          t(total.orMore ? 'lists.totalOrMore' : 'lists.total', { people: grouped(total.people) })}
      </Text>
      <Filters {...props} />
      <OrderChoice sorts={sorts} words="lists.sort" order={order} onChange={onOrder} />
      <ColumnsMenu all={LIST_COLUMNS.customers} shown={props.columns} onChange={props.onColumns} />
    </div>
  )
}

function Filters(props: { readonly filter: PeopleFilter; onFilter(filter: PeopleFilter): void }) {
  const { t } = useTranslation()
  const { filter, onFilter } = props
  const colleagues = useOperation('staff.list', {}).data ?? []
  const asked = Object.values(filter).filter((value) => value !== null).length
  const any = { value: '', label: t('lists.any') }
  return (
    <Popover position="bottom-end" trapFocus transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <Button size="compact-sm" variant={asked > 0 ? 'light' : 'default'}>
          {t('lists.filter')}
          {asked > 0 && ` ${asked}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('lists.filters')}>
        <div className={classes.filters}>
          <NativeSelect
            size="xs"
            label={t('lists.column.tier')}
            value={filter.tier ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onFilter({ ...filter, tier: TIERS.find((tier) => tier === value) ?? null })
            }
            data={[
              any,
              ...TIERS.toReversed().map((value) => ({ value, label: t(`customers.tier.${value}`) })),
            ]}
          />
          <NativeSelect
            size="xs"
            label={t('lists.owner')}
            value={filter.ownerNo ?? ''}
            onChange={({ currentTarget: { value } }) => onFilter({ ...filter, ownerNo: value || null })}
            data={[
              any,
              ...colleagues
                .filter(({ role }) => role !== 'admin')
                .map(({ no, name }) => ({ value: no, label: name })),
            ]}
          />
          <NativeSelect
            size="xs"
            label={t('lists.product')}
            value={filter.product ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onFilter({ ...filter, product: PRODUCT_CODES.find((code) => code === value) ?? null })
            }
            data={[any, ...PRODUCT_CODES.map((value) => ({ value, label: t(`intents.product.${value}`) }))]}
          />
          <NativeSelect
            size="xs"
            label={t('lists.level')}
            value={filter.level ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onFilter({ ...filter, level: LEVELS.find((level) => level === value) ?? null })
            }
            data={[any, ...LEVELS.map((value) => ({ value, label: t(`intents.level.${value}`) }))]}
          />
          <NativeSelect
            size="xs"
            label={t('lists.quiet')}
            value={filter.quietDays === null ? '' : String(filter.quietDays)}
            onChange={({ currentTarget: { value } }) =>
              onFilter({ ...filter, quietDays: value === '' ? null : Number(value) })
            }
            data={[
              any,
              ...SILENCES.map((days) => ({ value: String(days), label: t('lists.quietDays', { days }) })),
            ]}
          />
          <Button size="xs" variant="default" disabled={asked === 0} onClick={() => onFilter(NO_FILTER)}>
            {t('lists.clearFilters')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
