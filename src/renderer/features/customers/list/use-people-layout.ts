import { useState } from 'react'
import { type ColumnOf, DEFAULT_COLUMNS } from '../../../../shared/domain/branch/list-columns.ts'
import { useCommand, useOperation } from '../../../ipc/operations.ts'
import type { Order } from './people-head.tsx'

export interface PeopleLayout {
  readonly columns: readonly ColumnOf<'customers'>[]
  readonly order: Order
  setColumns(columns: readonly ColumnOf<'customers'>[]): void
  setOrder(order: Order): void
}

interface Layout {
  readonly columns: readonly ColumnOf<'customers'>[]
  readonly order: Order
}

const AS_THE_PROGRAM_HAS_IT: Layout = {
  columns: DEFAULT_COLUMNS.customers,
  order: { sort: 'value', reversed: false },
}

/** How the signed-in person laid out lists of customers, kept for them on this branch's PCs; null until that is known. */
export function usePeopleLayout(): PeopleLayout | null {
  const stored = useOperation('lists.layouts', {})
  const save = useCommand('lists.saveLayout')
  const [changed, setChanged] = useState<Layout | null>(null)
  if (stored.isPending) return null
  const kept = stored.data?.find(({ list }) => list === 'customers')
  const layout = changed ?? (kept === undefined ? AS_THE_PROGRAM_HAS_IT : asLayout(kept))
  const change = (next: Layout) => {
    setChanged(next)
    const { columns, order } = next
    save.mutate({ list: 'customers', columns: [...columns], ...order })
  }
  return {
    ...layout,
    setColumns: (columns) => change({ ...layout, columns }),
    setOrder: (order) => change({ ...layout, order }),
  }
}

function asLayout(kept: {
  readonly columns: readonly ColumnOf<'customers'>[]
  readonly sort: Order['sort']
  readonly reversed: boolean
}): Layout {
  return { columns: kept.columns, order: { sort: kept.sort, reversed: kept.reversed } }
}
