import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { Arrived } from '../../../shared/contract/lobby.ts'
import type { WriteContext } from '../../engine/context.ts'
import { recognise } from '../../records/visits/recognise.ts'
import { announced, requireById, requireVisit } from './visit-row.ts'
import { visitorOf } from './visitor.ts'

/**
 * Says who a visitor is (L2), or that nobody knows after all. If the person is here with another ticket already, the
 * two visits become one; a lead that the visit came from is joined to the person, and parted again with the name.
 * @throws AppError `lobby.notFound`, `customers.notFound`, `lobby.leadUnknown`
 */
export function identify(context: WriteContext, { visitUid, who }: ParsedInputOf<'lobby.identify'>): Arrived {
  const { connection } = context
  const { id } = requireVisit(connection, visitUid)
  const keptId = recognise(context, id, visitorOf(connection, who))
  const outcome = requireById(connection, keptId).visit.uid === visitUid ? 'arrived' : 'joined'
  context.note({ known: who.kind, outcome })
  return { outcome, visit: announced(context, keptId, { who }) }
}
