import type { TimelineSums } from '../../../../shared/contract/customers.ts'
import type { ReadConnection } from '../../../engine/connection.ts'
import { integer } from '../../../engine/schema/columns.ts'
import { read } from '../../../engine/statement.ts'
import type { PersonRecords } from '../panel/records.ts'
import { type TimelineFilter, walkTimeline } from './walk.ts'

const MOVED = read(
  { inFen: integer, outFen: integer, count: integer },
  `SELECT coalesce(sum(CASE direction WHEN 'in' THEN amount_fen END), 0) AS inFen,
     coalesce(sum(CASE direction WHEN 'out' THEN amount_fen END), 0) AS outFen, count(*) AS count
   FROM txn WHERE customer_id = ? AND on_date >= ? AND on_date <= ? AND amount_fen >= ?`,
)

const FIRST_DAY = '0000-01-01'
const LAST_DAY = '9999-12-31'
/** Rows that are read at a time where each has to be looked at. */
const STEP = 500

/** What came in and went out over all pages of a filter; null where it leaves transactions out. */
export function sumsOf(
  connection: ReadConnection,
  records: PersonRecords,
  filter: TimelineFilter,
): TimelineSums | null {
  if (!filter.kinds.includes('transaction')) return null
  const { fromOn, toOn, minFen } = filter
  if (filter.text.trim() !== '') return sumsOfWalk(connection, records, filter)
  const rows = records.ids.flatMap((id) =>
    MOVED.all(connection, id, fromOn ?? FIRST_DAY, toOn ?? LAST_DAY, minFen ?? 0),
  )
  return rows.reduce(
    (sums, each) => ({
      inFen: sums.inFen + each.inFen,
      outFen: sums.outFen + each.outFen,
      count: sums.count + each.count,
    }),
    { inFen: 0, outFen: 0, count: 0 },
  )
}

function sumsOfWalk(
  connection: ReadConnection,
  records: PersonRecords,
  filter: TimelineFilter,
): TimelineSums {
  let [inFen, outFen, count] = [0, 0, 0]
  for (const { entry } of walkTimeline(connection, records, filter, null, STEP, ['txn'])) {
    count += 1
    if (entry.direction === 'in') inFen += entry.amountFen ?? 0
    else if (entry.direction === 'out') outFen += entry.amountFen ?? 0
  }
  return { inFen, outFen, count }
}
