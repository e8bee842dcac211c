import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { ShownPrompts } from '../../../shared/contract/prompts.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { canUndo, UNDO_WINDOW_MS } from '../../../shared/domain/work/undo-window.ts'
import type { WriteContext } from '../../engine/context.ts'
import { writeResponse } from '../../records/prompts/write-prompt.ts'
import { requirePrompt } from './prompt-row.ts'
import { showTo } from './show-to.ts'

/**
 * Takes an answer back while its button is still on the screen; only who gave it can.
 * @throws AppError `prompts.notFound`, `prompts.undoTooLate`
 */
export function undoResponse(
  context: WriteContext,
  { promptUid }: ParsedInputOf<'prompts.undoResponse'>,
): ShownPrompts {
  const { connection, nowAt, staff } = context
  const { id, kind, respondedAt, respondedBy, personId, personUid, visitId } = requirePrompt(
    connection,
    promptUid,
  )
  if (respondedAt === null || respondedBy !== staff.no || !canUndo(respondedAt, nowAt)) {
    throw new AppError('prompts.undoTooLate', { seconds: UNDO_WINDOW_MS / 1000 })
  }
  writeResponse(context, id, null)
  context.about(personUid)
  context.note({ kind })
  return showTo(context, personId, visitId)
}
