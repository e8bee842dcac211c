import type { JobProgressOf } from '../../../shared/contract/internal/index.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { JobContext, JobOf, JobStep, JobsOf } from '../../engine/jobs.ts'
import { Pace } from '../../engine/pace.ts'
import { integer, orNull } from '../../engine/schema/columns.ts'
import { carryOutMoves } from '../../engine/search-index/moves.ts'
import { rereadNames, rereadState } from '../../engine/search-index/reread.ts'
import { planSearchMoves } from '../../engine/search-index/writer.ts'
import { read } from '../../engine/statement.ts'
import { type FactBasis, REFRESHED_TABLES, refreshFacts } from './refresh.ts'
import { isRefreshedFor, markRefreshed, sameBasis } from './refreshed-for.ts'

type Step = JobStep<JobProgressOf<'facts.refresh'>>

/** People recomputed in one step. Our own default. */
const PEOPLE_A_STEP = { fewest: 100, most: 1_000 }

/**
 * Reads stored names again where an update changed how names are read; then recomputes everyone for the branch's day: birthdays, maturities, the 90 days and the month's average move on although
 * no row changed; so do tiers and findings when a branch changes its settings. It may be started at any time: where the
 * day and the settings are those of the last run it does nothing. Each step is a transaction of its own; a cancelled run
 * leaves the rest as of the day before, and the next one begins anew.
 */
const refreshAll: JobOf<'facts.refresh'> = async function* (context) {
  const { runner, signal } = context
  yield* rereadStoredNames(context)
  const basis = basisOf(context)
  if (isRefreshedFor(runner.connection, basis)) return { customers: 0 }
  const total = highestId(runner.connection)
  const customers = yield* recompute(context, basis, total)
  yield* moveKeys(context)
  if (!signal.aborted) remember(context, basis)
  yield { progress: { done: total, total }, tables: REFRESHED_TABLES }
  return { customers }
}

/**
 * After an update whose rules read names in another way: before anything else, because it decides whom a search finds.
 * A cancelled or killed run goes on where it was.
 */
function* rereadStoredNames({ runner, staff, signal }: JobContext): Generator<Step, void, void> {
  const { connection } = runner
  const pace = new Pace(() => runner.readContext(staff).nowAt, PEOPLE_A_STEP)
  for (let state = rereadState(connection); state !== null && !signal.aborted; ) {
    const from = state
    state = pace.step((size) => connection.transaction(() => rereadNames(connection, from, size)))
    yield {
      progress: { done: from.done, total: from.total },
      tables: state === null ? ['customer', 'search_key'] : [],
    }
  }
}

function basisOf({ runner, staff }: JobContext): FactBasis {
  const { todayOn, settings } = runner.readContext(staff)
  return { asOf: todayOn, settings }
}

function* recompute(
  { runner, staff, signal }: JobContext,
  basis: FactBasis,
  total: number,
): Generator<Step, number, void> {
  const { connection } = runner
  const pace = new Pace(() => runner.readContext(staff).nowAt, PEOPLE_A_STEP)
  let customers = 0
  for (let done = 0; done < total && !signal.aborted; ) {
    done = pace.step((size) => {
      const range = { fromId: done + 1, toId: Math.min(done + size, total) }
      customers += connection.transaction(() => refreshFacts(connection, range, basis, planSearchMoves))
      return range.toId
    })
    yield { progress: { done, total }, tables: [] }
  }
  return customers
}

function* moveKeys({ runner: { connection }, signal }: JobContext): Generator<Step, void, void> {
  for (const _moved of carryOutMoves(connection, (work) => connection.transaction(work))) {
    if (signal.aborted) return
    yield { progress: null, tables: [] }
  }
}

/** Settings that changed meanwhile keep their mark: the next run is theirs. */
function remember(context: JobContext, basis: FactBasis): void {
  const { runner, staff } = context
  const { connection } = runner
  connection.transaction(() => {
    if (sameBasis(basis, basisOf(context))) {
      markRefreshed(connection, basis, runner.readContext(staff).nowAt)
    }
  })
}

/** Null where the branch has nobody yet. */
const HIGHEST_ID = read({ id: orNull(integer) }, 'SELECT max(id) AS id FROM customer')

function highestId(connection: ReadConnection): number {
  return HIGHEST_ID.get(connection)?.id ?? 0
}

export const factsJobs: JobsOf<'facts'> = { 'facts.refresh': refreshAll }
