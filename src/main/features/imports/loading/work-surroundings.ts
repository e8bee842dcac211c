import type { ImportProgress } from '../../../../shared/contract/imports.ts'
import type { JobStep, JobSurroundings } from '../../../engine/jobs.ts'
import type { TableName } from '../../../engine/schema.ts'
import { type LoadSession, startSession } from './load-session.ts'
import type { ProgressMeter } from './progress-meter.ts'
import type { RunRecord } from './run-record.ts'
import { summarise } from './summarise.ts'

export type ImportStep = JobStep<ImportProgress>

/** Everything that an import writes; told once at its end, because screens would refresh a thousand times before. */
export const LOADED_TABLES: readonly TableName[] = [
  'import_run',
  'customer',
  'account',
  'loan',
  'card',
  'txn',
  'duplicate_pair',
  'customer_facts',
  'month_rollup',
  'lead',
  'lead_step',
]

export function told(progress: ImportProgress): ImportStep {
  return { progress, tables: [] }
}

/** The session of a run on the runner's connection, with its clock. */
export function sessionOf(
  surroundings: JobSurroundings,
  run: RunRecord,
  asOf: string,
  source: string,
): LoadSession {
  const { runner, staff } = surroundings
  return startSession({
    connection: runner.connection,
    run,
    asOf,
    source,
    readClock: clockOf(surroundings),
    newUid: runner.writeContext(staff).context.newUid,
  })
}

export function clockOf({ runner, staff }: JobSurroundings): () => number {
  return () => runner.readContext(staff).nowAt
}

/** Summarises the touched people for the branch's day, with progress. */
export function* summariseSteps(
  surroundings: JobSurroundings,
  session: LoadSession,
  meter: ProgressMeter,
  betweenSteps: () => void = () => {},
): Generator<ImportStep> {
  const nowAt = clockOf(surroundings)
  const { todayOn, settings } = surroundings.runner.readContext(surroundings.staff)
  const startedAt = nowAt()
  for (const { done, total } of summarise(session, { asOf: todayOn, settings }, nowAt)) {
    betweenSteps()
    yield told(meter.summarising(session.counts.rows, session.nowAt, startedAt, done / total))
  }
}
