import { describe, expect, test } from 'vitest'
import {
  type GridCell,
  isInCell,
  isSameCell,
} from '../../../../src/renderer/features/intents/value-intent-grid.tsx'
import type { IntentRow } from '../../../../src/shared/contract/intents.ts'
import { LEVELS } from '../../../../src/shared/domain/work/intent.ts'

const CELLS: readonly GridCell[] = [
  ...LEVELS.flatMap((value) => LEVELS.map((level) => ({ value, level }) as const)),
  'faded',
]

function row(value: 'high' | 'mid' | 'low', currentLevel: IntentRow['intent']['currentLevel']): IntentRow {
  return {
    priority: 0,
    dueRule: null,
    intent: {
      uid: '018f0000-0000-7000-8000-000000000001',
      product: 'wealth',
      level: 'high',
      currentLevel,
      signals: [],
      lastEvidenceOn: '2026-11-01',
      ownerNo: '3001',
      createdBy: '1001',
      ownerName: '',
      warnOn: '2026-11-02',
      nextOn: '2026-11-03',
    },
    customer: {
      uid: '018f0000-0000-7000-8000-000000000002',
      maskedName: '王**',
      maskedPhone: null,
      customerNo: 'C0001',
      idTail: null,
      birthYear: null,
      sex: 'unknown',
      tier: 'standard',
      value,
      matched: null,
    },
  }
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
