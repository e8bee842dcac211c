import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { isPlainKey } from './composition.ts'

/** Rows that PageUp and PageDown skip. */
const PAGE_ROWS = 10

/** Where a key moves the cursor in a list; null for a key that moves nothing. */
export function movedTo(key: string, at: number, count: number): number | null {
  const moved: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE_ROWS,
    PageUp: at - PAGE_ROWS,
    Home: 0,
    End: count - 1,
  }
  const to = moved[key]
  return to === undefined || count === 0 ? null : Math.max(0, Math.min(count - 1, to))
}

/**
 * The row that a key selects. Where none is selected, an arrow selects the row at which the cursor stands, so that nobody
 * is passed over unseen.
 */
export function selectedBy(key: string, at: number, count: number, isIdle: boolean): number | null {
  const to = movedTo(key, at, count)
  return to !== null && isIdle && key.startsWith('Arrow') ? at : to
}

export interface RowCursor {
  /** The row that the keys are at. */
  readonly at: number
  /** No row is selected. */
  readonly isIdle: boolean
  put(row: number): void
  onKeyDown(event: KeyboardEvent): void
}

/**
 * The row of a key. It belongs to what the row shows and not to its place: when rows above it come or go, a key that is
 * already on its way must not act on the next one. A row that is gone leaves the cursor where it stood.
 */
export function rowOfKey(keys: readonly string[], key: string | null, lastAt: number): number {
  const found = key === null ? -1 : keys.indexOf(key)
  return found >= 0 ? found : Math.max(0, Math.min(keys.length - 1, lastAt))
}

/**
 * The keyboard of a list that has the focus as a whole: arrows, pages, Home and End move, Enter opens.
 * @param keys what tells the rows apart, in their order
 * @param list.idle no row is selected, because somebody else is on the right: the first arrow selects the row at which the
 *   cursor stands
 * @param list.onMove scrolls the row into view
 */
export function useRowCursor(
  keys: readonly string[],
  list: {
    readonly isIdle: (row: number) => boolean
    onOpen(row: number): void
    onMove(row: number): void
  },
): RowCursor {
  const [wanted, setWanted] = useState<string | null>(null)
  const lastAt = useRef(0)
  const at = rowOfKey(keys, wanted, lastAt.current)
  useEffect(() => {
    lastAt.current = at
  }, [at])
  const isIdle = list.isIdle(at)
  const put = (row: number) => {
    lastAt.current = row
    setWanted(keys[row] ?? null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPlainKey(event)) return
    const to = selectedBy(event.key, at, keys.length, isIdle)
    if (to !== null) {
      put(to)
      list.onMove(to)
    } else if (event.key === 'Enter' && keys.length > 0 && !isIdle) list.onOpen(at)
    else return
    event.preventDefault()
  }
  return { at, isIdle, put, onKeyDown }
}
