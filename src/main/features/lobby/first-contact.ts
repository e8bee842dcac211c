import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { Visit } from '../../../shared/contract/lobby.ts'
import type { WriteContext } from '../../engine/context.ts'
import { type Write, write } from '../../engine/statement.ts'
import { requireVisit, told } from './visit-row.ts'

type Found = ParsedInputOf<'lobby.firstContact'>['found']

/**
 * Leaves what the first words at the door found out (L5): the business, a product to come back to, or that the visitor
 * wants to be left alone, which silences marketing prompts until they go.
 * @throws AppError `lobby.notFound`
 */
export function firstContact(
  context: WriteContext,
  { visitUid, found }: ParsedInputOf<'lobby.firstContact'>,
): Visit {
  const { id } = requireVisit(context.connection, visitUid)
  writeFound(context, id, found)
  context.note(found)
  return told(context, id, { found })
}

type FoundColumn = 'business' | 'clue' | 'do_not_disturb'

const SET_COLUMN: Record<FoundColumn, Write> = {
  business: settingOf('business'),
  clue: settingOf('clue'),
  do_not_disturb: settingOf('do_not_disturb'),
}

function settingOf(column: FoundColumn): Write {
  return write(`UPDATE visit SET ${column} = ?, updated_at = ?, version = version + 1 WHERE id = ?`)
}

function writeFound({ connection, nowAt }: WriteContext, id: number, found: Found): void {
  const [column, value] = columnOf(found)
  SET_COLUMN[column].run(connection, value, nowAt, id)
}

function columnOf(found: Found): [FoundColumn, string | number] {
  switch (found.kind) {
    case 'business':
      return ['business', found.business]
    case 'clue':
      return ['clue', found.product ?? '']
    case 'do-not-disturb':
      return ['do_not_disturb', found.on ? 1 : 0]
  }
}
