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
import { takeBack } from '../../support/undo/take-back.ts'

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
const undo = (staff = TELLER) => takeBack(engine, staff)
const newest = (staff = TELLER) => engine.run('undo.newest', {}, staff)
const stored = () =>
  rowOf(
    engine,
    `SELECT level, status, owner_no, warn_on, next_on, due_rule, last_evidence_on, closed_at FROM intent`,
  )

test('X2: a flag that opened an intent is undone as if it had not been, and leaves its trace in audit and outbox', () => {
  flag('high')
  const { operationId } = newest() ?? {}
  const { seq } = rowOf<{ seq: number }>(engine, `SELECT seq FROM audit WHERE action = 'intents.flag'`) ?? {}
  undo()
  expect(rowOf(engine, 'SELECT * FROM intent')).toBeUndefined()
  expect(rowOf(engine, 'SELECT * FROM intent_evidence')).toBeUndefined()
  expect(
    rowOf(engine, `SELECT staff_no, customer_uid, detail FROM audit WHERE action = 'undo.take'`),
  ).toEqual({
    staff_no: TELLER.no,
    customer_uid: person.uid,
    detail: JSON.stringify({ undone: 'intents.flag', of: seq }),
  })
  expect(rowOf(engine, `SELECT payload FROM outbox WHERE operation = 'undo.take'`)).toEqual({
    payload: JSON.stringify({ operationId, operation: 'intents.flag' }),
  })
})

test('a flag that strengthened an intent is undone to exactly what stood before', () => {
  flag('low', ['rate'])
  const before = stored()
  engine.sources.at = noonOf('2026-11-26')
  flag('high', ['applies'])
  expect(stored()).not.toEqual(before)
  undo()
  expect(stored()).toEqual(before)
  expect(engine.run('intents.list', {})[0]?.intent.signals).toEqual(['rate'])
})

test('X2: undo holds until the last millisecond of the window and not after', () => {
  flag('high')
  const { operationId = '', untilAt = 0 } = newest() ?? {}
  expect(untilAt).toBe(engine.sources.at + WINDOW_MS)
  engine.sources.at = untilAt + 1
  expect(newest()).toBeNull()
  expect(() => engine.run('undo.take', { operationId }, TELLER)).toThrowError('undo.tooLate')
  engine.sources.at = untilAt
  expect(undo()).toMatchObject({ action: 'intents.flag', subject: { customer: { uid: person.uid } } })
})

test('a clock that was set back does not close the window', () => {
  flag('high')
  engine.sources.at -= 3_600_000
  expect(undo()).toMatchObject({ action: 'intents.flag' })
})

test('what was undone cannot be undone again', () => {
  flag('high')
  const { operationId = '' } = newest() ?? {}
  undo()
  expect(() => engine.run('undo.take', { operationId }, TELLER)).toThrowError('undo.nothing')
})

test('X2: two quick flags are taken back newest first, and only so', () => {
  flag('low')
  const { operationId: first = '' } = newest() ?? {}
  flag('high')
  expect(() => engine.run('undo.take', { operationId: first }, TELLER)).toThrowError('undo.notNewest')
  undo()
  expect(stored()).toMatchObject({ level: 'low' })
  expect(newest()?.operationId).toBe(first)
  undo()
  expect(stored()).toBeUndefined()
})

test('nobody takes back what somebody else flagged', () => {
  flag('high')
  const { operationId = '' } = newest() ?? {}
  expect(newest(LOBBY)).toBeNull()
  expect(() => engine.run('undo.take', { operationId }, LOBBY)).toThrowError('undo.nothing')
})

test('a flag that a contact rests on stays', () => {
  const { intent } = flag('high')
  engine.sources.at += 1
  engine.run('followups.record', { intentUid: intent.uid, channel: 'face', outcome: 'reached' }, RM)
  expect(() => undo()).toThrowError('undo.builtUpon')
  // Nor does it stay half taken back.
  expect(stored()).toMatchObject({ status: 'open', level: 'high' })
  expect(engine.connection.pragma('foreign_key_check')).toBeUndefined()
})

test('once that contact is taken back, the flag can be too', () => {
  const { intent } = flag('high')
  engine.run('followups.record', { intentUid: intent.uid, channel: 'face', outcome: 'reached' }, RM)
  takeBack(engine, RM)
  undo()
  expect(stored()).toBeUndefined()
})

test('a flag of an intent that was closed since stays', () => {
  const { intent } = flag('high')
  engine.run('intents.close', { intentUid: intent.uid, outcome: 'mistaken' }, RM)
  expect(() => undo()).toThrowError('undo.builtUpon')
  expect(stored()).toMatchObject({ status: 'mistaken' })
})

test('a flag of an intent that was handed on in between stays', () => {
  flag('low')
  const { intent } = flag('high')
  engine.run('intents.reassign', { intentUid: intent.uid, ownerNo: LOBBY.no }, RM)
  expect(() => undo()).toThrowError('undo.builtUpon')
  expect(stored()).toMatchObject({ status: 'open', level: 'high', owner_no: LOBBY.no })
})

test('an undo gives an intent back to the owner whom the flag took it from', () => {
  flag('low')
  engine.runner.run('staff.activate', { no: RM.no, active: false }, HEAD)
  const before = stored()
  expect(before).toMatchObject({ owner_no: RM.no })
  flag('high')
  expect(stored()).toMatchObject({ owner_no: OTHER_RM.no })
  undo()
  expect(stored()).toEqual(before)
})

test('a flag that a colleague handed on stays', () => {
  flag('high')
  const wish = { product: 'card', level: 'high', reason: '办信用卡' } as const
  engine.run('referrals.offer', { customerUid: person.uid, toNo: OTHER_RM.no, ...wish }, LOBBY)
  expect(() => undo()).toThrowError('undo.builtUpon')
})

test('a refused undo leaves no outbox row and no audit link', () => {
  const { intent } = flag('high')
  engine.run('intents.close', { intentUid: intent.uid, outcome: 'mistaken' }, RM)
  const counts =
    'SELECT (SELECT count(*) FROM outbox) AS o, (SELECT count(*) FROM audit) AS a, (SELECT sum(taking) FROM undo_slip) AS t'
  const before = rowOf(engine, counts)
  expect(() => undo()).toThrowError()
  expect(rowOf(engine, counts)).toEqual(before)
})

test('a contact holds an undo up also when the two records, merged before it, went under a third afterwards', () => {
  const { intent } = flag('high')
  const merge = (ids: string, rootId: number) =>
    engine.connection.script(`UPDATE customer SET merged_into = ${rootId} WHERE id IN (${ids})`)
  const second = addPerson(engine)
  merge(`${person.id}`, second.id)
  engine.run('followups.record', { intentUid: intent.uid, channel: 'face', outcome: 'no-answer' }, RM)
  const third = addPerson(engine)
  merge(`${person.id}, ${second.id}`, third.id)
  expect(() => undo()).toThrowError('undo.builtUpon')
})
