import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import { addPerson, HEAD, OTHER_RM, openCounter, RM, TELLER } from '../../support/intents/counter-branch.ts'
import { saved } from '../../support/leads/lobby-branch.ts'
import { takeBack } from '../../support/undo/take-back.ts'

let engine: TestEngine
let customerUid: string
let leadUid: string
/** One about a customer and one about a stranger, both put to the same manager. */
let offered: readonly string[]
beforeEach(() => {
  engine = openCounter('2026-11-23')
  customerUid = addPerson(engine).uid
  leadUid = saved(engine, { product: 'loan', level: 'mid' }).uid
  engine.run('intents.flag', { customerUid, product: 'loan', level: 'mid' }, TELLER)
  offered = [refer({ customerUid }, RM.no), refer({ leadUid }, RM.no)]
})
afterEach(() => engine.close())

function refer(about: { customerUid: string } | { leadUid: string }, toNo: string): string {
  const wish = { product: 'loan', level: 'mid', reason: '问房贷' } as const
  return engine.run('referrals.offer', { ...about, toNo, ...wish }, TELLER).uid
}

const states = () =>
  engine.connection
    .statement<{ state: string }>('SELECT state FROM referral ORDER BY id')
    .all()
    .map(({ state }) => state)
const owners = () =>
  engine.connection
    .statement<{ no: string }>('SELECT owner_no AS no FROM intent UNION ALL SELECT owner_no FROM lead')
    .all()
    .map(({ no }) => no)
const audited = (action: string) =>
  engine.connection
    .statement<{ customerUid: string | null; detail: string }>(
      'SELECT customer_uid AS customerUid, detail FROM audit WHERE action = ? ORDER BY seq',
    )
    .all(action)
    .map((link) => ({ customerUid: link.customerUid, detail: JSON.parse(link.detail) }))

test('several are accepted together: intents and leads go along, with one link of the audit for each person', () => {
  expect(engine.run('referrals.acceptMany', { referralUids: [...offered] }, RM)).toEqual({
    done: 2,
    refused: [],
  })
  expect(states()).toEqual(['accepted', 'accepted'])
  expect(owners()).toEqual([RM.no, RM.no])
  const detail = { state: 'accepted', referrals: 2, people: 2 }
  expect(audited('referrals.acceptMany')).toEqual([
    { customerUid, detail },
    { customerUid: null, detail: { ...detail, leadUid } },
  ])
})

test('several are declined for one reason, which who referred reads', () => {
  const reason = '本周外出'
  expect(engine.run('referrals.declineMany', { referralUids: [...offered], reason }, RM).done).toBe(2)
  const { rows } = engine.run('referrals.list', { view: 'referred' }, TELLER)
  expect(rows.map(({ state, outcomeNote }) => [state, outcomeNote])).toEqual([
    ['declined', reason],
    ['declined', reason],
  ])
})

test('one that may not be answered keeps all of them, and is named with its reason', () => {
  const [first = '', second = ''] = offered
  engine.run('referrals.decline', { referralUid: second, reason: '本周外出' }, RM)
  const another = refer({ customerUid: addPerson(engine).uid }, OTHER_RM.no)
  const unknown = '0190a1b2-0000-7000-8000-0000000000ff'
  const before = { states: states(), owners: owners() }
  const asked = { referralUids: [first, second, another, unknown] }
  expect(engine.run('referrals.acceptMany', asked, RM)).toEqual({
    done: 0,
    refused: [
      { uid: second, code: 'referrals.moved', detail: { state: 'declined' } },
      { uid: another, code: 'referrals.notYours', detail: {} },
      { uid: unknown, code: 'referrals.notFound', detail: {} },
    ],
  })
  expect({ states: states(), owners: owners() }).toEqual(before)
  // Who shares out the work answers for nobody either.
  expect(engine.run('referrals.acceptMany', { referralUids: [first] }, HEAD).refused).toHaveLength(1)
  expect(engine.run('referrals.acceptMany', { referralUids: [first] }, RM).done).toBe(1)
})

test('X2: it is taken back at once, for the customer and the stranger', () => {
  const before = { states: states(), owners: owners() }
  engine.run('referrals.acceptMany', { referralUids: [...offered] }, RM)
  const stateOfBoth = () =>
    engine
      .run('undo.today', {}, RM)
      .steps.filter(({ action }) => action === 'referrals.acceptMany')
      .map(({ state, subject }) => [state.kind, subject?.kind])
  expect(stateOfBoth()).toEqual([
    ['open', 'lead'],
    ['open', 'customer'],
  ])
  expect(engine.run('undo.newest', {}, RM)).toMatchObject({
    subject: null,
    detail: { referrals: 2, people: 2 },
  })
  takeBack(engine, RM)
  expect({ states: states(), owners: owners() }).toEqual(before)
  expect(stateOfBoth().map(([kind]) => kind)).toEqual(['taken-back', 'taken-back'])
  expect(audited('undo.take').map(({ customerUid, detail }) => customerUid ?? detail.leadUid)).toEqual([
    customerUid,
    leadUid,
  ])
})
