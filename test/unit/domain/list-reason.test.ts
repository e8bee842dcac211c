import { expect, test } from 'vitest'
import { listReasons } from '../../../src/shared/domain/customer/list-reason.ts'

const TODAY = '2026-11-20'
const LEAKING = { kind: 'leaking', on: TODAY, amountFen: 100 } as const
const BIRTHDAY = { kind: 'birthday', on: '2026-11-21', days: 1 } as const
const LATE = { product: 'fund', currentLevel: 'mid', nextOn: '2026-11-19' } as const
const LATER = { product: 'loan', currentLevel: 'high', nextOn: '2026-11-27' } as const
const NOTHING = { finding: null, product: null, level: null } as const

const names = (...asked: Parameters<typeof listReasons>) =>
  listReasons(...asked).map((reason) => (reason.kind === 'finding' ? reason.finding.kind : reason.product))

test('work that is due is read first, then what was found, then work that is due later', () => {
  expect(names([LEAKING, BIRTHDAY], [LATE, LATER], NOTHING, TODAY)).toEqual([
    'fund',
    'leaking',
    'birthday',
    'loan',
  ])
})

test('what the list is about is read before all else', () => {
  const about = (asked: object) =>
    names([LEAKING, BIRTHDAY], [LATE, LATER], { ...NOTHING, ...asked }, TODAY)[0]
  expect(about({ finding: 'birthday' })).toBe('birthday')
  expect(about({ product: 'loan' })).toBe('loan')
  expect(about({ level: 'high' })).toBe('loan')
  expect(about({ product: 'loan', level: 'low' })).toBe('fund')
})

test('nobody without a reason is given one', () => {
  expect(names([], [], NOTHING, TODAY)).toEqual([])
})
