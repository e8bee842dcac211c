import type { JobOf, JobsOf } from '../../engine/jobs.ts'
import { recoverDeadRun } from './loading/recover-import.ts'
import { runImport } from './loading/run-import.ts'
import { undoImport } from './loading/undo-import.ts'

const recover: JobOf<'imports.recover'> = async function* (surroundings) {
  return { rolledBack: yield* recoverDeadRun(surroundings) }
}

export const importsJobs: JobsOf<'imports'> = {
  'imports.run': runImport,
  'imports.undo': undoImport,
  'imports.recover': recover,
}
