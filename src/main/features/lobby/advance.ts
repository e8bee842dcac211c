import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { Visit } from '../../../shared/contract/lobby.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { isOpen, moved } from '../../../shared/domain/lobby/visit.ts'
import type { WriteContext } from '../../engine/context.ts'
import { endForgottenVisits } from '../../records/visits/join-visits.ts'
import { openVisitOf } from '../../records/visits/read-visits.ts'
import { writeStatus } from '../../records/visits/write-visit.ts'
import { announced, requireVisit } from './visit-row.ts'

/**
 * Serves somebody, ends a visit, or takes the last step back (L1).
 * @throws AppError `lobby.notFound`, `lobby.wrongState`, `lobby.nothingToUndo`, `lobby.servedByOther`, and
 * `lobby.alreadyHere` where the person came back before the end was taken back
 */
export function advance(context: WriteContext, { visitUid, move }: ParsedInputOf<'lobby.advance'>): Visit {
  const { connection, staff, nowAt, todayOn } = context
  const found = requireVisit(connection, visitUid)
  const status = moved(found.visit, move, { staffNo: staff.no, role: staff.role, nowAt })
  if (found.personId !== null && isOpen(status.state)) {
    endForgottenVisits(context, found.personId)
    const here = openVisitOf(connection, found.personId, todayOn)
    if (here !== undefined && here !== found.id) throw new AppError('lobby.alreadyHere')
  }
  writeStatus(context, found, status)
  context.note({ move, state: status.state })
  return announced(context, found.id, { move, state: status.state })
}
