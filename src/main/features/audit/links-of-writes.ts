import type { ReadConnection } from '../../engine/connection.ts'
import { integer, orNull } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'

const { outbox } = TABLES

/** Rows from before they named their links are gone over. */
const WITHOUT_ITS_LINKS = read(
  { first_link: outbox.first_link, last_link: outbox.last_link },
  `SELECT first_link, last_link FROM outbox
   WHERE seq > ? AND seq <= ? AND first_link IS NOT NULL
     AND last_link - first_link + 1 <> (
       SELECT count(*) FROM audit
       WHERE audit.seq BETWEEN outbox.first_link AND outbox.last_link AND audit.action = outbox.operation
         AND audit.staff_no = outbox.staff_no AND audit.at = outbox.at
     )
   ORDER BY seq LIMIT 1`,
)

/** The links of the first outbox row that does not find all of its own as it names them; null where each does. */
export function missedLinks(
  connection: ReadConnection,
  after: number,
  upTo: number,
): { readonly first: number; readonly last: number } | null {
  const row = WITHOUT_ITS_LINKS.get(connection, after, upTo)
  if (row === undefined || row.first_link === null || row.last_link === null) return null
  return { first: row.first_link, last: row.last_link }
}

const NEWEST_ROW = read({ seq: orNull(integer) }, 'SELECT max(seq) AS seq FROM outbox')

export function newestRow(connection: ReadConnection): number {
  return NEWEST_ROW.get(connection)?.seq ?? 0
}

/** An expression, because a column of SQLite's own table has no storage to compare with. */
const LAST_OUTBOX_NUMBER = read(
  { seq: orNull(integer) },
  `SELECT CAST(seq AS INTEGER) AS seq FROM sqlite_sequence WHERE name = 'outbox'`,
)

/** Writes this device ever committed, each of which left an audit link: outlives outbox rows that were sent and dropped. */
export function writesEver(connection: ReadConnection): number {
  return LAST_OUTBOX_NUMBER.get(connection)?.seq ?? 0
}
