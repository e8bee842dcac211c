import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { PromptKind } from '../../../shared/domain/prompts/prompt-kinds.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { type RowOf, textOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { personOf } from '../../records/people/person.ts'

const { customer, prompt } = TABLES

const PROMPT_BY_UID = read(
  {
    id: prompt.id,
    kind: textOf<PromptKind>(),
    marketing: prompt.marketing,
    visitId: prompt.visit_id,
    response: prompt.response,
    personId: customer.id,
    personUid: customer.uid,
  },
  `SELECT prompt.id, prompt.kind, prompt.marketing, prompt.visit_id AS visitId, prompt.response,
     person.id AS personId, person.uid AS personUid
   FROM prompt ${personOf('prompt')}
   WHERE prompt.uid = ?`,
)

/** A prompt as it stands in its row, with the person whom it is about by now. */
export type PromptRow = RowOf<typeof PROMPT_BY_UID.columns>

/** @throws AppError `prompts.notFound` */
export function requirePrompt(connection: ReadConnection, promptUid: string): PromptRow {
  const row = PROMPT_BY_UID.get(connection, promptUid)
  if (row === undefined) throw new AppError('prompts.notFound')
  return row
}
