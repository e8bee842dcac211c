import { LOOK_OF_ACTION, type LookKind, lookOf } from '../../../shared/domain/consent/viewing.ts'
import type { Connection } from '../../engine/connection.ts'
import { personUidsOf } from '../../records/people/person.ts'

export interface DayRow {
  readonly at: number
  readonly staffNo: string
  /** The person who was looked at, whichever of their records it was. */
  readonly personUid: string | null
  readonly action: string
  readonly kind: LookKind
}

interface AuditRow {
  readonly at: number
  readonly staffNo: string
  readonly recordUid: string | null
  readonly action: string
}

/** The names are the contract's own, never anybody's input. */
export const LOOKING = Object.keys(LOOK_OF_ACTION)
  .map((action) => `'${action}'`)
  .join(', ')

/** Word for word the condition of the index over time. */
export const IS_LOOK = `action IN (${LOOKING}, 'audit.record')`

/** What happened outside the database is named in the detail of its link. */
export const ACTION_OF_LINK = `CASE action WHEN 'audit.record' THEN json_extract(detail, '$.action') ELSE action END`

export const ROWS_OF_DAY = `SELECT at, staff_no AS staffNo, customer_uid AS recordUid, ${ACTION_OF_LINK} AS action
  FROM audit WHERE at >= ? AND at < ? AND ${IS_LOOK}`

/** Every look at anybody between two instants, by a range of the index over time. */
export function rowsOfDay(connection: Connection, fromAt: number, toAt: number): DayRow[] {
  const rows = connection.statement<AuditRow>(ROWS_OF_DAY).all(fromAt, toAt)
  const uids = new Set(rows.flatMap(({ recordUid }) => recordUid ?? []))
  const personUids = personUidsOf(connection, [...uids])
  return rows.flatMap(({ recordUid, ...row }) => {
    const kind = lookOf(row.action)
    if (kind === null) return []
    return { ...row, personUid: recordUid === null ? null : (personUids.get(recordUid) ?? recordUid), kind }
  })
}
