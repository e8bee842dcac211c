import type { ErrorDetail } from '../domain/branch/app-error.ts'
import type { ImportEntity, RowProblemCode } from '../domain/imports/import-rows.ts'
import type { Expression } from './import-expression.ts'

export type ProblemCounts = Readonly<Partial<Record<RowProblemCode, number>>>

/** How a value of a field looks, and how many of the sampled ones look so. Digits as 9, letters as a, Han characters as 汉. */
export interface FormSeen {
  readonly form: string
  readonly count: number
}

/** A record with something wrong in it, by its place and the outline of the value: never the value itself. */
export interface SurveyExample {
  readonly result: 'flagged' | 'rejected'
  readonly code: RowProblemCode
  readonly line: number
  /** Empty where there is no value. */
  readonly shape: string
}

/** What became of one field in the records of a file. */
export interface FieldSurvey {
  readonly field: string
  /** The columns that it is read from. */
  readonly columns: readonly string[]
  /** Accepted records with a value, read or derived. */
  readonly filled: number
  /** Accepted records of which the file says that there is none. */
  readonly empty: number
  /** Accepted records, by what could not be read or verified. */
  readonly flagged: ProblemCounts
  /** Records that stay out because of the field, by what is wrong with it. */
  readonly rejected: ProblemCounts
  /** Flags on so many records that the import would stop before it writes. */
  readonly stops: readonly RowProblemCode[]
  /** Of dates: the format of the file's beginning, or those that the profile says; null where none was found. */
  readonly dateFormat: string | null
  /** Of keys, dates and numbers, the commonest first; from the file's beginning. */
  readonly forms: readonly FormSeen[]
  /** The first records of each fault. */
  readonly examples: readonly SurveyExample[]
}

/** What a file says about the key that a profile takes from it. */
export interface KeyCheck {
  readonly records: number
  /** Records under a key that came before with something else behind it. */
  readonly repeated: number
  /** The lines of the first two of them that are at odds; null where none are. */
  readonly lines: readonly [first: number, second: number] | null
  /** A key under which each record is one row; null where the one at hand does. */
  readonly proposal: Expression | null
}

/** What an import would make of a file. */
export interface FileSurvey {
  readonly fileName: string
  readonly entity: ImportEntity
  /** Accepted and rejected. */
  readonly records: number
  readonly accepted: number
  readonly rejected: number
  /** Left out by the profile's filters. */
  readonly skipped: number
  readonly fields: readonly FieldSurvey[]
  /** Damaged records, which belong to no field. */
  readonly damaged: ProblemCounts
  readonly damagedExamples: readonly SurveyExample[]
  /** Of transactions; null of everything else. */
  readonly keys: KeyCheck | null
}

/** What an import would make of its files, without anything stored. */
export interface ImportSurvey {
  /** The day that the extract speaks of. */
  readonly asOf: string
  readonly files: readonly FileSurvey[]
  /** Why the import would stop before it writes; null where it would run. */
  readonly refusal: { readonly code: string; readonly detail: ErrorDetail } | null
}

export interface SurveyProgress {
  readonly fileName: string
  readonly records: number
  readonly bytesRead: number
  readonly bytesTotal: number
}
