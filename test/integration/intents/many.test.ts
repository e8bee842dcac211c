import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  HEAD,
  LOBBY,
  OTHER_RM,
  openCounter,
  RM,
  TELLER,
} from '../../support/intents/counter-branch.ts'
import { takeBack } from '../../support/undo/take-back.ts'

let engine: TestEngine
let people: readonly string[]
let intents: readonly string[]
beforeEach(() => {
  engine = openCounter('2026-11-23')
  const first = addPerson(engine, { ownerNo: RM.no })
  const second = addPerson(engine, { ownerNo: OTHER_RM.no })
  people = [first.uid, second.uid]
  intents = [flag(first.uid, 'fund'), flag(first.uid, 'loan'), flag(second.uid, 'fund')]
})
afterEach(() => engine.close())

function flag(customerUid: string, product: 'fund' | 'loan'): string {
  return engine.run('intents.flag', { customerUid, product, level: 'mid' }, TELLER).intent.uid
}

const stored = () =>
  engine.connection
    .statement<{ ownerNo: string; nextOn: string }>(
      'SELECT owner_no AS ownerNo, next_on AS nextOn FROM intent ORDER BY id',
    )
    .all()

const audited = (action: string) =>
  engine.connection
    .statement<{ customerUid: string | null; detail: string }>(
      'SELECT customer_uid AS customerUid, detail FROM audit WHERE action = ? ORDER BY seq',
    )
    .all(action)

test('several intents go to one person together, with one link of the audit for each customer', () => {
  const done = engine.run('intents.reassignMany', { intentUids: [...intents], ownerNo: LOBBY.no }, HEAD)
  expect(done).toEqual({ done: 3, refused: [] })
  expect(stored().map(({ ownerNo }) => ownerNo)).toEqual([LOBBY.no, LOBBY.no, LOBBY.no])
  const detail = JSON.stringify({ to: LOBBY.no, intents: 3, people: 2 })
  expect(audited('intents.reassignMany')).toEqual(people.map((customerUid) => ({ customerUid, detail })))
})

test('one row that may not be handed on keeps all of them, and is named with its reason', () => {
  const before = stored()
  const [own, closed, another] = intents
  if (own === undefined || closed === undefined || another === undefined)
    throw new Error('three were flagged')
  engine.run('intents.close', { intentUid: closed, outcome: 'lost' }, RM)
  const unknown = '0190a1b2-0000-7000-8000-0000000000ff'
  const done = engine.run(
    'intents.reassignMany',
    { intentUids: [own, closed, another, unknown], ownerNo: LOBBY.no },
    RM,
  )
  expect(done).toEqual({
    done: 0,
    refused: [
      { uid: closed, code: 'intents.closed', detail: {} },
      { uid: another, code: 'call.notAllowed', detail: {} },
      { uid: unknown, code: 'intents.notFound', detail: {} },
    ],
  })
  expect(stored()).toEqual(before)
  expect(engine.run('intents.reassignMany', { intentUids: [own], ownerNo: LOBBY.no }, RM).done).toBe(1)
})

test('nobody takes over who cannot', () => {
  expect(() =>
    engine.run('intents.reassignMany', { intentUids: [...intents], ownerNo: '7777' }, HEAD),
  ).toThrowError('followups.ownerUnknown')
})

test('several dates move to one working day, with the reason in the audit', () => {
  // 2026-12-05 is a Saturday.
  const done = engine.run(
    'intents.moveDates',
    { intentUids: [...intents], nextOn: '2026-12-05', reason: '客户经理休假' },
    HEAD,
  )
  expect(done.done).toBe(3)
  expect(stored().map(({ nextOn }) => nextOn)).toEqual(['2026-12-07', '2026-12-07', '2026-12-07'])
  expect(audited('intents.moveDates').map(({ detail }) => JSON.parse(detail))).toEqual(
    people.map(() => ({ nextOn: '2026-12-05', reason: '客户经理休假', intents: 3, people: 2 })),
  )
})

test('dates move with a reason, not into the past, and only one’s own', () => {
  const move = (nextOn: string, reason: string, staff = HEAD) =>
    engine.run('intents.moveDates', { intentUids: [...intents], nextOn, reason }, staff)
  const before = stored()
  expect(() => move('2026-12-01', '忙')).toThrowError('customers.reasonTooShort')
  expect(() => move('2026-11-20', '客户经理休假')).toThrowError('followups.nextDateInPast')
  expect(move('2026-12-01', '客户经理休假', RM).refused).toEqual([
    { uid: intents[2], code: 'call.notAllowed', detail: {} },
  ])
  expect(stored()).toEqual(before)
})

test('the list is sorted, filtered and paged in the engine, and the grid counts all of it', () => {
  const uids = (input: Parameters<typeof engine.run<'intents.list'>>[1]) => {
    const { rows, total, nextCursor } = engine.run('intents.list', input, HEAD)
    return { uids: rows.map(({ intent }) => intent.uid), total, nextCursor }
  }
  const byOwner = [...intents]
  expect(uids({ sort: 'owner' })).toEqual({ uids: byOwner, total: 3, nextCursor: null })
  expect(uids({ sort: 'owner', reversed: true }).uids).toEqual(byOwner.toReversed())
  const first = uids({ sort: 'owner', limit: 2 })
  expect(first).toEqual({ uids: byOwner.slice(0, 2), total: 3, nextCursor: byOwner[1] })
  expect(uids({ sort: 'owner', limit: 2, cursor: first.nextCursor }).uids).toEqual(byOwner.slice(2))
  engine.run(
    'followups.record',
    { intentUid: byOwner[2] ?? '', channel: 'face', outcome: 'reached', nextOn: '2026-11-27' },
    OTHER_RM,
  )
  expect(uids({ sort: 'contact' }).uids.at(-1)).toBe(byOwner[2])
  expect(uids({ quietDays: 1 }).uids).toEqual(byOwner.slice(0, 2))
  expect(uids({ cell: { value: 'low', level: 'mid' } }).total).toBe(3)
  expect(uids({ cell: 'faded' }).total).toBe(0)
  expect(engine.run('intents.list', { cell: 'faded' }, HEAD).cells).toEqual([
    { value: 'low', currentLevel: 'mid', count: 3 },
  ])
  expect(() => uids({ cursor: '0190a1b2-0000-7000-8000-0000000000ff' })).toThrowError('call.badInput')
})

test('X2: what was done with several rows is taken back at once, with one link of the audit for each customer', () => {
  const before = stored()
  engine.run('intents.reassignMany', { intentUids: [...intents], ownerNo: LOBBY.no }, HEAD)
  const stateOfBoth = () =>
    engine
      .run('undo.today', {}, HEAD)
      .steps.filter(({ action }) => action === 'intents.reassignMany')
      .map(({ state }) => state.kind)
  expect(stateOfBoth()).toEqual(['open', 'open'])
  // Naming one of them would say that it was about nobody else.
  expect(engine.run('undo.newest', {}, HEAD)).toMatchObject({
    subject: null,
    detail: { intents: 3, people: 2 },
  })
  takeBack(engine, HEAD)
  expect(stored()).toEqual(before)
  expect(stateOfBoth()).toEqual(['taken-back', 'taken-back'])
  expect(audited('undo.take').map(({ customerUid }) => customerUid)).toEqual(people)
})

test('X2: dates of several rows go back to each one its own', () => {
  const [first = ''] = intents
  engine.run(
    'intents.moveDates',
    { intentUids: [first], nextOn: '2026-12-02', reason: '客户下周才回来' },
    HEAD,
  )
  const before = stored()
  const nextOn = '2026-12-03'
  engine.run('intents.moveDates', { intentUids: [...intents], nextOn, reason: '客户出差' }, HEAD)
  expect(new Set(stored().map((row) => row.nextOn))).toEqual(new Set([nextOn]))
  takeBack(engine, HEAD)
  expect(stored()).toEqual(before)
})

test('X2: a contact that is taken back is no last contact of the list any more', () => {
  const [intentUid = ''] = intents
  const lastContacts = () =>
    engine.run('intents.list', {}, HEAD).rows.map(({ lastContactOn }) => lastContactOn)
  const kept = () =>
    engine.connection.statement<{ on: string }>('SELECT last_contact_on AS "on" FROM customer_facts').all()
  const before = kept()
  engine.run('followups.record', { intentUid, channel: 'face', outcome: 'reached' }, RM)
  expect(lastContacts()).toContain('2026-11-23')
  takeBack(engine, RM)
  expect(lastContacts()).toEqual([null, null, null])
  expect(kept()).toEqual(before)
})
