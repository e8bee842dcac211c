import type { IntentRow } from '../../../shared/contract/intents.ts'
import type { ValueLevel } from '../../../shared/domain/customer/value.ts'
import type { IntentLevel } from '../../../shared/domain/work/intent.ts'

/** One field of the value × intent grid (I3), or the place beside it for what has faded. */
export type GridCell = { readonly value: ValueLevel; readonly level: IntentLevel } | 'faded'

export function isInCell(row: IntentRow, cell: GridCell): boolean {
  const { currentLevel } = row.intent
  if (cell === 'faded') return currentLevel === 'faded'
  return currentLevel === cell.level && row.customer.value === cell.value
}

export function isSameCell(a: GridCell | null, b: GridCell | null): boolean {
  if (a === null || b === null || a === 'faded' || b === 'faded') return a === b
  return a.value === b.value && a.level === b.level
}
