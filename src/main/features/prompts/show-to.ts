import type { ShownPrompt, ShownPrompts } from '../../../shared/contract/prompts.ts'
import type { Prompt } from '../../../shared/domain/prompts/prompts.ts'
import type { WriteContext } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { RECORDS_OF_PERSON } from '../../records/people/person.ts'
import { promptsFor } from '../../records/prompts/read-prompts.ts'
import { insertPrompt } from '../../records/prompts/write-prompt.ts'

/** A prompt of the same visit; outside a visit, of the same day. */
export const SAME_OCCASION = read(
  { uid: TABLES.prompt.uid, response: TABLES.prompt.response },
  `SELECT uid, response FROM prompt
   WHERE customer_id IN (${RECORDS_OF_PERSON}) AND kind = ? AND visit_id IS ?
     AND (visit_id IS NOT NULL OR on_date = ?)
   ORDER BY id LIMIT 1`,
)

/**
 * Makes a person's prompts and keeps that they were shown: one row a prompt and occasion, however often and to however
 * many of the staff, because it is the customer who is spoken to once.
 * @param visitId null outside a visit
 */
export function showTo(context: WriteContext, personId: number, visitId: number | null): ShownPrompts {
  const { prompts, blocks } = promptsFor(context.connection, personId, { ...context, visitId })
  return {
    prompts: prompts.map((prompt) => rememberShown(context, personId, visitId, prompt)),
    blocks,
  }
}

function rememberShown(
  context: WriteContext,
  personId: number,
  visitId: number | null,
  prompt: Prompt,
): ShownPrompt {
  const { connection, todayOn } = context
  const known = SAME_OCCASION.get(connection, personId, personId, prompt.kind, visitId, todayOn)
  if (known !== undefined) return { ...prompt, ...known }
  const uid = insertPrompt(context, { personId, visitId }, prompt)
  return { ...prompt, uid, response: null }
}
