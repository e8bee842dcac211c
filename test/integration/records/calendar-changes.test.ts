import { afterEach, beforeEach, expect, test } from 'vitest'
import { RUNNING_CLOCKS } from '../../../src/main/records/referrals/count-clocks-again.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import { addPerson, HEAD, openCounter, RM, rowOf, TELLER } from '../../support/intents/counter-branch.ts'
import { saved } from '../../support/leads/lobby-branch.ts'
import { bounceAt, instantOf, nextBounce, refer, textOf } from '../../support/referrals/referring-branch.ts'

/** A Monday; the branch works from half past eight to half past five. */
const MONDAY = '2026-11-23'
let engine: TestEngine
beforeEach(() => {
  engine = openCounter(MONDAY)
})
afterEach(() => engine.close())

const dayOff = (on: string) =>
  engine.run('settings.setDayOverride', { on, working: false, reason: '网点装修' })
const takenBack = (on: string) => engine.run('settings.setDayOverride', { on, working: null })
const datesIn = (table: 'intent' | 'lead') =>
  rowOf<{ warn_on: string; next_on: string; moved: number }>(
    engine,
    `SELECT warn_on, next_on, due_rule ->> '$.moved' AS moved FROM ${table}`,
  )
const endsAt = () => textOf(rowOf<{ at: number }>(engine, 'SELECT accept_by_at AS at FROM referral')?.at)

test('F3: a day off moves a lead as it moves an intent, and back with it', () => {
  engine.run('intents.flag', { customerUid: addPerson(engine).uid, product: 'loan', level: 'high' }, RM)
  saved(engine, { level: 'high' })
  const before = datesIn('lead')
  expect(before).toEqual({ warn_on: '2026-11-24', next_on: '2026-11-25', moved: 0 })
  expect(datesIn('intent')).toEqual(before)
  dayOff('2026-11-25')
  expect(datesIn('lead')).toEqual({ warn_on: '2026-11-24', next_on: '2026-11-26', moved: 1 })
  expect(datesIn('intent')).toEqual(datesIn('lead'))
  expect(engine.lastTables()).toEqual(expect.arrayContaining(['day_override', 'intent', 'lead']))
  takenBack('2026-11-25')
  expect(datesIn('lead')).toEqual(before)
  expect(datesIn('intent')).toEqual(before)
})

test('a closed lead keeps the date it had', () => {
  const { uid } = saved(engine, { level: 'high' })
  engine.run('leads.advance', { leadUid: uid, to: 'lost', lostReason: 'no-need' }, HEAD)
  dayOff('2026-11-25')
  expect(datesIn('lead')?.next_on).toBe('2026-11-25')
})

test('an official notice counts the leads that it moved among the follow-ups', () => {
  engine.sources.at = instantOf('2026-12-30 12:00')
  saved(engine, { level: 'high' })
  const json = JSON.stringify({ year: 2027, days: [{ name: '元旦', date: '2027-01-01', isOffDay: true }] })
  expect(engine.run('settings.importNotice', { json }).movedFollowups).toBe(1)
  expect(datesIn('lead')?.next_on).toBe('2027-01-04')
})

test('F3, L8: an acceptance clock does not run on a day that was made free, and runs on the day after', () => {
  engine.sources.at = instantOf('2026-11-23 17:20')
  refer(engine, addPerson(engine).uid, RM)
  // Ten minutes are left of Monday.
  expect(endsAt()).toBe('2026-11-24 09:20')
  engine.sources.at = instantOf('2026-11-23 17:25')
  dayOff('2026-11-24')
  expect(endsAt()).toBe('2026-11-25 09:20')
  expect(engine.lastTables()).toEqual(expect.arrayContaining(['day_override', 'referral']))
  expect(bounceAt(engine, '2026-11-24 10:00')).toBe(0)
  expect(nextBounce(engine)).toBe('2026-11-25 09:20')
  takenBack('2026-11-24')
  expect(bounceAt(engine, '2026-11-25 09:20')).toBe(1)
})

test('taking the day back before it began gives the clock its first end', () => {
  engine.sources.at = instantOf('2026-11-23 17:20')
  refer(engine, addPerson(engine).uid, RM)
  dayOff('2026-11-24')
  takenBack('2026-11-24')
  expect(endsAt()).toBe('2026-11-24 09:20')
})

test('time that has passed is not counted again: a Saturday that is said to have been worked ends no clock in the past', () => {
  engine.sources.at = instantOf('2026-11-28 10:00')
  refer(engine, addPerson(engine).uid, RM)
  expect(endsAt()).toBe('2026-11-30 09:30')
  engine.sources.at = instantOf('2026-11-29 12:00')
  engine.run('settings.setDayOverride', { on: '2026-11-28', working: true, reason: '值班' })
  expect(endsAt()).toBe('2026-11-30 09:30')
})

test('a clock follows the branch’s hours, and keeps the minutes it was given', () => {
  engine.sources.at = instantOf('2026-11-23 17:20')
  refer(engine, addPerson(engine).uid, RM)
  const settings = engine.run('settings.get', {})
  engine.run('settings.save', { settings: { ...settings, workFrom: '09:00', acceptMinutes: 30 } })
  expect(endsAt()).toBe('2026-11-24 09:50')
  expect(engine.lastTables()).toContain('referral')
})

test('a clock that ran out, one that was answered and one without anybody left stay as they are', () => {
  engine.sources.at = instantOf('2026-11-23 10:00')
  const accepted = refer(engine, addPerson(engine).uid, RM)
  engine.run('referrals.accept', { referralUid: accepted }, RM)
  engine.sources.at = instantOf('2026-11-23 17:20')
  const over = refer(engine, addPerson(engine).uid, RM, TELLER)
  engine.sources.at = instantOf('2026-11-24 09:30')
  dayOff('2026-11-24')
  const row = (uid: string) =>
    rowOf<{ at: number | null }>(engine, 'SELECT accept_by_at AS at FROM referral WHERE uid = ?', uid)
  expect(row(accepted)?.at).toBeNull()
  expect(textOf(row(over)?.at)).toBe('2026-11-24 09:20')
})

test('asking which clocks run is a range of their index', () => {
  const plan = engine.connection
    .statement<{ detail: string }>(`EXPLAIN QUERY PLAN ${RUNNING_CLOCKS.sql}`)
    .all(0)
  expect(plan.map(({ detail }) => detail).join()).toContain('referral_offered_by_clock')
})
