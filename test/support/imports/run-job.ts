import type { JobStep } from '../../../src/main/engine/jobs.ts'
import { importsJobs } from '../../../src/main/features/imports/jobs.ts'
import type { ImportProfile } from '../../../src/shared/contract/import-profile.ts'
import type { ImportSurvey } from '../../../src/shared/contract/import-survey.ts'
import type { ImportProgress } from '../../../src/shared/contract/imports.ts'
import type { KeptSheet } from '../../../src/shared/contract/internal/imports.ts'
import { HEAD, type TestEngine } from '../engine/open-engine.ts'

export interface JobOptions {
  readonly signal?: AbortSignal
  /** Called between two steps, as the thread would answer others there. */
  readonly onStep?: (step: JobStep<ImportProgress>, index: number) => void
  /** False where the same files may not be read twice. */
  readonly again?: boolean
}

/** What a run is told beside its files. */
export interface RunOptions extends JobOptions {
  readonly asOf?: string | null
  readonly allowOlder?: boolean
}

/** Runs a job to its end, as the engine's thread does. */
export async function drain<Progress, Result>(
  steps: AsyncGenerator<JobStep<Progress>, Result, void>,
  onStep: (step: JobStep<Progress>, index: number) => void = () => {},
): Promise<Result> {
  let index = 0
  let step = await steps.next()
  while (step.done !== true) {
    onStep(step.value, index++)
    step = await steps.next()
  }
  return step.value
}

function context(engine: TestEngine, signal: AbortSignal = new AbortController().signal) {
  return { runner: engine.runner, staff: HEAD, signal }
}

/** Imports a folder into the engine; reject files go into the engine's own folder. */
export function runImport(
  engine: TestEngine,
  profile: ImportProfile,
  folder: string,
  { signal, onStep, again = true, asOf = null, allowOlder = false }: RunOptions = {},
): Promise<KeptSheet> {
  const input = { profile, folder, rejectFolder: engine.folder, asOf, again, allowOlder }
  return drain(importsJobs['imports.run'](context(engine, signal), input), onStep)
}

/** Looks at a folder as a run of it would, and writes nothing. */
export function surveyImport(
  engine: TestEngine,
  profile: ImportProfile,
  folder: string,
  { signal, again = true, asOf = null, allowOlder = false }: Omit<RunOptions, 'onStep'> = {},
): Promise<ImportSurvey> {
  const input = { of: 'run', profile, folder, asOf, again, allowOlder } as const
  return drain(importsJobs['imports.survey'](context(engine, signal), input))
}

export function undoImport(
  engine: TestEngine,
  importUid: string,
  { onStep }: Pick<JobOptions, 'onStep'> = {},
): Promise<KeptSheet> {
  return drain(importsJobs['imports.undo'](context(engine), { importUid }), onStep)
}

export function recoverImports(engine: TestEngine): Promise<{ readonly rolledBack: number }> {
  return drain(importsJobs['imports.recover'](context(engine), {}))
}
