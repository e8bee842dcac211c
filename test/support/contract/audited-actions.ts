import { OPERATION_NAMES, operationNamed } from '../../../src/shared/contract/index.ts'
import { RECORDED_ACTIONS } from '../../../src/shared/contract/internal/audit.ts'
import { INTERNAL_NAMES, internalNamed, type JobName } from '../../../src/shared/contract/internal/index.ts'

/** The links that each job adds to the audit. A new job is named here, with none where it writes none. */
const LINKS_OF_JOB: Readonly<Record<JobName, readonly string[]>> = {
  'imports.run': ['imports.begin', 'imports.run', 'imports.cancelled', 'imports.failed'],
  'imports.survey': [],
  'imports.undo': ['imports.undo'],
  'imports.recover': ['imports.failed'],
  'demo.load': ['demo.load'],
  'consents.export': ['consents.export'],
  'lists.export': ['lists.export'],
  'privacy.retain': ['privacy.retain', 'privacy.retained'],
  'facts.refresh': [],
}

/** Written by earlier versions; their links stay in the chain. */
const EARLIER = ['imports.saveRejects', 'intents.undoFlag', 'lobby.undoPart', 'prompts.undoResponse']

/** Every action that a link of the audit may name. */
export const AUDITED_ACTIONS: readonly string[] = [
  ...new Set([
    ...OPERATION_NAMES.filter((name) => {
      const operation = operationNamed(name)
      return operation?.place === 'engine' && operation.access === 'write'
    }),
    // A link names what was recorded, and not that it was recorded.
    ...INTERNAL_NAMES.filter((name) => name !== 'audit.record' && internalNamed(name)?.access === 'write'),
    ...RECORDED_ACTIONS,
    ...Object.values(LINKS_OF_JOB).flat(),
    ...EARLIER,
  ]),
]
