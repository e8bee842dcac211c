import type { JobOf, JobsOf } from '../../engine/jobs.ts'
import { runImport } from './loading/run-import.ts'
import { recoverDeadRun, undoImport } from './loading/undo.ts'

const recover: JobOf<'imports.recover'> = async function* (context) {
  return { rolledBack: yield* recoverDeadRun(context) }
}

export const importsJobs: JobsOf<'imports'> = {
  'imports.run': runImport,
  'imports.undo': undoImport,
  'imports.recover': recover,
}
