import type { JobOperations } from '../../engine/job-operations.ts'
import type { Job } from '../../engine/jobs.ts'
import { SYSTEM } from '../../engine/program-work.ts'
import { recoverDeadRun } from './loading/recover-import.ts'
import { runImport } from './loading/run-import.ts'
import { undoImport } from './loading/undo-import.ts'

type JobOf<Name extends keyof JobOperations> = Job<
  JobOperations[Name]['input'],
  JobOperations[Name]['progress'],
  JobOperations[Name]['result']
>

const recover: JobOf<'imports.recover'> = async function* (surroundings) {
  // Whoever signs in first after a crash did not take the run back: the program did.
  return { rolledBack: yield* recoverDeadRun({ ...surroundings, staff: SYSTEM }) }
}

const run: JobOf<'imports.run'> = runImport
const undo: JobOf<'imports.undo'> = undoImport

export const importsJobs = { 'imports.run': run, 'imports.undo': undo, 'imports.recover': recover }
