import type { JobOperations } from '../../engine/job-operations.ts'
import type { Job } from '../../engine/jobs.ts'
import { runImport } from './loading/run-import.ts'
import { recoverDeadRun, undoImport } from './loading/undo.ts'

type JobOf<Name extends keyof JobOperations> = Job<
  JobOperations[Name]['input'],
  JobOperations[Name]['progress'],
  JobOperations[Name]['result']
>

const recover: JobOf<'imports.recover'> = async function* (context) {
  return { rolledBack: yield* recoverDeadRun(context) }
}

const run: JobOf<'imports.run'> = runImport
const undo: JobOf<'imports.undo'> = undoImport

export const importsJobs = { 'imports.run': run, 'imports.undo': undo, 'imports.recover': recover }
