import type { RecordIssues } from './record-issues.ts'

/** Reads one record into a row. When `issues` refuse the record, the row is incomplete and must be thrown away. */
export type RowReader<Row> = (fields: readonly string[], line: number, issues: RecordIssues) => Row

/** A required field is null only in a record that has been refused. */
export function given<Value>(value: Value | null): Value {
  return value as Value
}
