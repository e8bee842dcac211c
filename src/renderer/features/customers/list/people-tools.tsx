import { Button, Checkbox, Menu, NativeSelect, Popover, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  CUSTOMER_SORTS,
  type CustomerSort,
  type ListTotal,
} from '../../../../shared/contract/customer-lists.ts'
import { type ColumnOf, LIST_COLUMNS } from '../../../../shared/domain/branch/list-columns.ts'
import type { FindingKind } from '../../../../shared/domain/customer/findings.ts'
import { PRODUCT_CODES, type ProductCode } from '../../../../shared/domain/customer/products.ts'
import { TIERS, type Tier } from '../../../../shared/domain/customer/tiers.ts'
import { type IntentLevel, LEVELS } from '../../../../shared/domain/work/intent.ts'
import { useOperation } from '../../../ipc/operations.ts'
import { grouped } from '../../../ui/amounts.ts'
import { ShortSelect } from '../../../ui/short-select.tsx'
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

/** Silences that a counter asks for: a week, a month, a quarter, half a year, a year (our own default). */
const SILENCES = [7, 30, 90, 180, 365] as const

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
      <ShortSelect
        label={t('lists.sortBy')}
        value={order.sort}
        onChange={(value) => onOrder({ sort: sortNamed(value) ?? order.sort, reversed: false })}
        data={sorts.map((value) => ({ value, label: `${t('lists.sortBy')}: ${t(`lists.sort.${value}`)}` }))}
      />
      <Button
        size="compact-sm"
        variant="default"
        aria-pressed={order.reversed}
        aria-label={t(order.reversed ? 'lists.reversed' : 'lists.usual')}
        title={t(order.reversed ? 'lists.reversed' : 'lists.usual')}
        onClick={() => onOrder({ ...order, reversed: !order.reversed })}
      >
        {order.reversed ? '▲' : '▼'}
      </Button>
      <Columns columns={props.columns} onColumns={props.onColumns} />
    </div>
  )
}

function sortNamed(value: string): CustomerSort | undefined {
  return CUSTOMER_SORTS.find((sort) => sort === value)
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

function Columns(props: {
  readonly columns: readonly ColumnOf<'customers'>[]
  onColumns(columns: readonly ColumnOf<'customers'>[]): void
}) {
  const { t } = useTranslation()
  const { columns, onColumns } = props
  const shown = new Set<string>(columns)
  return (
    <Menu position="bottom-end" closeOnItemClick={false} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button size="compact-sm" variant="default">
          {t('lists.columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {LIST_COLUMNS.customers.map((column) => (
          <Menu.Item
            key={column}
            role="menuitemcheckbox"
            aria-checked={shown.has(column)}
            leftSection={
              <Checkbox size="xs" checked={shown.has(column)} readOnly tabIndex={-1} aria-hidden />
            }
            onClick={() =>
              onColumns(
                LIST_COLUMNS.customers.filter((each) =>
                  each === column ? !shown.has(each) : shown.has(each),
                ),
              )
            }
          >
            {t(`lists.column.${column}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
