import type { ReadConnection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { integer, text } from '../../engine/schema/columns.ts'
import { read, write } from '../../engine/statement.ts'
import { addNotice } from './add-notice.ts'

const UNTOLD_HEADS = read(
  { staffNo: text },
  `SELECT no AS staffNo FROM staff WHERE role = 'head' AND active = 1
   AND NOT EXISTS (SELECT 1 FROM notice WHERE once_key = 'calendar:' || ? || ':' || staff.no) ORDER BY no`,
)

/** Heads who have not been told that the holiday notice of that year is missing (F3). */
export function headsUntoldOfCalendar(connection: ReadConnection, year: number): readonly string[] {
  return UNTOLD_HEADS.all(connection, String(year)).map(({ staffNo }) => staffNo)
}

/** Tells each head once a year how to import the notice that is missing. */
export function tellCalendarMissing(context: WriteContext, year: number): void {
  for (const staffNo of headsUntoldOfCalendar(context.connection, year)) {
    addNotice(context, {
      staffNo,
      kind: 'calendar-missing',
      aboutUid: null,
      onceKey: `calendar:${year}:${staffNo}`,
      detail: { year },
    })
  }
}

/** By the front of their keys, which lie together in the index of keys. */
const SETTLED = `FROM notice WHERE once_key > 'calendar:' AND once_key < 'calendar;' AND once_key NOT LIKE ?`

const SETTLED_NOTICE = read({ found: integer }, `SELECT 1 AS found ${SETTLED} LIMIT 1`)
const DROP_SETTLED = write(`DELETE ${SETTLED}`)

/** Whether somebody is told of a year that is missing no longer. @param missing the year that still is */
export function hasSettledCalendarNotice(connection: ReadConnection, missing: number | null): boolean {
  return SETTLED_NOTICE.get(connection, keysOfYear(missing)) !== undefined
}

/** Takes back what was told of years whose notice is there by now, imported or with a newer version of the product. */
export function dropCalendarNotices(context: WriteContext, missing: number | null): void {
  const { changes } = DROP_SETTLED.run(context.connection, keysOfYear(missing))
  if (changes > 0) context.changed('notice')
}

function keysOfYear(year: number | null): string {
  return `calendar:${year ?? 'none'}:%`
}
