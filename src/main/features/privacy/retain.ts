import type { JobProgressOf } from '../../../shared/contract/internal/index.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { startOfDayAt } from '../../../shared/domain/calendar/civil-date.ts'
import { RETAINED_KINDS, type RetainedKind, sameCounts } from '../../../shared/domain/consent/retention.ts'
import type { Connection } from '../../engine/connection.ts'
import type { ReadContext, WriteContext } from '../../engine/context.ts'
import type { JobOf, JobStep } from '../../engine/jobs.ts'
import { erasePayloads } from '../../engine/ledger.ts'
import { integer, orNull } from '../../engine/schema/columns.ts'
import { read, write } from '../../engine/statement.ts'
import { dropPastSlips } from '../../engine/undo/slip.ts'
import { keptFrom, nextPast, RETAINED } from './retained.ts'
import { countsBy, countsOf } from './retention-plan.ts'

/** Rows of one short transaction (our own default). */
const ROWS_A_STEP = 200

/**
 * Removes what is past its time (P3), in short steps: what was planned is in the audit before the first row goes, what
 * went is there with the run's row afterwards. A run that was interrupted is simply begun again. The audit itself, and
 * everything that other rows rest on, stays.
 * @throws AppError `trust.planChanged` where more or less is past its time than was confirmed
 */
export const retain: JobOf<'privacy.retain'> = async function* ({ runner, staff, signal }, { planned }) {
  const begun = runner.commit('privacy.retain', {}, staff, (writing) => {
    const found = countsOf(writing)
    if (!sameCounts(found, planned)) throw new AppError('privacy.planChanged')
    writing.note({ ...found })
    if (dropPastSlips(writing.connection, writing.nowAt)) writing.changed('undo_slip')
    return writing
  })
  // The bounds of this run: what runs out meanwhile waits for the next one.
  const context: ReadContext = begun.value
  yield { progress: null, tables: begun.tables }
  const removed = new Map<string, number>()
  for (const kind of RETAINED_KINDS) {
    const { remove, changes } = RETAINED[kind]
    for (let after = 0; ; ) {
      if (signal.aborted) break
      const next = nextPast(context, kind, after, ROWS_A_STEP)
      if (next === null) break
      const { ids, goOnAfter } = next
      after = goOnAfter
      if (ids.length > 0) runner.connection.transaction(() => remove(runner.connection, JSON.stringify(ids)))
      removed.set(kind, (removed.get(kind) ?? 0) + ids.length)
      yield {
        progress: { done: [...removed.values()].reduce((sum, each) => sum + each, 0) },
        tables: ids.length > 0 ? changes : [],
      }
    }
  }
  yield* eraseWritten(runner.connection, context)
  const counts = countsBy((kind) => removed.get(kind) ?? 0)
  const { tables } = runner.commit('privacy.retained', {}, staff, (writing) => {
    insertRun(writing, counts)
    writing.note({ ...counts })
  })
  yield { progress: null, tables: ['retention_run', ...tables] }
  return { counts }
}

const INSERT_RUN = write('INSERT INTO retention_run (uid, at, staff_no, counts) VALUES (?, ?, ?, ?)')

function insertRun({ connection, newUid, nowAt, staff }: WriteContext, counts: object): void {
  INSERT_RUN.run(connection, newUid(), nowAt, staff.no, JSON.stringify(counts))
}

/** Rows of the outbox that are looked at in one step (our own default). */
const OUTBOX_STEP = 2_000

/** What was written for the hub holds the same again: strangers' names, the words of a referral, who came. */
export const WRITTEN_OF = [
  { feature: 'leads', kind: 'leads' },
  { feature: 'referrals', kind: 'leads' },
  { feature: 'lobby', kind: 'visits' },
] as const satisfies readonly { readonly feature: string; readonly kind: RetainedKind }[]

const LAST_OF_OUTBOX = read({ seq: orNull(integer) }, 'SELECT max(seq) AS seq FROM outbox')

function* eraseWritten(
  connection: Connection,
  context: ReadContext,
): Generator<JobStep<JobProgressOf<'privacy.retain'>>, void, void> {
  const last = LAST_OF_OUTBOX.get(connection)?.seq
  const written = WRITTEN_OF.map(({ feature, kind }) => ({
    feature,
    beforeAt: startOfDayAt(keptFrom(context, kind)),
  }))
  for (let after = 0; after < (last ?? 0); after += OUTBOX_STEP) {
    const erased = connection.transaction(() =>
      written.reduce(
        (sum, of) => sum + erasePayloads(connection, { after, upTo: after + OUTBOX_STEP }, of),
        0,
      ),
    )
    yield { progress: null, tables: erased > 0 ? ['outbox'] : [] }
  }
}
