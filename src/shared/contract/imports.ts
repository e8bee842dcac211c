import { z } from 'zod'
import type { ErrorDetail } from '../domain/branch/app-error.ts'
import { KEEPERS } from '../domain/branch/roles.ts'
import type { ColumnChange } from '../domain/imports/column-change.ts'
import type { ImportEntity, LineCounts } from '../domain/imports/import-rows.ts'
import type { CustomerLine } from './customers.ts'
import { branchDay, consentAnswer } from './fields.ts'
import { type ImportProfile, importProfileSchema } from './import-profile.ts'
import type { ImportSurvey } from './import-survey.ts'
import { command, query, shellTask } from './operation.ts'

export interface EntityCounts {
  readonly read: number
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly merged: number
  readonly rejected: number
  /** Rows that were kept with a field dropped or marked (an unreadable phone, an unverified ID number). */
  readonly flagged: number
  /** Records that the profile's filters leave out; not among those read. */
  readonly skipped: number
  /** Rows that say once more what an earlier row of the same run said; counted as unchanged. */
  readonly repeated: number
  /** The lines of the files; null where they have none (workbooks) or nobody counted (runs of older versions). */
  readonly lines: LineCounts | null
  readonly seconds: number
}

/** One kind of fault in a run's records, with the first of them. Never a value. */
export interface RecordFault {
  readonly file: string
  /** The sheet that the profile names; empty for the first one and for text. */
  readonly sheet: string
  readonly result: 'rejected' | 'flagged'
  readonly code: string
  /** The field it is about; empty where it is the whole record. */
  readonly field: string
  /** The file's names of the columns that the field comes from; empty where there is none. */
  readonly column: string
  readonly rows: number
  /** Of the first record. */
  readonly line: number
  /** How the first value looks: digits as 9, letters as a, Han characters as 汉; empty where there is none. */
  readonly shape: string
  /** The record that the first one is at odds with. */
  readonly other: { readonly file: string; readonly line: number } | null
}

export type ImportState = 'running' | 'done' | 'cancelled' | 'failed' | 'undone'

export interface ImportSheet {
  readonly uid: string
  readonly profileName: string
  readonly state: ImportState
  readonly asOf: string
  readonly startedAt: number
  readonly finishedAt: number | null
  readonly staffNo: string
  readonly entities: Readonly<Partial<Record<ImportEntity, EntityCounts>>>
  /** Whether records were refused or flagged, and the file that holds them is still kept. */
  readonly hasRejects: boolean
  /** Rows that an undo left alone, because later work rests on them. */
  readonly keptRows: number
  readonly error: string | null
  /** What the error's sentence names: file, line. */
  readonly errorDetail: ErrorDetail
  /** What was wrong with records, the most frequent first. */
  readonly faults: readonly RecordFault[]
}

/** A sheet beside the run of the same profile before it. */
export interface ImportReport extends ImportSheet {
  /** The day of that run's data; null where there is none to compare with. */
  readonly comparedWith: string | null
  /** What each column had then and has now; empty where there is nothing to compare. */
  readonly columns: readonly ColumnChange[]
}

export interface ImportProgress {
  readonly importUid: string
  readonly phase: 'reading' | 'summarising' | 'undoing' | 'finished'
  readonly entity: ImportEntity | null
  readonly fileName: string | null
  readonly rows: number
  readonly bytesRead: number
  readonly bytesTotal: number
  readonly rowsPerSecond: number
  readonly secondsLeft: number | null
  readonly state: ImportState
}

/** A folder the user chose in the system's dialog; windows only ever hold its token, never a path they could vary. */
export interface ChosenFolder {
  readonly token: string
  readonly folderName: string
  readonly files: readonly { readonly name: string; readonly bytes: number }[]
}

export interface DetectedFile {
  readonly name: string
  readonly format: 'csv' | 'xlsx'
  /** What the table was unpacked from; empty for a file that is a table itself. */
  readonly container: 'gzip' | 'zip' | ''
  readonly encoding: string
  readonly delimiter: string
  readonly header: readonly string[]
  /** The visible sheets of a workbook; none for text. */
  readonly sheets: readonly string[]
  /** The sheet that was looked at; empty for text, and where nobody has to say which one is meant. */
  readonly sheet: string
  /** The other visible sheets with the same header, as where a program went on in a second one. */
  readonly twinSheets: readonly string[]
  /** Lines above the header. */
  readonly titleLines: number
  /** The first lines as they stand, titles and header included, so that a person can say which is the header. */
  readonly top: readonly { readonly line: number; readonly cells: readonly string[] }[]
  /** Columns whose cells are masked for this reader (P2). */
  readonly maskedColumns: readonly string[]
  /** In a file of customers, the column that is the balance of an account. */
  readonly balanceColumn: string | null
  /** False when the first record looks like data; the columns are then called by their numbers. */
  readonly hasHeader: boolean
  readonly sample: readonly (readonly string[])[]
  readonly suggestedEntity: ImportEntity | null
  /** Target field → column, guessed from the header. */
  readonly suggestedColumns: Readonly<Record<string, string>>
  /** The one format that every sampled date has, or null. */
  readonly suggestedDateFormat: string | null
}

export interface PreviewRow {
  readonly line: number
  readonly values: Readonly<Record<string, string>>
  readonly problems: readonly { readonly field: string | null; readonly code: string }[]
  readonly accepted: boolean
}

/** A customer who was entered, or who they may be: nothing is saved then. */
export type EnteredCustomer =
  | {
      readonly saved: true
      readonly customerUid: string
      /** The import of one row, which an undo takes back. */
      readonly importUid: string
      /** Whether they were known by the same identity number, and became one record. */
      readonly merged: boolean
    }
  | { readonly saved: false; readonly same: readonly CustomerLine[] }

const token = z.uuid()
/** Which line is the header, said by a person: the one behind so many lines; `header` is false where data begin there. */
const chosenHeader = z.strictObject({ titleLines: z.int().min(0).max(100), header: z.boolean() })
export type ChosenHeader = z.output<typeof chosenHeader>

export const imports = {
  choose: shellTask(
    'imports.choose',
    KEEPERS,
    z.strictObject({ kind: z.enum(['folder', 'files']) }),
  ).returns<ChosenFolder | null>(),
  detect: shellTask(
    'imports.detect',
    KEEPERS,
    z.strictObject({
      token,
      fileName: z.string().max(255),
      header: chosenHeader.nullable().default(null),
      sheet: z.string().min(1).max(100).nullable().default(null),
    }),
  ).returns<DetectedFile>(),
  preview: shellTask(
    'imports.preview',
    KEEPERS,
    z.strictObject({ token, profile: importProfileSchema, fileName: z.string().max(255) }),
  ).returns<{ readonly rows: readonly PreviewRow[]; readonly fields: readonly string[] }>(),
  /** What an import would make of a whole file; nothing is written. Its progress is told under the given number. */
  survey: shellTask(
    'imports.survey',
    KEEPERS,
    z.strictObject({
      surveyUid: z.uuid(),
      token,
      profile: importProfileSchema,
      fileName: z.string().max(255),
    }),
  ).returns<ImportSurvey>(),
  /** Ends a dry pass; one that has ended already is no fault. */
  cancelSurvey: shellTask(
    'imports.cancelSurvey',
    KEEPERS,
    z.strictObject({ surveyUid: z.uuid() }),
  ).returns<null>(),
  run: shellTask(
    'imports.run',
    KEEPERS,
    z.strictObject({
      token,
      profile: importProfileSchema,
      asOf: branchDay.nullable().default(null),
      /** Files that were read before are read again. */
      again: z.boolean().default(false),
      /** Whether data of an earlier day than those that are stored may replace them. */
      allowOlder: z.boolean().default(false),
    }),
  ).returns<{ readonly importUid: string }>(),
  /**
   * Enters one customer by hand, as an import of one row. Where they may be somebody known, nothing is saved and the masked
   * previews come back; `another` says that they are none of those.
   */
  enter: command(
    'imports.enter',
    ['head'],
    z.strictObject({
      customerNo: z.string().trim().min(1).max(40),
      name: z.string().trim().min(1).max(60),
      phone: z.string().trim().min(1).max(40).nullable().default(null),
      idNumber: z.string().trim().min(1).max(40).nullable().default(null),
      consent: consentAnswer,
      another: z.boolean().default(false),
    }),
  ).returns<EnteredCustomer>(),
  cancel: shellTask('imports.cancel', KEEPERS, z.strictObject({ importUid: z.uuid() })).returns<null>(),
  undo: shellTask('imports.undo', KEEPERS, z.strictObject({ importUid: z.uuid() })).returns<null>(),
  list: query('imports.list', KEEPERS, z.strictObject({}), { reads: ['import_run'] }).returns<
    readonly ImportSheet[]
  >(),
  get: query('imports.get', KEEPERS, z.strictObject({ importUid: z.uuid() }), {
    reads: ['import_run'],
  }).returns<ImportReport>(),
  /** Writes the rejected rows to a file the user chooses. */
  saveRejects: shellTask('imports.saveRejects', KEEPERS, z.strictObject({ importUid: z.uuid() })).returns<{
    readonly saved: boolean
  }>(),
  /** Opens or saves a profile through the system's dialog. */
  openProfile: shellTask('imports.openProfile', KEEPERS, z.strictObject({})).returns<ImportProfile | null>(),
  saveProfile: shellTask(
    'imports.saveProfile',
    KEEPERS,
    z.strictObject({ profile: importProfileSchema }),
  ).returns<{ readonly saved: boolean }>(),
}
