import type { ImportProfile } from '../import-profile.ts'
import type { ImportProgress, ImportSheet } from '../imports.ts'
import { declareInternal, declareJob, type Nothing } from './declaration.ts'

/** A sheet with the place of its reject file; null where nothing was refused or flagged, or the file was removed. */
export interface KeptSheet extends ImportSheet {
  readonly rejectFile: string | null
}

export const imports = {
  /** Where a run's reject file lies: asked by who copies it out, and recorded as that (P2). Null where none is kept. */
  takeRejects: declareInternal('imports.takeRejects', 'write')
    .takes<{ readonly importUid: string }>()
    .returns<{ readonly path: string | null }>(),
  run: declareJob('imports.run')
    .takes<{
      readonly profile: ImportProfile
      readonly folder: string
      /** Where the reject file goes; inside the data folder unless the command line says otherwise. */
      readonly rejectFolder: string
      readonly asOf: string | null
      /** Whether data of an earlier day than those that are stored may replace them. */
      readonly allowOlder?: boolean
    }>()
    .tells<ImportProgress>()
    .returns<KeptSheet>(),
  undo: declareJob('imports.undo')
    .takes<{ readonly importUid: string }>()
    .tells<ImportProgress>()
    .returns<KeptSheet>(),
  /** Rolls back what a killed process left half done; run at every start before anything else is answered. */
  recover: declareJob('imports.recover')
    .takes<Nothing>()
    .tells<ImportProgress>()
    .returns<{ readonly rolledBack: number }>(),
}
