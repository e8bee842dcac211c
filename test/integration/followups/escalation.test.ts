import { afterEach, beforeEach, expect, test } from 'vitest'
import { MOVED_CLIMBERS } from '../../../src/main/features/followups/ladder/overdue-intents.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import { HEAD, noonOf, OTHER_RM, openCounter, RM } from '../../support/intents/counter-branch.ts'
import { escalationLevels, internal, promise, told } from '../../support/notices/clock-branch.ts'

const FRIDAY = '2026-11-20'
let engine: TestEngine
beforeEach(() => {
  engine = openCounter(FRIDAY)
})
afterEach(() => engine.close())

function on(day: string): void {
  engine.sources.at = noonOf(day)
  internal(engine, 'followups.escalate', {})
}

test('F4: three working days late tell the owner, five also the head, seven call it high risk', () => {
  const uid = promise(engine, FRIDAY)
  on('2026-11-24')
  expect(told(engine)).toEqual([])
  on('2026-11-25')
  expect(told(engine)).toEqual([`${RM.no} intent-overdue {"days":3,"nextOn":"2026-11-20"}`])
  expect(escalationLevels(engine)).toEqual([`${uid} owner`])
  on('2026-11-27')
  expect(told(engine)).toHaveLength(3)
  expect(told(engine)).toContain(`${HEAD.no} intent-unattended {"days":5,"nextOn":"2026-11-20"}`)
  on('2026-11-29')
  expect(escalationLevels(engine)).toEqual([`${uid} head`])
  on('2026-12-01')
  expect(escalationLevels(engine)).toEqual([`${uid} high-risk`])
  expect(told(engine)).toContain(`${HEAD.no} intent-high-risk {"days":7,"nextOn":"2026-11-20"}`)
})

test('whoever looks twice tells nobody twice', () => {
  promise(engine, FRIDAY)
  on('2026-11-27')
  const once = told(engine)
  on('2026-11-27')
  expect(told(engine)).toEqual(once)
  expect(internal(engine, 'followups.ladderDueAt', {})).toBeGreaterThan(engine.sources.at)
})

test('rungs that were slept through are told, and only the highest waits to be seen', () => {
  promise(engine, FRIDAY)
  on('2026-12-01')
  expect(told(engine)).toHaveLength(5)
  const waiting = engine.connection
    .statement(`SELECT staff_no, kind FROM notice WHERE seen_at IS NULL ORDER BY staff_no`)
    .all()
  expect(waiting).toEqual([
    { staff_no: RM.no, kind: 'intent-high-risk' },
    { staff_no: HEAD.no, kind: 'intent-high-risk' },
  ])
})

test('a contact takes it down, and the next promise that is broken climbs anew', () => {
  const uid = promise(engine, FRIDAY)
  on('2026-11-27')
  engine.run(
    'followups.record',
    { intentUid: uid, channel: 'face', outcome: 'reached', nextOn: '2026-11-30' },
    RM,
  )
  expect(escalationLevels(engine)).toEqual([])
  on('2026-12-03')
  expect(escalationLevels(engine)).toEqual([`${uid} owner`])
  expect(told(engine).filter((each) => each.includes('intent-overdue'))).toHaveLength(2)
})

test('a close takes it down, a reassignment does not', () => {
  const closed = promise(engine, FRIDAY)
  const handedOn = promise(engine, FRIDAY)
  on('2026-11-27')
  engine.run('intents.close', { intentUid: closed, outcome: 'lost' }, RM)
  engine.run('intents.reassign', { intentUid: handedOn, ownerNo: OTHER_RM.no }, HEAD)
  expect(escalationLevels(engine)).toEqual([`${handedOn} head`])
  on('2026-12-01')
  expect(told(engine)).toContain(`${OTHER_RM.no} intent-high-risk {"days":7,"nextOn":"2026-11-20"}`)
})

test('a day off that is entered later takes it down again', () => {
  promise(engine, FRIDAY)
  on('2026-11-25')
  engine.run('settings.setDayOverride', { on: '2026-11-24', working: false, reason: '停电' }, HEAD)
  expect(internal(engine, 'followups.ladderDueAt', {})).toBe(engine.sources.at)
  on('2026-11-25')
  expect(escalationLevels(engine)).toEqual([])
})

test('a clock that was set forward and back again takes back what it had told', () => {
  promise(engine, FRIDAY)
  on('2027-03-01')
  expect(told(engine)).toHaveLength(5)
  engine.sources.at = noonOf('2026-11-24')
  expect(internal(engine, 'followups.ladderDueAt', {})).toBe(engine.sources.at)
  on('2026-11-24')
  expect(told(engine)).toEqual([])
  expect(escalationLevels(engine)).toEqual([])
})

test('a settled ladder wants to be looked at again at midnight', () => {
  promise(engine, FRIDAY)
  on('2026-11-25')
  expect(internal(engine, 'followups.ladderDueAt', {})).toBe(Date.parse('2026-11-26T00:00:00+08:00'))
})

test('looking for what moved seeks in the index of open work and reads nothing that is not late', () => {
  const plan = engine.connection
    .statement<{ detail: string }>(`EXPLAIN QUERY PLAN ${MOVED_CLIMBERS.sql}`)
    .all(FRIDAY, FRIDAY, FRIDAY)
    .map(({ detail }) => detail)
    .join('\n')
  expect(plan).toMatch(/SEARCH intent USING INDEX intent_open_of_owner \(owner_no=\? AND next_on<\?\)/)
  expect(plan).not.toMatch(/SCAN (intent|escalation)/)
})
