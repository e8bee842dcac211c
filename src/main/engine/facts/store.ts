import type { CivilDate } from '../../../shared/domain/civil-date.ts'
import type { Connection } from '../connection.ts'
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
  'birth_month_day',
  'findings',
  'as_of',
] as const

const UPSERT = `INSERT OR REPLACE INTO customer_facts (${COLUMNS.join(', ')})
  VALUES (${COLUMNS.map(() => '?').join(', ')})`

export function storeFacts(
  connection: Connection,
  rootId: number,
  computed: ComputedFacts,
  birthOn: CivilDate | null,
  asOf: CivilDate,
): void {
  const { facts } = computed
  connection
    .statement(UPSERT)
    .run(
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
      birthOn === null ? null : birthOn.slice(5),
      computed.findings,
      asOf,
    )
}

/** A merged record has no facts of its own: they are the root's. */
export function dropFacts(connection: Connection, recordId: number): void {
  connection.statement('DELETE FROM customer_facts WHERE customer_id = ?').run(recordId)
  connection.statement('DELETE FROM month_rollup WHERE customer_id = ?').run(recordId)
}

/** One month of a person as it stands in the table, by `customer:month`. */
export type StoredMonths = Map<string, string>

/** Reads the months that are stored, so that only those that changed are written. */
export function readStoredMonths(connection: Connection, range: IdRange): StoredMonths {
  const rows = connection
    .statement<readonly [number, string, number, number, number, number]>(
      `SELECT customer_id, month, in_fen, out_fen, active_count, end_balance_fen
       FROM month_rollup WHERE customer_id BETWEEN ? AND ?`,
    )
    .raw(true)
    .all(range.fromId, range.toId)
  return new Map(rows.map(([id, month, ...figures]) => [`${id}:${month}`, figures.join()]))
}

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
  const write = connection.statement(
    `INSERT OR REPLACE INTO month_rollup (customer_id, month, in_fen, out_fen, active_count, end_balance_fen)
     VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const remove = connection.statement('DELETE FROM month_rollup WHERE customer_id = ? AND month = ?')
  for (const [index, month] of windows.months.entries()) {
    const figures = [
      tally.inFen[index] ?? 0,
      tally.outFen[index] ?? 0,
      tally.activeCount[index] ?? 0,
      monthEndFen[index] ?? 0,
    ] as const
    const before = stored.get(`${rootId}:${month}`)
    const empty = figures.every((figure) => figure === 0)
    if (empty && before !== undefined) remove.run(rootId, month)
    if (!empty && before !== figures.join()) write.run(rootId, month, ...figures)
  }
}
