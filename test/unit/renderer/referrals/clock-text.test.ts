import { expect, test } from 'vitest'
import { clockText } from '../../../../src/renderer/features/referrals/referral-line.tsx'
import { chinese } from '../../../support/renderer/chinese.ts'

test.each([
  [35, false, '还剩 35 分（工作时间）'],
  [60, false, '还剩 1 小时（工作时间）'],
  [95, false, '还剩 1 小时 35 分（工作时间）'],
  [0, false, '承接时间已到，即将转给后备'],
  [0, true, '超时无人承接'],
])('%i working minutes (stranded: %s) read as %s', (workMinutesLeft, stranded, text) => {
  expect(clockText({ workMinutesLeft, stranded }, chinese)).toBe(text)
})

test('an answered referral has no clock', () => {
  expect(clockText({ workMinutesLeft: null, stranded: false }, chinese)).toBeNull()
})
