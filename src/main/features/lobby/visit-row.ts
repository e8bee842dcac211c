import type { Visit } from '../../../shared/contract/lobby.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { type FoundVisit, visitById } from '../../records/visits/read-visits.ts'

const VISIT_BY_UID = read({ id: TABLES.visit.id }, 'SELECT id FROM visit WHERE uid = ?')

/** @throws AppError `lobby.notFound` */
export function requireVisit(connection: ReadConnection, visitUid: string): FoundVisit {
  return requireById(connection, VISIT_BY_UID.get(connection, visitUid)?.id)
}

/** @throws AppError `lobby.notFound` */
export function requireById(connection: ReadConnection, id: number | undefined): FoundVisit {
  const visit = id === undefined ? undefined : visitById(connection, id)
  if (visit === undefined) throw new AppError('lobby.notFound')
  return visit
}

/** What a write says of the visit it changed: whom it was about, and the row again for the window. */
export function announced(context: WriteContext, id: number, payload: object): Visit {
  const { visit } = requireById(context.connection, id)
  if (visit.customer !== null) context.about(visit.customer.uid)
  context.publish({ ...payload, visitUid: visit.uid })
  context.changed('visit')
  return visit
}
