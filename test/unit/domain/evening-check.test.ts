import { expect, test } from 'vitest'
import { fateOf } from '../../../src/shared/domain/work/evening-check.ts'

/** A Friday: 明日 is Monday. */
const FRIDAY = { asOf: '2026-11-20', nextWorkedOn: '2026-11-23' } as const

test.each([
  ['closed', { group: 'today', isOpen: false, nextOn: '2026-11-20', touched: true }, 'done'],
  ['given a later date', { group: 'overdue', isOpen: true, nextOn: '2026-11-23', touched: true }, 'moved'],
  ['left as it was', { group: 'overdue', isOpen: true, nextOn: '2026-11-18', touched: false }, 'open'],
  [
    'tried today, and due today still',
    { group: 'today', isOpen: true, nextOn: '2026-11-20', touched: true },
    'open',
  ],
  [
    'tomorrow’s and not touched',
    { group: 'tomorrow', isOpen: true, nextOn: '2026-11-23', touched: false },
    null,
  ],
  [
    'tomorrow’s and dealt with',
    { group: 'tomorrow', isOpen: true, nextOn: '2026-11-25', touched: true },
    'moved',
  ],
  ['tomorrow’s and tried', { group: 'tomorrow', isOpen: true, nextOn: '2026-11-23', touched: true }, 'moved'],
] as const)('a row that is %s', (_what, row, fate) => {
  expect(fateOf(row, FRIDAY)).toBe(fate)
})
