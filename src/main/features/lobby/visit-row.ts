import type { Visit } from '../../../shared/contract/lobby.ts'
import { Refusal } from '../../../shared/domain/branch/refusal.ts'
import type { VisitStanding } from '../../../shared/domain/lobby/visit.ts'
import type { Connection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { type FoundVisit, visitById } from '../../records/visits/read-visits.ts'

/** @throws Refusal `lobby.notFound` */
export function requireVisit(connection: Connection, visitUid: string): FoundVisit {
  const row = connection.statement<{ id: number }>('SELECT id FROM visit WHERE uid = ?').get(visitUid)
  return requireById(connection, row?.id)
}

/** @throws Refusal `lobby.notFound` */
export function requireById(connection: Connection, id: number | undefined): FoundVisit {
  const visit = id === undefined ? undefined : visitById(connection, id)
  if (visit === undefined) throw new Refusal('lobby.notFound')
  return visit
}

/** Writes where a visit stands now. Its person is written along, because a merge may have passed meanwhile. */
export function writeStanding(
  { connection, nowAt }: WriteContext,
  { id, personId }: FoundVisit,
  { state, stateAt, before, servedBy }: VisitStanding,
): void {
  connection
    .statement(
      `UPDATE visit SET customer_id = ?, state = ?, state_at = ?, state_before = ?, state_before_at = ?,
         served_by = ?, updated_at = ?, version = version + 1
       WHERE id = ?`,
    )
    .run(personId, state, stateAt, before?.state ?? null, before?.stateAt ?? null, servedBy, nowAt, id)
}

/** What a write says of the visit it changed: whom it was about, and the row again for the window. */
export function told(context: WriteContext, id: number, payload: object): Visit {
  const { visit } = requireById(context.connection, id)
  if (visit.customer !== null) context.about(visit.customer.uid)
  context.publish({ ...payload, visitUid: visit.uid })
  context.changed('visit')
  return visit
}
