import type { ImportProfile } from '../import-profile.ts'
import type { ImportSurvey, SurveyProgress } from '../import-survey.ts'
import type { ImportProgress, ImportReport } from '../imports.ts'
import { declareInternal, declareJob, type Nothing } from './declaration.ts'

/** A sheet with the place of its reject file; null where nothing was refused or flagged, or the file was removed. */
export interface KeptSheet extends ImportReport {
  readonly rejectFile: string | null
  /** What was read; nothing for what was entered by hand. */
  readonly files: readonly SheetFile[]
}

/** What a file turned out to be. */
export interface FileForm {
  readonly format: 'csv' | 'xlsx'
  /** What its table was unpacked from. */
  readonly container: 'gzip' | 'zip' | null
  /** Workbooks have neither of these two. */
  readonly encoding: string | null
  readonly delimiter: string | null
}

/** A file of a run. */
export interface SheetFile {
  readonly name: string
  readonly bytes: number
  /** Null for lookups and empty files, and where the run did not get so far. */
  readonly form: FileForm | null
}

/** What is looked at: one file as its profile reads it, or everything that a run would look at before it writes. */
export type SurveyOrder = { readonly profile: ImportProfile; readonly folder: string } & (
  | { readonly of: 'file'; readonly fileName: string }
  | {
      readonly of: 'run'
      readonly asOf: string | null
      readonly again: boolean
      readonly allowOlder: boolean
    }
)

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
      /** True when somebody has said that files that were read before are to be read again. */
      readonly again?: boolean
      /** Whether data of an earlier day than those that are stored may replace them. */
      readonly allowOlder?: boolean
    }>()
    .tells<ImportProgress>()
    .returns<KeptSheet>(),
  /** Says what an import would make of its files, and writes nothing. */
  survey: declareJob('imports.survey').takes<SurveyOrder>().tells<SurveyProgress>().returns<ImportSurvey>(),
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
