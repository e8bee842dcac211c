import { type KeyboardEvent, useState } from 'react'
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

export interface RowCursor {
  /** The row that the keys are at. */
  readonly at: number
  put(row: number): void
  onKeyDown(event: KeyboardEvent): void
}

/**
 * The keyboard of a list that has the focus as a whole: arrows, pages, Home and End move, Enter opens.
 * @param onMove scrolls the row into view
 */
export function useRowCursor(
  count: number,
  onOpen: (row: number) => void,
  onMove: (row: number) => void,
): RowCursor {
  const [wanted, setWanted] = useState(0)
  const at = Math.min(wanted, Math.max(0, count - 1))
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPlainKey(event)) return
    const to = movedTo(event.key, at, count)
    if (to !== null) {
      setWanted(to)
      onMove(to)
    } else if (event.key === 'Enter' && count > 0) onOpen(at)
    else return
    event.preventDefault()
  }
  return { at, put: setWanted, onKeyDown }
}
