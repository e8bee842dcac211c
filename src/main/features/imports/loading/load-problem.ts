import type {
  RejectedRecord,
  RowProblem,
  RowProblemCode,
} from '../../../../shared/domain/imports/import-rows.ts'

/** What only the database can find wrong with a row. */
export type LoadProblemCode = RowProblemCode | 'unknown-customer' | 'unknown-account' | 'id-shared'

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
