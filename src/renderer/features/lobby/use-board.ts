import { type RefObject, useRef, useState } from 'react'
import type { BoardVisit, Visit } from '../../../shared/contract/lobby.ts'
import { movesOf, type VisitMove } from '../../../shared/domain/visit.ts'
import type { DoorError } from '../../app/bridge.ts'
import { useCommand } from '../../app/operations.ts'
import { useOpenSession } from '../../app/session.tsx'
import { afterMove, cursorIndex } from './board-cursor.ts'

/** What was done last in this window; it is offered to be taken back until the cursor goes elsewhere. */
export interface LastStep {
  readonly move: VisitMove
  readonly visit: Visit
}

export interface BoardState {
  readonly at: number
  readonly current: BoardVisit | undefined
  readonly last: LastStep | null
  readonly canUndo: boolean
  readonly error: DoorError | null
  readonly list: RefObject<HTMLDivElement | null>
  put(visitUid: string): void
  /** Makes a step with the visitor at the cursor; an undo takes back the last step of this window first. */
  move(move: VisitMove): void
}

/** The cursor on the board and the steps that are made from it. */
export function useBoard(visits: readonly BoardVisit[]): BoardState {
  const { staff } = useOpenSession()
  const [uid, setUid] = useState<string | null>(null)
  const [last, setLast] = useState<LastStep | null>(null)
  const lastAt = useRef(0)
  const list = useRef<HTMLDivElement>(null)
  const advance = useCommand('lobby.advance')
  const at = cursorIndex(visits, uid ?? visits[0]?.uid ?? null, lastAt.current)
  lastAt.current = at
  const current = visits[at]

  const put = (visitUid: string) => {
    setUid(visitUid)
    setLast(null)
    advance.reset()
  }
  const step = (visit: Visit, move: VisitMove) =>
    advance.mutate(
      { visitUid: visit.uid, move },
      {
        onSuccess: (moved) => {
          setUid(move === 'undo' ? moved.uid : afterMove(visits, moved.uid, move))
          setLast({ move, visit: moved })
        },
      },
    )
  const undone = last !== null && last.move !== 'undo' ? last.visit : current
  const canUndo =
    undone !== undefined && movesOf(undone, { staffNo: staff.no, role: staff.role }).includes('undo')
  const move = (wanted: VisitMove) => {
    const visit = wanted === 'undo' ? undone : current
    if (visit === undefined || advance.isPending) return
    // A key for serving whom one serves already is a second press, not a wish.
    if (wanted === 'serve' && visit.state === 'serving' && visit.servedBy === staff.no) return
    if (wanted === 'undo' && !canUndo) return
    step(visit, wanted)
  }
  return { at, current, last, canUndo, error: advance.error, list, put, move }
}
