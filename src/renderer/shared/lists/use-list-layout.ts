import { useState } from 'react'
import type { ListLayout } from '../../../shared/contract/lists.ts'
import { useCommand, useOperation } from '../../ipc/operations.ts'

export interface KeptLayout<Layout> {
  readonly layout: Layout
  change(layout: Layout): void
}

/**
 * How the signed-in person laid a list out, kept for them on this branch's PCs; null until that is known.
 * @param usual how it stands until somebody chooses otherwise
 * @param isOfList tells the list's layout from those of other lists
 */
export function useListLayout<Layout extends ListLayout>(
  usual: Layout,
  isOfList: (layout: ListLayout) => layout is Layout,
): KeptLayout<Layout> | null {
  const stored = useOperation('lists.layouts', {})
  const save = useCommand('lists.saveLayout')
  const [changed, setChanged] = useState<Layout | null>(null)
  if (stored.isPending) return null
  return {
    layout: changed ?? stored.data?.find(isOfList) ?? usual,
    change(layout) {
      setChanged(layout)
      save.mutate(layout)
    },
  }
}
