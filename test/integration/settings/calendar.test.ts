import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import { addPerson, noonOf, openCounter, RM, rowOf } from '../../support/intents/counter-branch.ts'

let engine: TestEngine
beforeEach(() => {
  engine = openCounter('2026-12-28')
})
afterEach(() => engine.close())

interface NoticeDay {
  readonly name: string
  readonly date: string
  readonly isOffDay: boolean
}
const off = (name: string, ...dates: string[]): NoticeDay[] =>
  dates.map((date) => ({ name, date, isOffDay: true }))
const work = (name: string, ...dates: string[]): NoticeDay[] =>
  dates.map((date) => ({ name, date, isOffDay: false }))

/** An invented notice for 2027: New Year's Day to the third off, the Sunday after it worked. */
const NOTICE_2027 = [...off('元旦', '2027-01-01', '2027-01-02', '2027-01-03'), ...work('元旦', '2027-01-10')]
const importNotice = (days: readonly NoticeDay[], year = 2027) =>
  engine.run('settings.importNotice', { json: JSON.stringify({ year, days }) })
const flag = (level: 'high' | 'mid' | 'low') =>
  engine.run('intents.flag', { customerUid: addPerson(engine).uid, product: 'loan', level }, RM).intent
const stored = (uid: string) => {
  const row = rowOf<{ warnOn: string; nextOn: string; rule: string }>(
    engine,
    'SELECT warn_on AS warnOn, next_on AS nextOn, due_rule AS rule FROM intent WHERE uid = ?',
    uid,
  )
  return { ...row, rule: JSON.parse(row?.rule ?? '{}') as { published: boolean; moved: boolean } }
}
const verdictOf = (on: string) =>
  engine.run('settings.calendar', { month: on.slice(0, 7) }).days.find((day) => day.on === on)

describe('F3: the branch’s calendar', () => {
  test('October 2026 shows the holiday by name and its make-up Saturday', () => {
    const { days, publishedYears } = engine.run('settings.calendar', { month: '2026-10' })
    expect(days).toHaveLength(31)
    expect(days.filter((day) => day.kind === 'holiday' && day.name === '国庆节')).toHaveLength(7)
    expect(days.find((day) => day.on === '2026-10-10')).toMatchObject({ working: true, kind: 'makeup' })
    expect(publishedYears).toContain(2026)
    expect(publishedYears).not.toContain(2027)
  })

  test('a year that is not published is shown by weekdays, each day marked', () => {
    const { days } = engine.run('settings.calendar', { month: '2027-01' })
    expect(days.every((day) => !day.published && day.source === 'weekday-guess')).toBe(true)
  })

  test('months at the ends of time are whole', () => {
    expect(engine.run('settings.calendar', { month: '9999-12' }).days.at(-1)?.on).toBe('9999-12-31')
    expect(engine.run('settings.calendar', { month: '0000-02' }).days).toHaveLength(29)
  })
})

describe('F3: importing a notice', () => {
  test('publishes the year, decides its days at once and moves what was counted by weekdays', () => {
    const high = flag('high')
    expect(stored(high.uid)).toMatchObject({ nextOn: '2026-12-30', rule: { published: false } })
    engine.sources.at = noonOf('2026-12-30')
    const guessed = flag('high')
    expect(stored(guessed.uid)).toMatchObject({
      nextOn: '2027-01-01',
      rule: { published: false, moved: false },
    })
    expect(importNotice(NOTICE_2027)).toEqual({ year: 2027, days: 4, movedFollowups: 1 })
    expect(stored(guessed.uid)).toMatchObject({
      nextOn: '2027-01-04',
      rule: { published: true, moved: true },
    })
    expect(stored(high.uid)).toMatchObject({ nextOn: '2026-12-30', rule: { published: true, moved: false } })
    expect(verdictOf('2027-01-10')).toMatchObject({ working: true, kind: 'makeup', source: 'notice' })
    expect(engine.run('settings.calendar', { month: '2027-01' }).publishedYears).toContain(2027)
    expect(engine.run('followups.previewDue', { level: 'high', from: '2027-01-08' }).dueOn).toBe('2027-01-11')
  })

  test('a date that was agreed moves from the agreed day, and only forward to a worked one', () => {
    const { uid } = flag('high')
    engine.run(
      'followups.record',
      { intentUid: uid, channel: 'face', outcome: 'reached', nextOn: '2027-01-01' },
      RM,
    )
    expect(stored(uid).nextOn).toBe('2027-01-01')
    expect(importNotice(NOTICE_2027).movedFollowups).toBe(1)
    expect(stored(uid)).toMatchObject({ nextOn: '2027-01-04', warnOn: '2027-01-04', rule: { moved: true } })
  })

  test('an earlier change of the cadence does not move what was promised under the old one', () => {
    const { uid, nextOn } = flag('mid')
    const settings = engine.run('settings.get', {})
    engine.run('settings.save', {
      settings: { ...settings, cadence: { ...settings.cadence, mid: { soft: 1, due: 1 } } },
    })
    expect(importNotice([...off('元旦', '2027-12-31')]).movedFollowups).toBe(0)
    expect(stored(uid).nextOn).toBe(nextOn)
  })

  test('a corrected notice replaces the first one and moves dates back', () => {
    engine.sources.at = noonOf('2026-12-30')
    const { uid } = flag('high')
    importNotice(NOTICE_2027)
    expect(importNotice(off('元旦', '2027-01-02')).movedFollowups).toBe(1)
    expect(stored(uid).nextOn).toBe('2027-01-01')
  })

  test('closed intents keep the date they had', () => {
    engine.sources.at = noonOf('2026-12-30')
    const { uid } = flag('high')
    engine.run('intents.close', { intentUid: uid, outcome: 'lost' }, RM)
    expect(importNotice(NOTICE_2027).movedFollowups).toBe(0)
    expect(stored(uid).nextOn).toBe('2027-01-01')
  })

  test('the audit says the year and how many moved, and windows refresh their lists', () => {
    engine.sources.at = noonOf('2026-12-30')
    flag('high')
    importNotice(NOTICE_2027)
    expect(engine.lastTables()).toEqual(expect.arrayContaining(['year_notice', 'intent']))
    expect(rowOf(engine, `SELECT detail FROM audit WHERE action = 'settings.importNotice'`)).toEqual({
      detail: '{"year":2027,"days":4,"movedFollowups":1}',
    })
  })

  test('a year without days is not published yet: refused, and the year stays marked', () => {
    expect(() => importNotice([])).toThrowError('settings.noticeEmpty')
    expect(verdictOf('2027-01-04')?.published).toBe(false)
  })

  test.each([
    ['no JSON', '{"year": 2027, "days": ['],
    ['no notice', '[]'],
    ['a day of another year', JSON.stringify({ year: 2027, days: off('元旦', '2028-01-01') })],
    ['a day twice', JSON.stringify({ year: 2027, days: off('元旦', '2027-01-01', '2027-01-01') })],
    ['a day that does not exist', JSON.stringify({ year: 2027, days: off('元旦', '2027-02-29') })],
    ['a year without work', JSON.stringify({ year: 2027, days: everyDayOf2027() })],
  ])('%s is refused as a notice and leaves nothing', (_name, json) => {
    expect(() => engine.run('settings.importNotice', { json })).toThrowError('settings.noticeInvalid')
    expect(rowOf(engine, 'SELECT count(*) AS n FROM year_notice')).toEqual({ n: 0 })
    expect(verdictOf('2027-01-04')?.source).toBe('weekday-guess')
  })
})

function everyDayOf2027(): NoticeDay[] {
  const firstAt = Date.parse('2027-01-01')
  return Array.from({ length: 365 }, (_, n) => ({
    name: '休',
    date: new Date(firstAt + n * 86_400_000).toISOString().slice(0, 10),
    isOffDay: true,
  }))
}

describe('F3: the branch’s own days', () => {
  test('a day off moves what is due on it, and taking it back moves it back', () => {
    const { uid } = flag('high')
    engine.run('settings.setDayOverride', { on: '2026-12-30', working: false, reason: '网点装修' })
    expect(stored(uid)).toMatchObject({ nextOn: '2026-12-31', rule: { moved: true } })
    expect(verdictOf('2026-12-30')).toMatchObject({ working: false, name: '网点装修', source: 'branch' })
    engine.run('settings.setDayOverride', { on: '2026-12-30', working: null })
    expect(stored(uid)).toMatchObject({ nextOn: '2026-12-30', rule: { moved: false } })
  })

  test('a worked Sunday brings a later date forward', () => {
    engine.sources.at = noonOf('2026-12-18')
    const { uid } = flag('high')
    expect(stored(uid).nextOn).toBe('2026-12-22')
    engine.run('settings.setDayOverride', { on: '2026-12-20', working: true, reason: '周日营业' })
    expect(stored(uid).nextOn).toBe('2026-12-21')
  })

  test('a branch day stands above a notice that comes later', () => {
    engine.run('settings.setDayOverride', { on: '2027-01-02', working: true, reason: '值班' })
    importNotice(NOTICE_2027)
    expect(verdictOf('2027-01-02')).toMatchObject({ working: true, source: 'branch' })
  })
})
