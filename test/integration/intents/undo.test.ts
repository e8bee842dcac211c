import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  HEAD,
  type InventedPerson,
  LOBBY,
  noonOf,
  OTHER_RM,
  openCounter,
  RM,
  rowOf,
  TELLER,
} from '../../support/intents/counter-branch.ts'

const TODAY = '2026-11-23'
const WINDOW_MS = 8_000
let engine: TestEngine
let person: InventedPerson
beforeEach(() => {
  engine = openCounter(TODAY)
  person = addPerson(engine, { ownerNo: RM.no })
})
afterEach(() => engine.close())

const flag = (level: 'high' | 'mid' | 'low', signals: ('rate' | 'applies')[] = []) =>
  engine.run('intents.flag', { customerUid: person.uid, product: 'card', level, signals }, TELLER)
const undo = (undoToken: string, staff = TELLER) => engine.run('intents.undoFlag', { undoToken }, staff)
const stored = () =>
  rowOf(
    engine,
    `SELECT level, status, owner_no, warn_on, next_on, due_rule, last_evidence_on, closed_at FROM intent`,
  )

test('a flag that opened an intent is undone as if it were not there, and leaves its trace', () => {
  const { undoToken } = flag('high')
  undo(undoToken)
  expect(stored()).toMatchObject({ status: 'undone', closed_at: engine.sources.at })
  expect(engine.run('intents.list', {}).rows).toEqual([])
  expect(rowOf(engine, 'SELECT count(*) AS n FROM intent_evidence WHERE undone_at IS NOT NULL')).toEqual({
    n: 1,
  })
})

test('a flag that strengthened an intent is undone to exactly what stood before', () => {
  flag('low', ['rate'])
  const before = stored()
  engine.sources.at = noonOf('2026-11-26')
  const { undoToken } = flag('high', ['applies'])
  expect(stored()).not.toEqual(before)
  undo(undoToken)
  expect(stored()).toEqual(before)
  expect(engine.run('intents.list', {}).rows[0]?.intent.signals).toEqual(['rate'])
})

test('undo holds until the last millisecond of the window and not after', () => {
  const first = flag('high')
  expect(first.undoUntilAt).toBe(engine.sources.at + WINDOW_MS)
  engine.sources.at = first.undoUntilAt + 1
  expect(() => undo(first.undoToken)).toThrowError('intents.undoTooLate')
  engine.sources.at = first.undoUntilAt
  expect(undo(first.undoToken)).toBeNull()
})

test('a clock that was set back does not close the window', () => {
  const { undoToken } = flag('high')
  engine.sources.at -= 3_600_000
  expect(undo(undoToken)).toBeNull()
})

test('what was undone cannot be undone again', () => {
  const { undoToken } = flag('high')
  undo(undoToken)
  expect(() => undo(undoToken)).toThrowError('intents.undoTooLate')
})

test('two quick flags are taken back newest first, and only so', () => {
  const first = flag('low')
  const second = flag('high')
  expect(() => undo(first.undoToken)).toThrowError('intents.undoTooLate')
  undo(second.undoToken)
  undo(first.undoToken)
  expect(stored()).toMatchObject({ status: 'undone', level: 'low' })
})

test('nobody takes back what somebody else flagged', () => {
  const { undoToken } = flag('high')
  expect(() => undo(undoToken, LOBBY)).toThrowError('intents.notFound')
})

test('a flag that a contact rests on stays', () => {
  const { intent, undoToken } = flag('high')
  engine.sources.at += 1
  engine.run('followups.record', { intentUid: intent.uid, channel: 'face', outcome: 'reached' }, RM)
  expect(() => undo(undoToken)).toThrowError('intents.undoTooLate')
})

test('a flag of an intent that was closed since stays', () => {
  const { intent, undoToken } = flag('high')
  engine.run('intents.close', { intentUid: intent.uid, outcome: 'mistaken' }, RM)
  expect(() => undo(undoToken)).toThrowError('intents.closed')
  expect(stored()).toMatchObject({ status: 'mistaken' })
})

test('an undo keeps the owner it was handed to in between', () => {
  flag('low')
  const { intent, undoToken } = flag('high')
  engine.run('intents.reassign', { intentUid: intent.uid, ownerNo: LOBBY.no }, RM)
  undo(undoToken)
  expect(stored()).toMatchObject({ status: 'open', level: 'low', owner_no: LOBBY.no })
})

test('an undo gives an intent back to the owner whom the flag took it from', () => {
  flag('low')
  engine.runner.run('staff.activate', { no: RM.no, active: false }, HEAD)
  const before = stored()
  expect(before).toMatchObject({ owner_no: RM.no })
  const { undoToken } = flag('high')
  expect(stored()).toMatchObject({ owner_no: OTHER_RM.no })
  undo(undoToken)
  expect(stored()).toEqual(before)
})

test('a flag that something was handed on upon stays', () => {
  const { undoToken } = flag('high')
  const wish = { product: 'card', level: 'high', reason: '办信用卡' } as const
  engine.run('referrals.offer', { customerUid: person.uid, toNo: OTHER_RM.no, ...wish }, TELLER)
  expect(() => undo(undoToken)).toThrowError('intents.undoTooLate')
})

test('a refused undo leaves no outbox row and no audit link', () => {
  const { undoToken, undoUntilAt } = flag('high')
  engine.sources.at = undoUntilAt + 1
  const counts = 'SELECT (SELECT count(*) FROM outbox) AS o, (SELECT count(*) FROM audit) AS a'
  const before = rowOf(engine, counts)
  expect(() => undo(undoToken)).toThrowError()
  expect(rowOf(engine, counts)).toEqual(before)
})

test('a contact holds an undo up also when the two records, merged before it, went under a third afterwards', () => {
  const { undoToken, intent } = flag('high')
  const merge = (ids: string, rootId: number) =>
    engine.connection.script(`UPDATE customer SET merged_into = ${rootId} WHERE id IN (${ids})`)
  const second = addPerson(engine)
  merge(`${person.id}`, second.id)
  engine.run('followups.record', { intentUid: intent.uid, channel: 'face', outcome: 'no-answer' }, RM)
  const third = addPerson(engine)
  merge(`${person.id}, ${second.id}`, third.id)
  expect(() => undo(undoToken)).toThrowError('intents.undoTooLate')
})
