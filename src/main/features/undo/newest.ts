import type { DoneStep, UndoableStep } from '../../../shared/contract/undo.ts'
import { canUndo, UNDO_WINDOW_MS } from '../../../shared/domain/work/undo-window.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { ReadContext } from '../../engine/context.ts'
import { newestSlipOf, type UndoSlip } from '../../engine/undo/slip.ts'
import { subjectOfSlip } from './step-subject.ts'

/** What the caller did last, while it can be taken back. */
export function newest({ connection, staff, nowAt }: ReadContext): UndoableStep | null {
  const slip = newestSlipOf(connection, staff.no)
  if (slip === undefined || !canUndo(slip.at, nowAt)) return null
  const { operationId, at } = slip
  return { ...stepOf(connection, slip), operationId, untilAt: at + UNDO_WINDOW_MS }
}

/** A slip as a window may know it. */
export function stepOf(connection: ReadConnection, slip: UndoSlip): DoneStep {
  const { operation, detail, at } = slip
  return { action: operation, detail, at, subject: subjectOfSlip(connection, slip) }
}
