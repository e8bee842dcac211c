import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FollowupRow, FollowupList as List } from '../../../shared/contract/followups.ts'
import type { ColumnOf } from '../../../shared/domain/branch/list-columns.ts'
import type { FollowupGroup } from '../../../shared/domain/work/followup-order.ts'
import type { Follow } from '../../router/sequence.tsx'
import { useRowPerson } from '../../shared/person/use-row-person.ts'
import options from '../../ui/option-rows.module.css'
import { useRowCursor } from '../../ui/row-cursor.ts'
import { extended, marksAfter, type RowMarks, toggled } from '../../ui/row-marks.ts'
import { isFocusFree } from '../../ui/working-place.ts'
import { FollowupLine } from './followup-line.tsx'
import classes from './followup-list.module.css'
import { recordsContact } from './recording-parts.tsx'

const HEADING_HEIGHT = 30
const ROW_HEIGHT = 54

/** The work of one person by 逾期, 今日, 明日 and later, for arrow keys and mouse alike. */
export function FollowupList(props: {
  readonly list: List
  readonly columns: readonly ColumnOf<'followups'>[]
  /** In an order in which the groups follow one another, each has its heading. */
  readonly headed: boolean
  readonly marks: RowMarks
  /** The row that somebody went to from the panel. */
  readonly follow: Follow | null
  onOpen(row: FollowupRow): void
  onRecord(row: FollowupRow): void
}) {
  const { t } = useTranslation()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const { rows } = props.list
  const { list, headed } = props
  const lines = useMemo(() => (headed ? listLines(list) : rowLines(list)), [list, headed])
  const shown = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'heading' ? HEADING_HEIGHT : ROW_HEIGHT),
    overscan: 8,
  })
  const person = useRowPerson()
  const select = (position: number) => withRow(rows, position, ({ customer }) => person.select(customer.uid))
  const cursor = useRowCursor(
    rows.map(({ intent }) => intent.uid),
    {
      isIdle: (position) => person.isAnother(rows[position]?.customer.uid),
      onOpen: (position) => withRow(rows, position, props.onOpen),
      onMove: (position) => {
        shown.scrollToIndex(lineOfRow(lines, position))
        select(position)
      },
    },
  )
  // Whoever comes here by keyboard goes on with the arrows, unless another place has the focus already.
  useEffect(() => {
    if (isFocusFree()) scroller.current?.focus()
  }, [])
  const keys = rows.map(({ intent }) => intent.uid)
  const goTo = useEffectEvent((customerUid: string) => {
    const position = rows.findIndex((row) => row.customer.uid === customerUid)
    if (position === -1) return
    cursor.put(position)
    shown.scrollToIndex(lineOfRow(lines, position))
  })
  const { follow } = props
  const followedFrom = useRef(follow?.times)
  useEffect(() => {
    if (follow != null && follow.times !== followedFrom.current) goTo(follow.customerUid)
  }, [follow])
  const onKeyDown = (event: KeyboardEvent) => {
    const after = marksAfter(event, keys, cursor.isIdle ? null : cursor.at, props.marks.marked)
    if (after !== null) {
      props.marks.set(after.marked)
      if (after.usedUp) {
        event.preventDefault()
        return
      }
    }
    if (recordsContact(event) && !cursor.isIdle) {
      event.preventDefault()
      withRow(rows, cursor.at, props.onRecord)
    } else cursor.onKeyDown(event)
  }
  return (
    <div
      ref={scroller}
      className={`${options.scroll} ${classes.scroll}`}
      role="listbox"
      aria-multiselectable
      tabIndex={0}
      aria-label={t('followups.list')}
      aria-description={t('followups.listKeys')}
      aria-activedescendant={rows.length > 0 && !cursor.isIdle ? `${id}-${cursor.at}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div className={options.lines} style={{ height: shown.getTotalSize() }} role="presentation">
        {shown.getVirtualItems().map(({ index, start }) => {
          const line = lines[index]
          const style = { transform: `translateY(${start}px)` }
          if (line === undefined) return null
          if (line.kind === 'heading') return <Heading key={line.group} line={line} style={style} />
          const { row, position } = line
          return (
            <div
              key={row.intent.uid}
              id={`${id}-${position}`}
              className={`${options.line} ${options.row}`}
              style={style}
              role="option"
              tabIndex={-1}
              aria-selected={position === cursor.at && !cursor.isIdle}
              aria-setsize={rows.length}
              aria-posinset={position + 1}
              aria-checked={props.marks.marked.has(row.intent.uid)}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) {
                  const { marked, set } = props.marks
                  set(
                    event.shiftKey
                      ? extended(marked, keys, cursor.at, position)
                      : toggled(marked, row.intent.uid),
                  )
                  cursor.put(position)
                  return
                }
                cursor.put(position)
                select(position)
                props.onOpen(row)
              }}
              onKeyDown={onKeyDown}
            >
              <FollowupLine
                row={row}
                columns={props.columns}
                active={position === cursor.at && !cursor.isIdle}
                onRecord={() => props.onRecord(row)}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Heading(props: {
  readonly line: Extract<ListLine, { kind: 'heading' }>
  readonly style: { readonly transform: string }
}) {
  const { t } = useTranslation()
  const { group, count } = props.line
  return (
    <div
      className={`${options.line} ${classes.heading}`}
      style={props.style}
      data-group={group}
      role="presentation"
    >
      {t(`followups.group.${group}`)} {count}
    </div>
  )
}

function withRow(rows: readonly FollowupRow[], position: number, then: (row: FollowupRow) => void): void {
  const row = rows[position]
  if (row !== undefined) then(row)
}

/** What the list shows line by line: a group's heading, then its rows. */
type ListLine =
  | { readonly kind: 'heading'; readonly group: FollowupGroup; readonly count: number }
  | { readonly kind: 'row'; readonly row: FollowupRow; readonly position: number }

/** The rows alone. */
function rowLines({ rows }: Pick<List, 'rows'>): readonly ListLine[] {
  return rows.map((row, position) => ({ kind: 'row', row, position }))
}

/** The engine's order with a heading where a group begins. A heading counts all the work, also what is not shown. */
export function listLines({ rows, counts }: Pick<List, 'rows' | 'counts'>): readonly ListLine[] {
  return rows.flatMap((row, position): ListLine[] => {
    const line: ListLine = { kind: 'row', row, position }
    const begins = row.group !== rows[position - 1]?.group
    return begins ? [{ kind: 'heading', group: row.group, count: counts[row.group] }, line] : [line]
  })
}

/** The line on which a row stands; 0, the first heading, where there is no such row. */
export function lineOfRow(lines: readonly ListLine[], position: number): number {
  return Math.max(
    0,
    lines.findIndex((line) => line.kind === 'row' && line.position === position),
  )
}
