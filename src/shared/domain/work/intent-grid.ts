import type { ValueLevel } from '../customer/value.ts'
import type { IntentLevel } from './intent.ts'

/** One field of the value × intent grid (I3), or the place beside it for what has faded. */
export type GridCell = { readonly value: ValueLevel; readonly level: IntentLevel } | 'faded'

/** An open intent as far as its place in the grid goes: by what is left of its level today (I1). */
export interface InGrid {
  readonly value: ValueLevel
  readonly currentLevel: IntentLevel | 'faded'
}

export function isInCell({ value, currentLevel }: InGrid, cell: GridCell): boolean {
  if (cell === 'faded') return currentLevel === 'faded'
  return currentLevel === cell.level && value === cell.value
}

export function isSameCell(a: GridCell | null, b: GridCell | null): boolean {
  if (a === null || b === null || a === 'faded' || b === 'faded') return a === b
  return a.value === b.value && a.level === b.level
}
