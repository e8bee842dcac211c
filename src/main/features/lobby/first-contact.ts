import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { Visit } from '../../../shared/contract/lobby.ts'
import type { WriteContext } from '../../engine/context.ts'
import { writeFinding } from '../../records/visits/write-visit.ts'
import { announced, requireVisit } from './visit-row.ts'

/**
 * Leaves what the first words at the entrance found out (L5): the business, a product to come back to, or that the
 * visitor wants to be left alone, which silences marketing prompts until they go.
 * @throws AppError `lobby.notFound`
 */
export function firstContact(
  context: WriteContext,
  { visitUid, found }: ParsedInputOf<'lobby.firstContact'>,
): Visit {
  const { id } = requireVisit(context.connection, visitUid)
  writeFinding(context, id, found)
  context.note(found)
  return announced(context, id, { found })
}
