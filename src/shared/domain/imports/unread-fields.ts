import type { RowProblem, RowProblemCode } from './import-rows.ts'

/** Flags on a value that is taken as it stands: it was read, and somebody should look at it. */
const TAKEN_THOUGH_FLAGGED: readonly RowProblemCode[] = [
  'id-unverified',
  'half-character',
  'phone-rest-unread',
]
/** A name in which a character was lost is kept; of other texts nothing is. */
const NAME = 'name'

/**
 * The fields of a record that the file fills and that could not be read. They say nothing about what is stored, which an
 * empty field does.
 * @param warnings what was found wrong with the record
 */
export function unreadFields(warnings: readonly RowProblem[]): readonly string[] {
  return warnings.flatMap(({ code, field }) => (field === undefined || isTaken(code, field) ? [] : [field]))
}

/** Whether a field has its value in spite of a flag. */
export function isTaken(code: RowProblemCode, field: string): boolean {
  return TAKEN_THOUGH_FLAGGED.includes(code) || (code === 'character-lost' && field === NAME)
}
