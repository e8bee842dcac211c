import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { ShownPrompts } from '../../../shared/contract/prompts.ts'
import type { WriteContext } from '../../engine/context.ts'
import { requireOpened } from '../../records/people/opened.ts'
import { requirePerson, uidsOfPerson } from '../../records/people/person.ts'
import { openVisitOf } from '../../records/visits/read-visits.ts'
import { showTo } from './show-to.ts'
import { visitOfPerson } from './visit-of-person.ts'

/**
 * Puts what there is to say before whoever serves a person (L3, L4). Where no visit is named, the person's open one
 * counts, so that the panel and the strip speak of the same occasion.
 * @throws AppError `customers.notFound`, `customers.notOpened`, `lobby.notFound`
 */
export function show(
  context: WriteContext,
  { customerUid, visitUid }: ParsedInputOf<'prompts.show'>,
): ShownPrompts {
  const person = requirePerson(context.connection, customerUid)
  const open = openVisitOf(context.connection, person.id, context.todayOn) ?? null
  // Amounts and dates of a person are for who opened them, which is recorded and counted, or has them in the lobby (P2).
  if (open === null) requireOpened(context, uidsOfPerson(context.connection, person.id))
  const visitId = visitUid === null ? open : visitOfPerson(context.connection, person.id, visitUid)
  const shown = showTo(context, person.id, visitId)
  context.about(person.uid)
  context.note({ prompts: shown.prompts.length, blocks: shown.blocks.length })
  return shown
}
