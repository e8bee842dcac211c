import { afterEach, beforeEach, expect, test } from 'vitest'
import { OPEN_WORK_OF_OWNER } from '../../../src/main/records/intents/open-work.ts'
import type { SessionStaff } from '../../../src/shared/contract/session.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  LOBBY,
  noonOf,
  OTHER_RM,
  openCounter,
  RM,
  TELLER,
} from '../../support/intents/counter-branch.ts'

let engine: TestEngine
beforeEach(() => {
  engine = openCounter('2026-11-23')
})
afterEach(() => engine.close())

test('I3: the branch’s intents come in the order of value × intent', () => {
  for (const tier of ['standard', 'high-net-worth', 'preferred'] as const) {
    const { uid } = addPerson(engine, { tier })
    for (const [product, level] of [
      ['card', 'low'],
      ['loan', 'high'],
      ['fund', 'mid'],
    ] as const) {
      engine.run('intents.flag', { customerUid: uid, product, level }, RM)
    }
  }
  const rows = engine.run('intents.list', {}, LOBBY).rows
  expect(rows.map((row) => [row.priority, row.customer.value, row.intent.level])).toEqual([
    [0, 'high', 'high'],
    [1, 'mid', 'high'],
    [2, 'high', 'mid'],
    [3, 'low', 'high'],
    [4, 'mid', 'mid'],
    [5, 'high', 'low'],
    [6, 'low', 'mid'],
    [7, 'mid', 'low'],
    [8, 'low', 'low'],
  ])
})

test('I1: a level sinks after thirty quiet days, fades after all of them, and the order follows', () => {
  const rich = addPerson(engine, { tier: 'high-net-worth' })
  const fresh = addPerson(engine)
  engine.run('intents.flag', { customerUid: rich.uid, product: 'loan', level: 'mid' }, RM)
  const levels = (on: string) => {
    engine.sources.at = noonOf(on)
    return engine.run('intents.list', {}).rows.map((row) => [row.customer.uid, row.intent.currentLevel])
  }
  expect(levels('2026-12-22')).toEqual([[rich.uid, 'mid']])
  expect(levels('2026-12-23')).toEqual([[rich.uid, 'low']])
  engine.sources.at = noonOf('2027-01-22')
  engine.run('intents.flag', { customerUid: fresh.uid, product: 'loan', level: 'low' }, RM)
  expect(levels('2027-01-22')).toEqual([
    [fresh.uid, 'low'],
    [rich.uid, 'faded'],
  ])
})

test('the list narrows by owner and product and stops at its limit, with the most urgent kept', () => {
  const person = addPerson(engine)
  engine.run('intents.flag', { customerUid: person.uid, product: 'loan', level: 'low' }, RM)
  engine.run('intents.flag', { customerUid: person.uid, product: 'fund', level: 'high' }, RM)
  engine.run('intents.flag', { customerUid: person.uid, product: 'card', level: 'high' }, OTHER_RM)
  const products = (input: Parameters<typeof engine.run<'intents.list'>>[1]) =>
    engine.run('intents.list', input, LOBBY).rows.map((row) => row.intent.product)
  expect(products({ ownerNo: OTHER_RM.no })).toEqual(['card'])
  expect(products({ product: 'loan' })).toEqual(['loan'])
  expect(products({ limit: 1 })).toEqual(['fund'])
})

test('P2: a teller and a manager see their own intents, and are refused a colleague’s', () => {
  const person = addPerson(engine)
  engine.run('intents.flag', { customerUid: person.uid, product: 'loan', level: 'low' }, RM)
  engine.run('intents.flag', { customerUid: person.uid, product: 'card', level: 'low' }, OTHER_RM)
  const products = (staff: SessionStaff) =>
    engine.run('intents.list', {}, staff).rows.map((row) => row.intent.product)
  expect([products(RM), products(TELLER), products(LOBBY)]).toEqual([['loan'], [], ['loan', 'card']])
  expect(() => engine.run('intents.list', { ownerNo: RM.no }, TELLER)).toThrowError('call.notAllowed')
})

test('P2: a list holds nobody’s name, phone or number in clear, and merged records show the person', () => {
  const person = addPerson(engine, { name: '欧阳娜娜' })
  const record = addPerson(engine, { name: '欧陽娜娜' })
  engine.run('intents.flag', { customerUid: record.uid, product: 'loan', level: 'low' }, RM)
  engine.connection.statement('UPDATE customer SET merged_into = ? WHERE id = ?').run(person.id, record.id)
  const { rows } = engine.run('intents.list', {})
  expect(rows[0]?.customer).toMatchObject({
    uid: person.uid,
    maskedName: '欧阳**',
    maskedPhone: '100****0001',
    idTail: '0001',
    birthYear: 1980,
    tier: 'standard',
    value: 'low',
    matched: null,
  })
  const text = JSON.stringify(rows)
  for (const each of [person, record]) {
    for (const secret of [each.name, each.phone, each.idNumber]) expect(text).not.toContain(secret)
  }
})

test('the open work of an owner is a range of its index', () => {
  const plan = engine.connection
    .statement<{ detail: string }>(`EXPLAIN QUERY PLAN ${OPEN_WORK_OF_OWNER.sql}`)
    .all(RM.no)
    .map((step) => step.detail)
  expect(plan[0]).toBe('SEARCH intent USING INDEX intent_open_of_owner (owner_no=?)')
  expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([])
})
