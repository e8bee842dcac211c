import type { LayoutOf, ListLayout } from '../../../../shared/contract/lists.ts'
import { type ColumnOf, DEFAULT_COLUMNS } from '../../../../shared/domain/branch/list-columns.ts'
import { useListLayout } from '../../../shared/lists/use-list-layout.ts'
import type { Order } from './people-head.tsx'

export interface PeopleLayout {
  readonly columns: readonly ColumnOf<'customers'>[]
  readonly order: Order
  setColumns(columns: readonly ColumnOf<'customers'>[]): void
  setOrder(order: Order): void
}

const USUAL: LayoutOf<'customers'> = {
  list: 'customers',
  columns: [...DEFAULT_COLUMNS.customers],
  sort: 'value',
  reversed: false,
}

/** How the signed-in person laid out lists of customers; null until that is known. */
export function usePeopleLayout(): PeopleLayout | null {
  const kept = useListLayout(USUAL, isOfCustomers)
  if (kept === null) return null
  const { layout, change } = kept
  return {
    columns: layout.columns,
    order: { sort: layout.sort, reversed: layout.reversed },
    setColumns: (columns) => change({ ...layout, columns: [...columns] }),
    setOrder: (order) => change({ ...layout, ...order }),
  }
}

function isOfCustomers(layout: ListLayout): layout is LayoutOf<'customers'> {
  return layout.list === 'customers'
}
