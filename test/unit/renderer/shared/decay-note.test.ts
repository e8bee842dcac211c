import { describe, expect, test } from 'vitest'
import { decayNote } from '../../../../src/renderer/shared/words/decay-note.ts'
import { chinese } from '../../../support/renderer/chinese.ts'

describe('decay is said in words (I1)', () => {
  const intent = { level: 'high', lastEvidenceOn: '2026-10-01' } as const

  test('a level that holds needs no note', () => {
    expect(decayNote({ ...intent, currentLevel: 'high' }, '2026-10-20', chinese)).toBeNull()
  })

  test('a level that sank says since when and from where', () => {
    expect(decayNote({ ...intent, currentLevel: 'mid' }, '2026-11-02', chinese)).toBe(
      '32 天无新动静，由高降为中',
    )
  })

  test('nothing left says so', () => {
    expect(decayNote({ ...intent, currentLevel: 'faded' }, '2027-01-01', chinese)).toBe(
      '92 天无新动静，意向已淡',
    )
  })
})
