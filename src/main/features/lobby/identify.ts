import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { Arrived } from '../../../shared/contract/lobby.ts'
import { isOpen } from '../../../shared/domain/visit.ts'
import type { WriteContext } from '../../engine/context.ts'
import { endForgottenVisits, joinVisits } from '../../engine/visits/join-visits.ts'
import { openVisitOf } from '../../engine/visits/read-visits.ts'
import { requireById, requireVisit, told, writeVisitor } from './visit-row.ts'
import { type Visitor, visitorOf } from './visitor.ts'

/**
 * Says who a visitor is (L2), or that nobody knows after all. If the person is here with another ticket already, the
 * two visits become one.
 * @throws Refusal `lobby.notFound`, `customers.notFound`, `lobby.leadUnknown`
 */
export function identify(context: WriteContext, { visitUid, who }: ParsedInputOf<'lobby.identify'>): Arrived {
  const { connection } = context
  const { id } = requireVisit(connection, visitUid)
  const keptId = recognise(context, id, visitorOf(connection, who))
  const outcome = requireById(connection, keptId).visit.uid === visitUid ? 'arrived' : 'joined'
  context.note({ known: who.kind, outcome })
  return { outcome, visit: told(context, keptId, { who }) }
}

/**
 * Writes who a visitor is, and joins them to the visit that the person has open.
 * @returns the number of the visit that stays
 */
export function recognise(context: WriteContext, id: number, visitor: Visitor): number {
  const { connection, nowAt, todayOn } = context
  const { personId } = visitor
  const isHere = isOpen(requireById(connection, id).visit.state)
  if (personId !== null && isHere) {
    endForgottenVisits(connection, personId, context)
    const other = openVisitOf(connection, personId, todayOn)
    if (other !== undefined && other !== id) {
      const keptId = joinVisits(connection, id, other, nowAt)
      writeVisitor(context, keptId, visitor)
      context.changed('visit_ticket')
      return keptId
    }
  }
  writeVisitor(context, id, visitor)
  return id
}
