import type { ImportProfile } from '../../shared/contract/import-profile.ts'
import type { ImportProgress, ImportSheet } from '../../shared/contract/imports.ts'
import type { RetentionCounts } from '../../shared/domain/retention.ts'
import type { Language } from '../../shared/locale/languages.ts'

/** A sheet with the place of its reject file; null where nothing was refused or flagged, or the file was removed. */
export interface KeptSheet extends ImportSheet {
  readonly rejectFile: string | null
}

/** What each job takes, tells on the way and gives back. */
export interface JobOperations {
  'imports.run': {
    readonly input: {
      readonly profile: ImportProfile
      readonly folder: string
      /** Where the reject file goes; inside the data folder unless the command line says otherwise. */
      readonly rejectFolder: string
      readonly asOf: string | null
    }
    readonly progress: ImportProgress
    readonly result: KeptSheet
  }
  'imports.undo': {
    readonly input: { readonly importUid: string }
    readonly progress: ImportProgress
    readonly result: KeptSheet
  }
  /** Rolls back what a killed process left half done; run at every start before anything else is answered. */
  'imports.recover': {
    readonly input: Record<string, never>
    readonly progress: ImportProgress
    readonly result: { readonly rolledBack: number }
  }
  /** Fills a newly created demo branch: the generator's extracts through the real import, then what extracts don't carry. */
  'demo.load': {
    readonly input: {
      readonly seed: number
      readonly asOf: string
      readonly customers: number
      readonly scratchFolder: string
    }
    readonly progress: ImportProgress
    readonly result: { readonly customers: number }
  }
  /** Writes the register of consents and refusals to a file: one customer's, or the branch's where none is named. */
  'consents.export': {
    readonly input: {
      readonly path: string
      readonly customerUid: string | null
      readonly reason: string
      readonly language: Language
    }
    readonly progress: { readonly rows: number }
    readonly result: { readonly rows: number }
  }
  /** Removes what is past its time, exactly as it was planned. */
  'trust.retain': {
    readonly input: { readonly planned: RetentionCounts }
    readonly progress: { readonly done: number }
    readonly result: { readonly counts: RetentionCounts }
  }
  /** Recomputes every person's facts, findings and search rank for a new day. */
  'facts.refresh': {
    readonly input: Record<string, never>
    readonly progress: { readonly done: number; readonly total: number }
    readonly result: { readonly customers: number }
  }
}

export type JobName = keyof JobOperations
