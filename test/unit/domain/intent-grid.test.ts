import { describe, expect, test } from 'vitest'
import { LEVELS } from '../../../src/shared/domain/work/intent.ts'
import {
  type GridCell,
  type InGrid,
  isInCell,
  isSameCell,
} from '../../../src/shared/domain/work/intent-grid.ts'

const CELLS: readonly GridCell[] = [
  ...LEVELS.flatMap((value) => LEVELS.map((level) => ({ value, level }) as const)),
  'faded',
]

function row(value: InGrid['value'], currentLevel: InGrid['currentLevel']): InGrid {
  return { value, currentLevel }
}

describe('the value × intent grid (I3)', () => {
  test('every intent lies in exactly one field', () => {
    for (const value of LEVELS) {
      for (const level of [...LEVELS, 'faded'] as const) {
        expect(CELLS.filter((cell) => isInCell(row(value, level), cell))).toHaveLength(1)
      }
    }
  })

  test('an intent lies where it stands today, not where it was flagged', () => {
    expect(isInCell(row('mid', 'low'), { value: 'mid', level: 'low' })).toBe(true)
    expect(isInCell(row('mid', 'low'), { value: 'mid', level: 'high' })).toBe(false)
  })

  test('a field is the same only as itself', () => {
    for (const a of CELLS) expect(CELLS.filter((b) => isSameCell(a, b))).toEqual([a])
    expect(isSameCell(null, 'faded')).toBe(false)
    expect(isSameCell(null, null)).toBe(true)
  })
})
