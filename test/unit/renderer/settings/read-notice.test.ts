import { expect, test } from 'vitest'
import { readNotice } from '../../../../src/renderer/features/settings/calendar/import-notice.tsx'
import { CATALOGUES } from '../../../../src/shared/locale/index.ts'

const notice = (days: readonly object[]) => JSON.stringify({ year: 2027, days })
const day = (date: string, isOffDay: boolean) => ({ name: '国庆节', date, isOffDay })

test('an empty field is nothing wrong', () => {
  expect(readNotice('  \n')).toEqual({ state: 'nothing' })
})

test('a notice is summed up before it counts', () => {
  const text = notice([day('2027-10-01', true), day('2027-10-02', true), day('2027-10-09', false)])
  expect(readNotice(text)).toEqual({ state: 'read', year: 2027, daysOff: 2, daysWorked: 1 })
})

test('what is wrong is named by a sentence of the catalogues', () => {
  const wrong = {
    'not json': 'settings.calendar.notJson',
    '{"year": 2027}': 'error.calendar.notice-malformed',
    [notice([])]: 'error.settings.noticeEmpty',
    [notice([day('2026-10-01', true)])]: 'error.calendar.notice-other-year',
    [notice([day('2027-10-01', true), day('2027-10-01', false)])]: 'error.calendar.notice-duplicate',
  }
  for (const [text, reason] of Object.entries(wrong)) {
    expect(readNotice(text)).toMatchObject({ state: 'wrong', reason })
    const sentence = reason
      .split('.')
      .reduce<unknown>((at, key) => Reflect.get(Object(at), key), CATALOGUES.en)
    expect(typeof sentence, reason).toBe('string')
  }
})
