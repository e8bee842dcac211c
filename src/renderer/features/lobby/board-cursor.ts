import { isOpen, type VisitMove, type VisitState } from '../../../shared/domain/lobby/visit.ts'

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
