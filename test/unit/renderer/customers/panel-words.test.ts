import { describe, expect, test } from 'vitest'
import { entryTitle, fieldText } from '../../../../src/renderer/features/customers/panel/panel-text.ts'
import { prohibitionText } from '../../../../src/renderer/shared/words/prohibition-text.ts'
import { findingText } from '../../../../src/renderer/shared/words/prompt-text.ts'
import type { TimelineEntry } from '../../../../src/shared/contract/customers.ts'
import { FINDINGS } from '../../../../src/shared/domain/customer/findings.ts'
import { TIMELINE_CODES, TIMELINE_KINDS } from '../../../../src/shared/domain/customer/timeline.ts'
import { chinese } from '../../../support/renderer/chinese.ts'

const TODAY = '2026-11-20'

describe('a prompt carries its reason and the reason’s date (L3)', () => {
  test('repeated enquiries say how many and when last', () => {
    const finding = { kind: 'wealth-enquiries', on: '2026-11-11', count: 3 } as const
    expect(findingText(finding, TODAY, chinese)).toBe('近90天咨询理财 3 次，最近 11-11')
  })

  test('a maturity says day, sum and days left, and is told apart on its own day', () => {
    const finding = { kind: 'maturity-near', on: '2026-11-28', amountFen: 5_000_000, days: 8 } as const
    expect(findingText(finding, TODAY, chinese)).toBe('11-28 到期 50,000 元，还有 8 天')
    expect(findingText({ ...finding, on: TODAY, days: 0 }, TODAY, chinese)).toBe('今天到期 50,000 元')
  })

  test('a date of another year says its year', () => {
    const finding = { kind: 'dormant', on: '2025-12-28', amountFen: 4_931_470, days: 327 } as const
    expect(findingText(finding, TODAY, chinese)).toContain('2025-12-28')
  })

  test.each(FINDINGS)('%s is put into words with nothing left open', (kind) => {
    const words = findingText({ kind, on: TODAY, amountFen: 100, days: 1, count: 1 }, TODAY, chinese)
    expect(words).not.toMatch(/\{\{|customers\.|undefined/)
    expect(words).toContain('11-20')
  })
})

describe('a prohibition says what not to do and why (L4)', () => {
  test('a refused channel is named, a refusal of everything is not limited', () => {
    const phone = { kind: 'opted-out', channel: 'phone', on: '2026-10-30' } as const
    expect(prohibitionText(phone, TODAY, chinese)).toBe('不用电话营销：客户 10-30 已拒绝')
    expect(prohibitionText({ ...phone, channel: 'all' }, TODAY, chinese)).toBe('不做营销：客户 10-30 已拒绝')
  })

  test('an assessment that never was is not called expired', () => {
    const never = prohibitionText({ kind: 'assessment-expired', on: null }, TODAY, chinese)
    const expired = prohibitionText({ kind: 'assessment-expired', on: '2026-10-01' }, TODAY, chinese)
    expect(never).toContain('没有风险测评')
    expect(expired).toContain('10-01 已过期')
  })

  test('a minor is one under fourteen', () => {
    expect(prohibitionText({ kind: 'minor', on: '2028-03-01' }, TODAY, chinese)).toBe(
      '不做营销：未满 14 岁（至 2028-03-01）',
    )
  })
})

describe('fields are read in words', () => {
  test('a risk grade is named, with the last day of its assessment', () => {
    expect(fieldText({ field: 'risk', text: 'C3 2025-03-01/2027-02-28' }, chinese)).toBe(
      '平衡型（有效至 2027-02-28）',
    )
    expect(fieldText({ field: 'risk', text: 'C3 2025-03-01/' }, chinese)).toBe('平衡型')
    expect(fieldText({ field: 'risk', text: 'R9' }, chinese)).toBe('R9')
  })

  test('an income in fen is grouped yuan', () => {
    expect(fieldText({ field: 'income', text: '12000000' }, chinese)).toBe('年收入 120,000 元')
  })

  test('what staff or an extract wrote stays as it is, markup included', () => {
    expect(fieldText({ field: 'hobbies', text: '<b>太极</b>' }, chinese)).toBe('<b>太极</b>')
  })
})

describe('every code of the timeline has a name (C3)', () => {
  const entry = (kind: TimelineEntry['kind'], code: string): TimelineEntry => ({
    id: '1',
    on: TODAY,
    kind,
    code,
    channel: null,
    direction: null,
    amountFen: null,
    text: null,
    staffName: null,
    product: null,
    level: null,
    signals: [],
    contact: null,
  })
  const codes = TIMELINE_KINDS.flatMap((kind) => TIMELINE_CODES[kind].map((code) => [kind, code] as const))

  test.each(codes)('%s %s', (kind, code) => {
    expect(entryTitle(entry(kind, code), chinese)).toMatch(/[\u4e00-\u9fff]|POS/)
  })

  test('a contact is named by what came of it', () => {
    expect(entryTitle(entry('channel', 'no-answer'), chinese)).toBe('未接通')
  })

  test('a code from a newer version is shown rather than hidden', () => {
    expect(entryTitle(entry('basic', 'moved-abroad'), chinese)).toBe('moved-abroad')
  })
})
