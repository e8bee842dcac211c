import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import type { Connection, ReadConnection } from '../../engine/connection.ts'
import { TABLES } from '../../engine/schema.ts'
import { readArrays, write } from '../../engine/statement.ts'
import type { ComputedFacts } from './compute.ts'
import type { IdRange } from './read-tallies.ts'
import type { Tally } from './tally.ts'
import type { FactWindows } from './windows.ts'

const COLUMNS = [
  'customer_id',
  'tier',
  'value_rank',
  'aum_fen',
  'aum_average_fen',
  'deposit_fen',
  'investment_fen',
  'loan_fen',
  'last_active_on',
  'last_visit_on',
  'largest_90d_fen',
  'largest_90d_on',
  'enquiries_90d',
  'last_enquiry_on',
  'next_maturity_on',
  'next_maturity_fen',
  'inflow_90d_fen',
  'outflow_90d_fen',
  'retention_percent',
  'salary_months',
  'balance_peak_12m_fen',
  'unknown_balances',
  'birth_month_day',
  'findings',
  'last_contact_on',
  'owner_no',
  'as_of',
] as const

/** What a refresh may find changed: everything but whom the row is about and the day it was computed. */
const COMPARED = COLUMNS.filter((column) => column !== 'customer_id' && column !== 'as_of')

/** Who looks after the person is said by the record itself. */
const OWNER_OF_PERSON = '(SELECT owner_no FROM customer WHERE id = ?)'

/** A row that says the same as before is not written again: a new day changes few people. */
const UPSERT = write(`INSERT INTO customer_facts (${COLUMNS.join(', ')})
  VALUES (${COLUMNS.map((column) => (column === 'owner_no' ? OWNER_OF_PERSON : '?')).join(', ')})
  ON CONFLICT (customer_id) DO UPDATE SET ${[...COMPARED, 'as_of']
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')}
  WHERE (${COMPARED.map((column) => `customer_facts.${column}`).join(', ')})
    IS NOT (${COMPARED.map((column) => `excluded.${column}`).join(', ')})`)

/** @param asOf kept in the row as the day on which it last changed */
export function storeFacts(
  connection: Connection,
  rootId: number,
  computed: ComputedFacts,
  birthOn: CivilDate | null,
  asOf: CivilDate,
): void {
  const { facts } = computed
  UPSERT.run(
    connection,
    rootId,
    computed.tier,
    computed.valueRank,
    facts.aumFen,
    facts.aumAverageFen,
    facts.depositFen,
    facts.investmentFen,
    facts.loanFen,
    facts.lastActiveOn,
    facts.lastVisitOn,
    facts.largest90dFen,
    facts.largest90dOn,
    facts.enquiries90d,
    facts.lastEnquiryOn,
    facts.nextMaturityOn,
    facts.nextMaturityFen,
    facts.inflow90dFen,
    facts.outflow90dFen,
    facts.retentionPercent,
    facts.salaryMonths,
    facts.balancePeak12mFen,
    facts.unknownBalances,
    birthOn === null ? null : birthOn.slice(5),
    computed.findings,
    computed.lastContactOn ?? '',
    rootId,
    asOf,
  )
}

const DROP_FACTS = write('DELETE FROM customer_facts WHERE customer_id = ?')

const DROP_MONTHS = write('DELETE FROM month_rollup WHERE customer_id = ?')

/** A merged record has no facts of its own: they are the root's. */
export function dropFacts(connection: Connection, recordId: number): void {
  DROP_FACTS.run(connection, recordId)
  DROP_MONTHS.run(connection, recordId)
}

/** A month of a person: money in, money out, active transactions, and the assets at its end. */
type Figures = readonly [inFen: number, outFen: number, activeCount: number, endBalanceFen: number]
type StoredMonth = readonly [rootId: number, month: string, ...figures: Figures]

/** The stored months of each person. */
export type StoredMonths = ReadonlyMap<number, readonly StoredMonth[]>

const { month_rollup } = TABLES

const MONTHS_IN = readArrays(
  [
    ['customer_id', month_rollup.customer_id],
    ['month', month_rollup.month],
    ['in_fen', month_rollup.in_fen],
    ['out_fen', month_rollup.out_fen],
    ['active_count', month_rollup.active_count],
    ['end_balance_fen', month_rollup.end_balance_fen],
  ],
  `SELECT customer_id, month, in_fen, out_fen, active_count, end_balance_fen
   FROM month_rollup WHERE customer_id BETWEEN ? AND ?`,
)

/** Reads the months that are stored, so that only those that changed are written. */
export function readStoredMonths(connection: ReadConnection, range: IdRange): StoredMonths {
  return Map.groupBy(MONTHS_IN.all(connection, range.fromId, range.toId), ([rootId]) => rootId)
}

const WRITE_MONTH = write(
  `INSERT OR REPLACE INTO month_rollup (customer_id, month, in_fen, out_fen, active_count, end_balance_fen)
   VALUES (?, ?, ?, ?, ?, ?)`,
)

const REMOVE_MONTH = write('DELETE FROM month_rollup WHERE customer_id = ? AND month = ?')

/**
 * Writes the months in which something moved or was held, and takes out those that stand for nothing any more.
 * Months before the window stay as they were rolled up.
 */
export function storeMonths(
  connection: Connection,
  stored: StoredMonths,
  rootId: number,
  tally: Tally,
  monthEndFen: readonly number[],
  windows: FactWindows,
): void {
  const before = stored.get(rootId) ?? []
  for (const [index, month] of windows.months.entries()) {
    const figures: Figures = [
      tally.inFen[index] ?? 0,
      tally.outFen[index] ?? 0,
      tally.activeCount[index] ?? 0,
      monthEndFen[index] ?? 0,
    ]
    const known = before.find((row) => row[1] === month)
    if (figures.every((figure) => figure === 0)) {
      if (known !== undefined) REMOVE_MONTH.run(connection, rootId, month)
    } else if (known === undefined || !saysTheSame(known, figures)) {
      WRITE_MONTH.run(connection, rootId, month, ...figures)
    }
  }
}

function saysTheSame([, , ...known]: StoredMonth, figures: Figures): boolean {
  return known.every((figure, place) => figure === figures[place])
}
