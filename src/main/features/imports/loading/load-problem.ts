import {
  type RejectedRecord,
  ROW_PROBLEM_CODES,
  type RowProblem,
} from '../../../../shared/domain/imports/import-rows.ts'

/** What can be wrong with a row: the last three only the database can find. */
export const LOAD_PROBLEM_CODES = [
  ...ROW_PROBLEM_CODES,
  'unknown-customer',
  'unknown-account',
  'id-shared',
] as const
export type LoadProblemCode = (typeof LOAD_PROBLEM_CODES)[number]

export interface LoadProblem extends Omit<RowProblem, 'code'> {
  readonly code: LoadProblemCode
  /** The record that this one is at odds with. */
  readonly other?: { readonly file: string; readonly line: number }
}

/** A problem with a whole row, and the field to blame. */
export interface RowProblemFound extends Pick<LoadProblem, 'code' | 'other'> {
  readonly field: string
  /** The row is in, and somebody should look at it; else it is kept out. */
  readonly flagged?: true
}

/** A record for the reject file, refused or only flagged. */
export interface ReportedRecord extends Omit<RejectedRecord, 'problems'> {
  readonly problems: readonly LoadProblem[]
}

export function reported(
  line: number,
  raw: string,
  { flagged: _, ...problem }: RowProblemFound,
): ReportedRecord {
  return { line, raw, problems: [problem] }
}
