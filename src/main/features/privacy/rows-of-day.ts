import { ACCESS_OF_ACTION, type AccessKind, accessOf } from '../../../shared/domain/consent/viewing.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { orNull, text } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { personUidsOf } from '../../records/people/person.ts'

export interface DayRow {
  readonly at: number
  readonly staffNo: string
  /** The person who was looked at, whichever of their records it was. */
  readonly personUid: string | null
  readonly action: string
  readonly kind: AccessKind
}

/** The names are the contract's own, never anybody's input. */
export const VIEWING = Object.keys(ACCESS_OF_ACTION)
  .map((action) => `'${action}'`)
  .join(', ')

/** Word for word the condition of the index over time. */
export const IS_LOOK = `action IN (${VIEWING}, 'audit.record')`

/** What happened outside the database is named in the detail of its link. */
export const ACTION_OF_LINK = `CASE action WHEN 'audit.record' THEN json_extract(detail, '$.action') ELSE action END`

/** The column of that name: null where such a link names nothing. */
export const ACTION = orNull(text)

export const ROWS_OF_DAY = read(
  {
    at: TABLES.audit.at,
    staffNo: TABLES.audit.staff_no,
    recordUid: TABLES.audit.customer_uid,
    action: ACTION,
  },
  `SELECT at, staff_no AS staffNo, customer_uid AS recordUid, ${ACTION_OF_LINK} AS action
  FROM audit WHERE at >= ? AND at < ? AND ${IS_LOOK}`,
)

/** Every look at anybody between two instants, by a range of the index over time. */
export function rowsOfDay(connection: ReadConnection, fromAt: number, toAt: number): DayRow[] {
  const rows = ROWS_OF_DAY.all(connection, fromAt, toAt)
  const uids = new Set(rows.flatMap(({ recordUid }) => recordUid ?? []))
  const personUids = personUidsOf(connection, [...uids])
  return rows.flatMap(({ recordUid, action, ...row }) => {
    const kind = action === null ? null : accessOf(action)
    if (action === null || kind === null) return []
    return {
      ...row,
      action,
      personUid: recordUid === null ? null : (personUids.get(recordUid) ?? recordUid),
      kind,
    }
  })
}
