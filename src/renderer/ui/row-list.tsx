import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
} from 'react'
import { useRowCursor } from './row-cursor.ts'
import classes from './row-list.module.css'
import { extended, marksAfter, type RowMarks, toggled } from './row-marks.ts'
import { isFocusFree, isTyping } from './working-place.ts'

/** Rows before the end at which the next page is asked for, so that scrolling does not run into a wall. */
const READ_AHEAD = 20
const OVERSCAN_ROWS = 8

/**
 * A list of any length with the focus on it as a whole: only what is in view exists. Arrow keys move, Enter or a click
 * opens.
 */
export function RowList<Row>(props: {
  readonly label: string
  readonly rows: readonly Row[]
  readonly rowHeight: number
  keyOf(row: Row): string
  /** Somebody else than the row's own is on the right. */
  isAnother?(row: Row): boolean
  render(row: Row): ReactNode
  onOpen(row: Row): void
  onEndNear?(): void
  /** The row that the keys are at, whenever it is another. */
  onCursor?(row: Row): void
  /** A row was selected by a key or a click. */
  onSelect?(row: Row): void
  /** A key that the list has no use for itself; true where it was taken. */
  onKey?(event: KeyboardEvent, row: Row): boolean
  /** Lets several rows be marked: Space, Shift with arrows, Ctrl+A, a click with Ctrl or Shift. */
  readonly marks?: RowMarks
  /** The person of a row whose key is another. */
  personOf?(row: Row): string | null
  /** The row to which the cursor goes, by its person or its key, whenever it is told anew: somebody went there from elsewhere. */
  readonly follow?: { readonly customerUid: string; readonly times: number } | null
  /**
   * Whether the keys go to the list as soon as it is there: from anything but a field that somebody types in, or only where
   * nothing else has them.
   */
  readonly takesFocus?: 'unless-typing' | 'if-free'
}) {
  const { rows, rowHeight, onEndNear, takesFocus } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN_ROWS,
  })
  const withRow = (index: number, then: ((row: Row) => void) | undefined) => {
    const row = rows[index]
    if (row !== undefined) then?.(row)
  }
  const open = (index: number) => withRow(index, props.onOpen)
  const cursor = useRowCursor(rows.map(props.keyOf), {
    isIdle: (index) => {
      const row = rows[index]
      return row !== undefined && props.isAnother?.(row) === true
    },
    onOpen: open,
    onMove: (index) => {
      virtual.scrollToIndex(index)
      withRow(index, props.onSelect)
    },
  })
  const shown = virtual.getVirtualItems()
  const endNear = (shown.at(-1)?.index ?? 0) >= rows.length - READ_AHEAD
  useEffect(() => {
    if (endNear) onEndNear?.()
  }, [endNear, onEndNear])
  useEffect(() => {
    const mayTake = takesFocus === 'if-free' ? isFocusFree() : !isTyping()
    if (takesFocus !== undefined && mayTake) scroller.current?.focus()
  }, [takesFocus])
  const goTo = useEffectEvent((wanted: string) => {
    const index = rows.findIndex((row) => props.personOf?.(row) === wanted || props.keyOf(row) === wanted)
    if (index === -1) return
    cursor.put(index)
    virtual.scrollToIndex(index)
  })
  const followed = props.follow?.customerUid
  const followedTimes = props.follow?.times ?? 0
  const firstTimes = useRef(followedTimes)
  useEffect(() => {
    // What was gone to before the list was there is none of its business.
    if (followed !== undefined && followedTimes !== firstTimes.current) goTo(followed)
  }, [followed, followedTimes])
  const at = rows[cursor.at]
  const tellCursor = useEffectEvent((row: Row) => props.onCursor?.(row))
  const atKey = at === undefined ? null : props.keyOf(at)
  useEffect(() => {
    if (atKey !== null && at !== undefined) tellCursor(at)
  }, [atKey, at])
  const { marks } = props
  const onKeyDown = (event: KeyboardEvent) => {
    const after =
      marks === undefined
        ? null
        : marksAfter(event, rows.map(props.keyOf), cursor.isIdle ? null : cursor.at, marks.marked)
    if (after !== null) {
      marks?.set(after.marked)
      if (after.usedUp) {
        event.preventDefault()
        event.stopPropagation()
        return
      }
    }
    if (at !== undefined && !cursor.isIdle && props.onKey?.(event, at) === true) event.preventDefault()
    else cursor.onKeyDown(event)
  }
  const onClick = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null
    if (row === null) return
    const index = Number(row.dataset.row)
    scroller.current?.focus()
    const clicked = rows[index]
    if (marks !== undefined && clicked !== undefined && (event.ctrlKey || event.metaKey || event.shiftKey)) {
      marks.set(
        event.shiftKey
          ? extended(marks.marked, rows.map(props.keyOf), cursor.at, index)
          : toggled(marks.marked, props.keyOf(clicked)),
      )
      cursor.put(index)
      return
    }
    cursor.put(index)
    withRow(index, props.onSelect)
    open(index)
  }
  return (
    <div
      ref={scroller}
      className={classes.list}
      role="listbox"
      aria-multiselectable={marks !== undefined || undefined}
      aria-label={props.label}
      aria-activedescendant={rows.length > 0 && !cursor.isIdle ? `${id}-${cursor.at}` : undefined}
      tabIndex={0}
      // In a dialog, which looks for this when it opens.
      data-autofocus={takesFocus === 'unless-typing' || undefined}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div className={classes.all} style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const row = rows[index]
          return (
            row !== undefined && (
              <div
                key={props.keyOf(row)}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === cursor.at && !cursor.isIdle}
                aria-posinset={index + 1}
                aria-setsize={rows.length}
                aria-checked={marks?.marked.has(props.keyOf(row))}
                data-row={index}
                data-cursor={index === cursor.at && !cursor.isIdle}
                className={classes.row}
                style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              >
                {props.render(row)}
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}
