import type { ListKind } from '../followups.ts'
import { declareInternal, type Nothing } from './declaration.ts'

export const followups = {
  /** A numbered list goes on paper a second time: recorded for everyone on it. Throws as `followups.sheet`. */
  recordReprint: declareInternal('followups.recordReprint', 'write')
    .takes<{ readonly printNo: number }>()
    .returns<{ readonly at: number; readonly kind: ListKind }>(),
  /** Brings every overdue intent on its rung and tells those concerned (F4). */
  escalate: declareInternal('followups.escalate', 'write', 'program')
    .takes<Nothing>()
    .returns<{ readonly moved: number }>(),
  /** When the ladder wants to be looked at; an instant that is past means now. */
  ladderDueAt: declareInternal('followups.ladderDueAt', 'read').takes<Nothing>().returns<number>(),
}
