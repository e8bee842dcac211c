import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CustomerSort } from '../../../../shared/contract/customer-lists.ts'
import type { ColumnOf } from '../../../../shared/domain/branch/list-columns.ts'
import classes from './people-table.module.css'

export interface Order {
  readonly sort: CustomerSort
  readonly reversed: boolean
}

/** By what a column's head sorts; the others say only what stands below them. */
const SORT_OF: Readonly<Partial<Record<ColumnOf<'customers'>, CustomerSort>>> = {
  tier: 'value',
  contact: 'contact',
}

/**
 * The heads of the columns. A head that sorts is a button: pressed once it sorts by its column, once more the other way.
 * @param props.onOrder where nothing is said, the list has one order
 */
export function PeopleHead(props: {
  readonly columns: readonly ColumnOf<'customers'>[]
  readonly order: Order | null
  onOrder?(order: Order): void
}) {
  const { t } = useTranslation()
  const { columns, order, onOrder } = props
  return (
    <div className={classes.head}>
      <div className={classes.line}>
        <span className={classes.name}>{t('lists.column.name')}</span>
        {columns.map((column) => {
          const sort = SORT_OF[column]
          return (
            <span key={column} className={classes.cell} data-column={column}>
              {sort === undefined || order === null || onOrder === undefined ? (
                t(`lists.column.${column}`)
              ) : (
                <SortHead name={t(`lists.column.${column}`)} sort={sort} order={order} onOrder={onOrder} />
              )}
            </span>
          )
        })}
      </div>
    </div>
  )
}

function SortHead(props: {
  readonly name: string
  readonly sort: CustomerSort
  readonly order: Order
  onOrder(order: Order): void
}) {
  const { t } = useTranslation()
  const { name, sort, order, onOrder } = props
  const isSorted = order.sort === sort
  const way = t(order.reversed ? 'lists.reversed' : 'lists.usual')
  return (
    <UnstyledButton
      className={`${classes.sort} ${isSorted ? classes.sorted : ''}`}
      aria-pressed={isSorted}
      aria-label={isSorted ? `${t('lists.sortBy')} ${name} ${way}` : `${t('lists.sortBy')} ${name}`}
      onClick={() => onOrder({ sort, reversed: isSorted && !order.reversed })}
    >
      {name} {isSorted && (order.reversed ? '▲' : '▼')}
    </UnstyledButton>
  )
}
