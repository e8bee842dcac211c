import type { JobOperations } from '../job-operations.ts'
import type { Job } from '../jobs.ts'
import { carryOutMoves } from '../search-index/carry-out-moves.ts'
import { planSearchMoves } from '../search-index/plan-moves.ts'
import { refreshFacts } from './refresh.ts'
import { isRefreshedFor, markRefreshed } from './refreshed-for.ts'

type Refresh = JobOperations['facts.refresh']

/** People recomputed in one step, so that a teller's flag waits no longer than one short transaction. */
const STEP = 250

/**
 * Recomputes everyone for the branch's day: birthdays, maturities, the 90 days and the month's average move on although
 * no row changed; so do tiers and findings when a branch changes its settings. It may be started at any time: where the
 * day and the settings are those of the last run it does nothing. Each step is a transaction of its own; a cancelled run
 * leaves the rest as of the day before, and the next one begins anew.
 */
const refreshAll: Job<Refresh['input'], Refresh['progress'], Refresh['result']> = async function* ({
  runner,
  staff,
  signal,
}) {
  const { connection, settings, todayOn, nowAt } = runner.readContext(staff)
  const basis = { asOf: todayOn, settings }
  if (isRefreshedFor(connection, basis)) return { customers: 0 }
  const total = highestId(connection)
  let customers = 0
  for (let fromId = 1; fromId <= total && !signal.aborted; fromId += STEP) {
    const toId = fromId + STEP - 1
    customers += connection.transaction(() =>
      refreshFacts(connection, { fromId, toId }, basis, planSearchMoves),
    )
    yield { progress: { done: Math.min(toId, total), total }, tables: [] }
  }
  for (const _step of carryOutMoves(connection, (work) => connection.transaction(work))) {
    if (signal.aborted) break
    yield { progress: null, tables: [] }
  }
  if (!signal.aborted) connection.transaction(() => markRefreshed(connection, basis, nowAt))
  yield { progress: { done: total, total }, tables: ['customer_facts', 'month_rollup'] }
  return { customers }
}

function highestId(connection: Parameters<typeof refreshFacts>[0]): number {
  return connection.statement<{ id: number | null }>('SELECT max(id) AS id FROM customer').get()?.id ?? 0
}

export const factsJobs = { 'facts.refresh': refreshAll }
