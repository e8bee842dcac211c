import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  ADMIN,
  addPerson,
  HEAD,
  LOBBY,
  OTHER_RM,
  openCounter,
  RM,
  rowOf,
  TELLER,
} from '../../support/intents/counter-branch.ts'

let engine: TestEngine
let intentUid: string
beforeEach(() => {
  engine = openCounter('2026-11-23')
  const { uid } = addPerson(engine, { ownerNo: RM.no })
  intentUid = engine.run('intents.flag', { customerUid: uid, product: 'fund', level: 'mid' }, TELLER).intent
    .uid
})
afterEach(() => engine.close())

const UNKNOWN = '0190a1b2-0000-7000-8000-0000000000ff'

test.each(['converted', 'lost', 'mistaken'] as const)(
  'an intent closed as %s leaves the work lists',
  (outcome) => {
    engine.run('intents.close', { intentUid, outcome, note: '已在他行办理' }, RM)
    expect(rowOf(engine, 'SELECT status, closed_at, closed_note FROM intent')).toEqual({
      status: outcome,
      closed_at: engine.sources.at,
      closed_note: '已在他行办理',
    })
    expect(engine.run('intents.list', {}).rows).toEqual([])
    expect(engine.run('followups.list', {}, RM).rows).toEqual([])
  },
)

test('a closed intent takes no second end, no new owner and no contact', () => {
  engine.run('intents.close', { intentUid, outcome: 'lost' }, RM)
  expect(() => engine.run('intents.close', { intentUid, outcome: 'converted' }, RM)).toThrowError(
    'intents.closed',
  )
  expect(() => engine.run('intents.reassign', { intentUid, ownerNo: LOBBY.no }, HEAD)).toThrowError(
    'intents.closed',
  )
  expect(() =>
    engine.run('followups.record', { intentUid, channel: 'face', outcome: 'reached' }, RM),
  ).toThrowError('intents.closed')
})

test('after the end a new flag opens a new intent', () => {
  engine.run('intents.close', { intentUid, outcome: 'lost' }, RM)
  const uid = rowOf<{ uid: string }>(engine, 'SELECT uid FROM customer')?.uid ?? ''
  const again = engine.run('intents.flag', { customerUid: uid, product: 'fund', level: 'low' }, TELLER)
  expect(again.created).toBe(true)
  expect(again.intent.uid).not.toBe(intentUid)
})

test('a reassigned intent has the new owner and keeps its date', () => {
  const before = engine.run('intents.list', {}).rows[0]?.intent
  const after = engine.run('intents.reassign', { intentUid, ownerNo: OTHER_RM.no }, HEAD)
  expect(after).toEqual({ ...before, ownerNo: OTHER_RM.no, ownerName: OTHER_RM.name })
  expect(engine.run('followups.list', {}, OTHER_RM).rows).toHaveLength(1)
  expect(engine.run('followups.list', {}, RM).rows).toHaveLength(0)
  expect(rowOf(engine, `SELECT detail FROM audit WHERE action = 'intents.reassign'`)).toEqual({
    detail: '{"from":"3001","to":"3002"}',
  })
})

test('an intent is never handed to somebody unknown, inactive or without customers', () => {
  engine.runner.run('staff.activate', { no: OTHER_RM.no, active: false }, HEAD)
  for (const ownerNo of ['7777', OTHER_RM.no, ADMIN.no]) {
    expect(() => engine.run('intents.reassign', { intentUid, ownerNo }, HEAD)).toThrowError(
      'followups.ownerUnknown',
    )
  }
})

test('an unknown intent is refused', () => {
  expect(() => engine.run('intents.close', { intentUid: UNKNOWN, outcome: 'lost' })).toThrowError(
    'intents.notFound',
  )
  expect(() => engine.run('intents.reassign', { intentUid: UNKNOWN, ownerNo: RM.no })).toThrowError(
    'intents.notFound',
  )
})

test('a relationship manager hands on their own intents and nobody else’s', () => {
  const handOn = { intentUid, ownerNo: LOBBY.no }
  expect(() => engine.run('intents.reassign', handOn, OTHER_RM)).toThrowError('call.notAllowed')
  expect(engine.run('intents.reassign', handOn, RM).ownerName).toBe(LOBBY.name)
})
