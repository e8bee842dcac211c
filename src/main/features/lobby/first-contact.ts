import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { Visit } from '../../../shared/contract/lobby.ts'
import type { WriteContext } from '../../engine/context.ts'
import { requireVisit, told } from './visit-row.ts'

type Found = ParsedInputOf<'lobby.firstContact'>['found']

/**
 * Leaves what the first words at the door found out (L5): the business, a product to come back to, or that the visitor
 * wants to be left alone, which silences marketing prompts until they go.
 * @throws Refusal `lobby.notFound`
 */
export function firstContact(
  context: WriteContext,
  { visitUid, found }: ParsedInputOf<'lobby.firstContact'>,
): Visit {
  const { id } = requireVisit(context.connection, visitUid)
  write(context, id, found)
  context.note(found)
  return told(context, id, { found })
}

function write({ connection, nowAt }: WriteContext, id: number, found: Found): void {
  const [column, value] = columnOf(found)
  connection
    .statement(`UPDATE visit SET ${column} = ?, updated_at = ?, version = version + 1 WHERE id = ?`)
    .run(value, nowAt, id)
}

function columnOf(found: Found): ['business' | 'clue' | 'do_not_disturb', string | number] {
  switch (found.kind) {
    case 'business':
      return ['business', found.business]
    case 'clue':
      return ['clue', found.product ?? '']
    case 'do-not-disturb':
      return ['do_not_disturb', found.on ? 1 : 0]
  }
}
