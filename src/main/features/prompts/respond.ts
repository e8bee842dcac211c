import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { AnsweredPrompt } from '../../../shared/contract/prompts.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { WriteContext } from '../../engine/context.ts'
import { writeResponse } from '../../records/prompts/write-prompt.ts'
import { requirePrompt } from './prompt-row.ts'
import { showTo } from './show-to.ts'

/**
 * What the customer said to a prompt (L4). A refusal is of this prompt alone and closes no channel: that is said in a
 * contact (F6). 暂不 silences it for the visit.
 * @throws AppError `prompts.notFound`, `prompts.answered`
 */
export function respond(
  context: WriteContext,
  { promptUid, response }: ParsedInputOf<'prompts.respond'>,
): AnsweredPrompt {
  const prompt = requirePrompt(context.connection, promptUid)
  if (prompt.response !== null) throw new AppError('prompts.answered')
  writeResponse(context, prompt.id, response)
  context.about(prompt.personUid)
  context.note({ kind: prompt.kind, response, marketing: prompt.marketing === 1 })
  return { shown: showTo(context, prompt.personId, prompt.visitId) }
}
