import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardVisit } from '../../../shared/contract/lobby.ts'
import { isOpen } from '../../../shared/domain/lobby/visit.ts'
import { isPlainKey } from '../../ui/composition.ts'
import options from '../../ui/option-rows.module.css'
import { selectedBy } from '../../ui/row-cursor.ts'
import { isFocusFree } from '../../ui/working-place.ts'
import classes from './board.module.css'
import { BoardRow } from './board-row.tsx'
import { IdentifyRow } from './identify-row.tsx'

const ROW_HEIGHT = 54

/** The visits of the day for arrow keys and mouse alike; only what is in view exists. */
export function BoardList(props: {
  readonly visits: readonly BoardVisit[]
  readonly at: number
  /** Somebody else is on the right: no row is selected, and no key acts on one. */
  readonly isIdle: boolean
  readonly identifyingUid: string | null
  readonly list: RefObject<HTMLDivElement | null>
  onPut(visit: BoardVisit): void
  /** A click. */
  onShow(visit: BoardVisit): void
  /** Enter. */
  onOpen(visit: BoardVisit): void
  onIdentified(visitUid: string | null): void
  /** A key that moves nothing. @returns whether it was taken */
  onKey(event: KeyboardEvent): boolean
}) {
  const { visits, at, isIdle, list, identifyingUid } = props
  const { t } = useTranslation()
  const id = useId()
  const shown = useVirtualizer({
    count: visits.length,
    getScrollElement: () => list.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => visits[index]?.uid ?? index,
    overscan: 8,
  })
  useKeysFromNowhere(list)
  // Whoever was just let in stands last, which may be out of sight. The bar below takes room when it asks.
  // Rows that move up under the cursor scroll nothing.
  const atUid = visits[at]?.uid
  const height = shown.scrollRect?.height
  const keepInSight = useEffectEvent(() => shown.scrollToIndex(at))
  useEffect(() => {
    if (atUid !== undefined && height !== undefined) keepInSight()
  }, [atUid, height])
  const withRow = (index: number, then: (visit: BoardVisit) => void) => {
    const visit = visits[index]
    if (visit !== undefined) then(visit)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== list.current || !isPlainKey(event)) return
    const to = selectedBy(event.key, at, visits.length, isIdle)
    if (to !== null) withRow(to, props.onPut)
    else if (event.key === 'Enter' && !isIdle) withRow(at, props.onOpen)
    else if (!props.onKey(event)) return
    event.preventDefault()
  }
  const asked = shown.getVirtualItems().find(({ index }) => visits[index]?.uid === identifyingUid)
  const askedVisit = asked === undefined ? undefined : visits[asked.index]
  return (
    <div className={classes.frame}>
      <div
        ref={list}
        className={`${options.scroll} ${classes.scroll}`}
        role="listbox"
        tabIndex={0}
        aria-label={t('lobby.list')}
        aria-description={t('lobby.listKeys')}
        aria-activedescendant={visits.length > 0 && !isIdle ? `${id}-${at}` : undefined}
        onKeyDown={onKeyDown}
      >
        <div className={options.lines} style={{ height: shown.getTotalSize() }} role="presentation">
          {shown.getVirtualItems().map(({ index, start, key }) => {
            const visit = visits[index]
            if (visit === undefined) return null
            return (
              <div
                key={key}
                id={`${id}-${index}`}
                className={`${options.line} ${options.row}`}
                style={{ transform: `translateY(${start}px)` }}
                role="option"
                tabIndex={-1}
                aria-selected={index === at && !isIdle}
                aria-setsize={visits.length}
                aria-posinset={index + 1}
                data-open={isOpen(visit.state)}
                onClick={() => props.onShow(visit)}
                onKeyDown={onKeyDown}
              >
                <BoardRow visit={visit} />
              </div>
            )
          })}
        </div>
      </div>
      {asked !== undefined && askedVisit !== undefined && (
        // Over its row and not in it: an option of a list may hold no field.
        <div className={classes.over} style={{ top: asked.start - (shown.scrollOffset ?? 0) }}>
          <IdentifyRow key={askedVisit.uid} visit={askedVisit} onDone={props.onIdentified} />
        </div>
      )}
    </div>
  )
}

/** Whoever comes here by keyboard goes on with the arrows, unless another place has the focus already. */
function useKeysFromNowhere(list: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    if (isFocusFree()) list.current?.focus()
  }, [list])
}
