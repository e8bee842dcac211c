import type { PromptKind } from '../../../shared/domain/prompts/prompt-kinds.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { textOf } from '../../engine/schema/columns.ts'
import { read } from '../../engine/statement.ts'
import { RECORDS_OF_PERSON } from '../people/person.ts'

const ACCEPTED_ON = read(
  { kind: textOf<PromptKind>() },
  `SELECT DISTINCT kind FROM prompt
   WHERE customer_id IN (${RECORDS_OF_PERSON}) AND on_date = ? AND response = 'accepted'`,
)

/** L3: the kinds of the prompts of a day that a person said yes to, on whichever of their records. */
export function acceptedPromptsOf(
  connection: ReadConnection,
  personId: number,
  onDate: string,
): readonly PromptKind[] {
  return ACCEPTED_ON.all(connection, personId, personId, onDate).map(({ kind }) => kind)
}
