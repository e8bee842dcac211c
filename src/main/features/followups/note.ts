import type { Published } from '../../../shared/contract/events/index.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { WriteContext } from '../../engine/context.ts'
import { insertNote } from '../../records/contacts/write-note.ts'
import { requirePerson } from '../../records/people/person.ts'
import { momentOf } from '../../records/work/moment.ts'

/**
 * Keeps a note about a customer (F6). Nobody was contacted, so no prohibition stands against it and no date moves.
 * @throws AppError `customers.notFound`
 */
export function note(context: WriteContext, input: ParsedInputOf<'followups.note'>): null {
  const person = requirePerson(context.connection, input.customerUid)
  const noteUid = insertNote(context, person.id, input.note, momentOf(context))
  context.about(person.uid)
  context.publish({ ...input, noteUid } satisfies Published<'followups.note'>)
  return null
}
