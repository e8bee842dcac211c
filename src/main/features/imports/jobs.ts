import type { JobOf, JobsOf } from '../../engine/jobs.ts'
import { SYSTEM } from '../../engine/program-work.ts'
import { runImport } from './loading/run-import.ts'
import { recoverDeadRun, undoImport } from './loading/undo.ts'
import { surveyImport } from './surveying/survey-import.ts'

const recover: JobOf<'imports.recover'> = async function* (context) {
  // Whoever signs in first after a crash did not take the run back: the program did.
  return { rolledBack: yield* recoverDeadRun({ ...context, staff: SYSTEM }) }
}

export const importsJobs: JobsOf<'imports'> = {
  'imports.run': runImport,
  'imports.survey': surveyImport,
  'imports.undo': undoImport,
  'imports.recover': recover,
}
