import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { BoardVisit, Visit } from '../../../shared/contract/lobby.ts'
import type { UndoableStep } from '../../../shared/contract/undo.ts'
import { isOpen, movesOf, type VisitMove, type VisitState } from '../../../shared/domain/lobby/visit.ts'
import type { CallError } from '../../ipc/call-error.ts'
import { useCommand } from '../../ipc/operations.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { useNewestStep } from '../../shared/undo/use-newest-step.ts'
import { useTakeBack } from '../../shared/undo/use-take-back.ts'

/** What was done last in this window; it is said until the cursor goes elsewhere or it is taken back. */
export type LastStep =
  | { readonly kind: 'move'; readonly move: VisitMove; readonly visit: Visit }
  | { readonly kind: 'part'; readonly visit: Visit; readonly parted: Visit }

/** A key that came while the step before it was still being saved: no key is lost, and none acts on another visitor. */
type Wish =
  | { readonly kind: 'undo' }
  | { readonly kind: 'move'; readonly move: Exclude<VisitMove, 'undo'>; readonly visitUid: string }

export interface BoardState {
  readonly at: number
  readonly current: BoardVisit | undefined
  readonly last: LastStep | null
  /** What U takes back: the last step of the signed-in person, whichever it was; null where there is none. */
  readonly newest: UndoableStep | null
  /** Whether the visit at the cursor can go back to the state before, however long ago that was. */
  readonly canStepBack: boolean
  readonly error: CallError | null
  readonly list: RefObject<HTMLDivElement | null>
  put(visitUid: string): void
  /** Makes a step with the visitor at the cursor. */
  move(move: Exclude<VisitMove, 'undo'>): void
  /** Puts the visit at the cursor back into the state before. */
  stepBack(): void
  /** Takes back what the signed-in person did last. */
  undo(): void
  /** Says that a ticket of the visitor at the cursor is somebody else's. */
  part(ticket: string): void
}

/**
 * The cursor on the board and the steps that are made from it.
 * @param onGone the cursor went on from a visitor to the next one by itself
 */
export function useBoard(visits: readonly BoardVisit[], onGone: (visit: Visit) => void): BoardState {
  const { staff } = useOpenSession()
  const [uid, setUid] = useState<string | null>(null)
  const [last, setLast] = useState<LastStep | null>(null)
  const lastAt = useRef(0)
  const list = useRef<HTMLDivElement>(null)
  const advance = useCommand('lobby.advance')
  const parting = useCommand('lobby.part')
  const newest = useNewestStep()
  const taking = useTakeBack()
  const [next, setNext] = useState<Wish | null>(null)
  const busy = advance.isPending || parting.isPending || taking.busy
  const at = cursorIndex(visits, uid ?? visits[0]?.uid ?? null, lastAt.current)
  lastAt.current = at
  const current = visits[at]

  const put = (visitUid: string) => {
    setUid(visitUid)
    setLast(null)
    for (const command of [advance, parting]) command.reset()
  }
  const step = (visit: Visit, move: VisitMove) =>
    advance.mutate(
      { visitUid: visit.uid, move },
      {
        onSuccess: (moved) => {
          const next = afterMove(visits, moved.uid, move)
          setUid(next)
          if (next !== moved.uid) onGone(moved)
          setLast({ kind: 'move', move, visit: moved })
        },
      },
    )
  // The other visitor is at the cursor then: who they are is the next question.
  const part = (ticket: string) => {
    if (current === undefined || busy) return
    parting.mutate(
      { visitUid: current.uid, ticket },
      {
        onSuccess: ({ visit, parted }) => {
          setUid(parted.uid)
          onGone(visit)
          setLast({ kind: 'part', visit, parted })
        },
      },
    )
  }
  const canStepBack =
    current !== undefined && movesOf(current, { staffNo: staff.no, role: staff.role }).includes('undo')
  const move = (wanted: Exclude<VisitMove, 'undo'>) => {
    if (current === undefined) return
    if (busy) {
      // The same once more is a second press, not a wish.
      const isSame = advance.isPending && advance.variables.move === wanted
      if (!isSame) setNext({ kind: 'move', move: wanted, visitUid: current.uid })
      return
    }
    // A key for serving whom one serves already is a second press, not a wish.
    if (wanted === 'serve' && current.state === 'serving' && current.servedBy === staff.no) return
    step(current, wanted)
  }
  const stepBack = () => {
    if (current !== undefined && canStepBack && !busy) step(current, 'undo')
  }
  const undo = () => {
    if (busy) {
      // Twice would take back an older step, of somebody else.
      if (!taking.busy) setNext({ kind: 'undo' })
      return
    }
    // The next key is for the visitor whose step it was, as it was before the step.
    if (last !== null && newest?.action.startsWith('lobby.') === true) setUid(last.visit.uid)
    setLast(null)
    taking.takeNewest()
  }
  const error = advance.error ?? parting.error ?? taking.error
  const goOn = useEffectEvent((wish: Wish) => {
    setNext(null)
    // It was meant for what the step before would have made: what there is to take back now is something else.
    if (error !== null) return
    if (wish.kind === 'undo') undo()
    else if (wish.visitUid === current?.uid) move(wish.move)
  })
  useEffect(() => {
    if (next !== null && !busy) goOn(next)
  }, [next, busy])
  return { at, current, last, newest, canStepBack, error, list, put, move, stepBack, undo, part }
}

interface Row {
  readonly uid: string
  readonly state: VisitState
}

/**
 * Where the cursor stands. It belongs to a visit and not to a place: when somebody else goes and the rows move up, a key
 * that is already on its way must not end the next visitor's visit.
 * @param lastAt where it stood before, for a visit that was joined to another and is gone
 */
export function cursorIndex(visits: readonly Row[], uid: string | null, lastAt: number): number {
  const index = visits.findIndex((visit) => visit.uid === uid)
  return index >= 0 ? index : Math.max(0, Math.min(visits.length - 1, lastAt))
}

/** Whom the cursor goes to after a step: the next who is here, when the visitor it was on has gone. */
export function afterMove(visits: readonly Row[], uid: string, move: VisitMove): string {
  if (move !== 'finish' && move !== 'leave') return uid
  const index = visits.findIndex((visit) => visit.uid === uid)
  const here = (row: Row | undefined) => row !== undefined && isOpen(row.state)
  const [next, previous] = [visits[index + 1], visits[index - 1]]
  if (here(next)) return next?.uid ?? uid
  return here(previous) ? (previous?.uid ?? uid) : uid
}
