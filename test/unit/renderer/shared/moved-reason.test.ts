import { describe, expect, it } from 'vitest'
import { movedReason } from '../../../../src/renderer/shared/words/moved-reason.ts'
import type { DueRule, PassedDay } from '../../../../src/shared/domain/work/cadence.ts'
import { chinese, english } from '../../../support/renderer/chinese.ts'

function rule(moved: boolean, ...passed: PassedDay[]): DueRule {
  return {
    level: 'high',
    unit: 'working',
    days: 2,
    from: '2026-09-18',
    plainOn: '2026-09-22',
    moved,
    passed,
    published: true,
  }
}

const MAKEUP: PassedDay = { on: '2026-09-20', kind: 'makeup', name: '国庆节' }
const HOLIDAYS: readonly PassedDay[] = ['10-01', '10-02', '10-03', '10-04'].map((day) => ({
  on: `2026-${day}`,
  kind: 'holiday',
  name: '国庆节',
}))

describe('why a due date is where it is (F3)', () => {
  it('is not said where nothing moved it', () => {
    expect(movedReason(rule(false), chinese)).toBeNull()
    expect(movedReason(rule(false, MAKEUP), chinese)).toBeNull()
  })

  it('names the make-up day that moved it', () => {
    expect(movedReason(rule(true, MAKEUP), chinese)).toBe('顺延：09-20 为调休上班日')
  })

  it('names a long holiday once, from its first day to its last', () => {
    expect(movedReason(rule(true, ...HOLIDAYS), chinese)).toBe('顺延：10-01 至 10-04 为国庆节假期')
    const [first] = HOLIDAYS
    expect(movedReason(rule(true, ...(first === undefined ? [] : [first])), chinese)).toBe(
      '顺延：10-01 为国庆节假期',
    )
  })

  it('names two reasons and counts the days of the others', () => {
    const festival: PassedDay = { on: '2026-09-25', kind: 'holiday', name: '中秋' }
    expect(movedReason(rule(true, MAKEUP, festival, ...HOLIDAYS), chinese)).toBe(
      '顺延：09-20 为调休上班日、09-25 为中秋假期等（另 4 天）',
    )
  })

  it('names the holiday in the language of the window', () => {
    expect(movedReason(rule(true, ...HOLIDAYS), english)).toContain(
      '10-01 to 10-04 are holidays (National Day)',
    )
  })
})
