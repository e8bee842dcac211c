import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  createWorkingCalendar,
  LAST_OFFICIAL_YEAR,
  missingNoticeYear,
} from '../../../src/shared/domain/calendar/working-days.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import { HEAD, openCounter } from '../../support/intents/counter-branch.ts'
import { internal, told } from '../../support/notices/clock-branch.ts'

/** The last year that the product brings itself, and the one that a branch has to import. */
const KNOWN = LAST_OFFICIAL_YEAR
const NEXT = KNOWN + 1
const at = (day: string, time = '09:00') => Date.parse(`${day}T${time}:00+08:00`)

let engine: TestEngine
beforeEach(() => {
  engine = openCounter(`${KNOWN}-12-01`)
})
afterEach(() => engine.close())

/** What stands with the bell on a day, after the clock came by as often as it does. */
function toldOn(day: string): string[] {
  engine.sources.at = at(day)
  internal(engine, 'notices.tellDue', {})
  internal(engine, 'notices.tellDue', {})
  return told(engine).filter((line) => line.includes('calendar'))
}

const ONCE = [`${HEAD.no} calendar-missing {"year":${NEXT}}`]

const notice = JSON.stringify({
  year: NEXT,
  days: [{ name: '元旦', date: `${NEXT}-01-01`, isOffDay: true }],
})

test('F3: from mid-December on the head is told once that the coming year’s notice is missing, and that is all', () => {
  expect(toldOn(`${KNOWN}-12-14`)).toEqual([])
  engine.sources.at = at(`${KNOWN}-12-15`)
  expect(internal(engine, 'notices.tellDueAt', {})).toBe(engine.sources.at)
  expect(toldOn(`${KNOWN}-12-15`)).toEqual(ONCE)
  expect(internal(engine, 'notices.tellDueAt', {})).toBeGreaterThan(engine.sources.at)
  const uids = engine.run('notices.list', {}, HEAD).rows.map(({ uid }) => uid)
  engine.run('notices.see', { uids }, HEAD)
  expect(toldOn(`${KNOWN}-12-16`)).toEqual(ONCE)
  expect(toldOn(`${NEXT}-01-05`)).toEqual(ONCE)
  expect(engine.run('notices.list', {}, HEAD).rows).toMatchObject([{ kind: 'calendar-missing', seen: true }])
})

test('F3: the notice is gone as soon as the year is imported, and is told of no more', () => {
  expect(toldOn(`${KNOWN}-12-20`)).toEqual(ONCE)
  engine.run('settings.importNotice', { json: notice }, HEAD)
  expect(engine.run('notices.list', {}, HEAD).rows).toEqual([])
  expect(toldOn(`${KNOWN}-12-21`)).toEqual([])
  expect(toldOn(`${NEXT}-12-16`)).toEqual([`${HEAD.no} calendar-missing {"year":${NEXT + 1}}`])
})

test('F3: whose clock was set forward and back is told of nothing that is not due yet', () => {
  expect(toldOn(`${KNOWN}-12-20`)).toEqual(ONCE)
  expect(toldOn(`${KNOWN}-11-02`)).toEqual([])
})

test('F3: which year is missing', () => {
  const shipped = createWorkingCalendar()
  expect(missingNoticeYear(shipped, `${KNOWN}-12-14`)).toBeNull()
  expect(missingNoticeYear(shipped, `${KNOWN}-12-15`)).toBe(NEXT)
  expect(missingNoticeYear(shipped, `${NEXT}-06-01`)).toBe(NEXT)
  expect(missingNoticeYear(shipped, `${KNOWN}-01-01`)).toBeNull()
})
