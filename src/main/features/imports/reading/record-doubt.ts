import type { CellKind } from '../../../../shared/domain/imports/cell-text.ts'
import type { RowProblemCode } from '../../../../shared/domain/imports/import-rows.ts'
import { hasUnclearEscape } from './text/escapes.ts'
import { damageIn, withoutHalf } from './text/field-damage.ts'

/** What may be wrong with the record at hand; set anew for each one. */
export interface RecordDoubt {
  /** It holds bytes of no character, or a NUL. */
  readonly damaged: boolean
  /** The file's delimiter where backslashes may escape or not; empty where that is known. */
  readonly delimiter: string
}

/**
 * What of a field can be believed when something may be wrong with its record.
 * @returns the text to be read, and whether half a character was taken off its end; or why it cannot be read
 */
export function believedText(
  text: string,
  { damaged, delimiter }: RecordDoubt,
  kind: CellKind | 'amount',
): { readonly text: string; readonly isHalf: boolean } | RowProblemCode {
  if (delimiter !== '' && hasUnclearEscape(text, delimiter, kind !== 'text')) return 'escape-unclear'
  if (!damaged) return { text, isHalf: false }
  // Of a text, what stands before half a character is worth keeping.
  const kept = kind === 'text' ? withoutHalf(text) : text
  const damage = damageIn(kept) ?? (kept === '' ? 'undecodable' : null)
  return damage ?? { text: kept, isHalf: kept !== text }
}
