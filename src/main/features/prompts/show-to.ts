import type { ShownPrompt, ShownPrompts } from '../../../shared/contract/prompts.ts'
import type { PromptResponse } from '../../../shared/domain/prompts/prompt-history.ts'
import type { PromptKind } from '../../../shared/domain/prompts/prompt-kinds.ts'
import type { Prompt } from '../../../shared/domain/prompts/prompts.ts'
import type { WriteContext } from '../../engine/context.ts'
import { RECORDS_OF_PERSON } from '../../records/people/person.ts'
import { promptsFor } from '../../records/prompts/read-prompts.ts'

interface KnownRow {
  readonly uid: string
  readonly response: PromptResponse | null
}

/** A prompt of the same visit; outside a visit, of the same day. */
export const SAME_OCCASION = `SELECT uid, response FROM prompt
  WHERE customer_id IN (${RECORDS_OF_PERSON}) AND kind = ? AND visit_id IS ?
    AND (visit_id IS NOT NULL OR on_date = ?)
  ORDER BY id LIMIT 1`

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
  const known = shownBefore(context, personId, visitId, prompt.kind)
  if (known !== undefined) return { ...prompt, ...known }
  const uid = context.newUid()
  context.connection
    .statement(
      `INSERT INTO prompt (uid, customer_id, visit_id, kind, play, marketing, on_date, shown_at, shown_to)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      uid,
      personId,
      visitId,
      prompt.kind,
      prompt.play,
      prompt.marketing ? 1 : 0,
      context.todayOn,
      context.nowAt,
      context.staff.no,
    )
  context.changed('prompt')
  return { ...prompt, uid, response: null }
}

function shownBefore(
  { connection, todayOn }: WriteContext,
  personId: number,
  visitId: number | null,
  kind: PromptKind,
): KnownRow | undefined {
  return connection.statement<KnownRow>(SAME_OCCASION).get(personId, personId, kind, visitId, todayOn)
}
