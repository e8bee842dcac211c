import { Refusal } from '../../../shared/domain/branch/refusal.ts'
import type { PromptResponse } from '../../../shared/domain/prompts/prompt-history.ts'
import type { PromptKind } from '../../../shared/domain/prompts/prompt-kinds.ts'
import type { Connection } from '../../engine/connection.ts'
import { personOf } from '../../records/people/person.ts'

/** A prompt as it stands in its row, with the person whom it is about by now. */
export interface PromptRow {
  readonly id: number
  readonly kind: PromptKind
  readonly marketing: 0 | 1
  readonly visitId: number | null
  readonly response: PromptResponse | null
  readonly respondedAt: number | null
  readonly respondedBy: string | null
  readonly personId: number
  readonly personUid: string
}

/** @throws Refusal `prompts.notFound` */
export function requirePrompt(connection: Connection, promptUid: string): PromptRow {
  const row = connection
    .statement<PromptRow>(
      `SELECT prompt.id, prompt.kind, prompt.marketing, prompt.visit_id AS visitId, prompt.response,
         prompt.responded_at AS respondedAt, prompt.responded_by AS respondedBy,
         person.id AS personId, person.uid AS personUid
       FROM prompt ${personOf('prompt')}
       WHERE prompt.uid = ?`,
    )
    .get(promptUid)
  if (row === undefined) throw new Refusal('prompts.notFound')
  return row
}
