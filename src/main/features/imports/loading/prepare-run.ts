import type { JobInputOf } from '../../../../shared/contract/internal/index.ts'
import type { JobContext } from '../../../engine/jobs.ts'
import { type RunSource, refuseWhileTaken } from '../../../records/imports/import-run.ts'
import { checkControls } from '../reading/check-controls.ts'
import type { Lookups } from '../reading/expression.ts'
import {
  digested,
  type ReadFile,
  requireUnchanged,
  settledStates,
  sourceDigest,
} from '../reading/file-states.ts'
import { readLookups } from '../reading/lookups.ts'
import type { ImportPlan } from '../reading/read-folder.ts'
import { refuseOlder } from './older-extract.ts'
import { openPlan, type ReadyFile } from './open-plan.ts'

/** What a run knows before it takes its place. */
interface PreparedRun {
  /** The day that the extract speaks of. */
  readonly asOf: string
  readonly todayOn: string
  /** The files as they were when the run began. */
  readonly files: readonly ReadFile[]
  readonly source: RunSource
  readonly lookups: Lookups
  readonly ready: readonly ReadyFile[]
}

/** What of a run's order its preparation needs. */
type Order = Pick<JobInputOf<'imports.run'>, 'profile' | 'folder' | 'asOf' | 'allowOlder'>

/**
 * Looks at everything that can be known before a row is written: the place, the day, whether the files are whole and
 * can be opened. Nothing is written.
 * @throws AppError imports.alreadyRunning, imports.olderExtract and others of the reading side
 */
export async function prepareRun(
  { runner, staff, signal }: JobContext,
  { profile, folder, asOf: said, allowOlder }: Order,
  plan: ImportPlan,
): Promise<PreparedRun> {
  const { connection } = runner
  refuseWhileTaken(connection)
  const { todayOn } = runner.readContext(staff)
  const asOf = said ?? plan.nightOn ?? todayOn
  if (allowOlder !== true) refuseOlder(connection, plan, asOf)
  const states = await settledStates(plan, folder, signal)
  await checkControls(plan, folder, signal)
  const files = await digested(folder, states)
  const source = { files, digest: sourceDigest(files, profile) }
  const lookups = await readLookups(plan, folder, signal)
  for (const { fileName } of plan.lookups) await requireUnchanged(folder, files, fileName)
  const ready = await openPlan(plan, folder, { lookups, todayOn })
  return { asOf, todayOn, files, source, lookups, ready }
}
