import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  HEAD,
  LOBBY,
  noonOf,
  OTHER_RM,
  openCounter,
  RM,
  TELLER,
} from '../../support/intents/counter-branch.ts'

const TODAY = '2026-11-20'
let engine: TestEngine
beforeEach(() => {
  engine = openCounter(TODAY)
})
afterEach(() => engine.close())

/** An intent whose next date is that day, of a person of that tier. */
function promise(nextOn: string, tier: 'standard' | 'preferred' | 'high-net-worth' = 'standard'): string {
  const { uid } = addPerson(engine, { tier })
  const { intent } = engine.run('intents.flag', { customerUid: uid, product: 'loan', level: 'mid' }, RM)
  engine.connection
    .statement('UPDATE intent SET next_on = ?, warn_on = ? WHERE uid = ?')
    .run(nextOn, nextOn, intent.uid)
  return intent.uid
}

test('F5: rows stand under 逾期, 今日, 明日 and later; on a Friday 明日 is Monday', () => {
  const later = promise('2026-11-24')
  const monday = promise('2026-11-23')
  const today = promise(TODAY)
  const overdue = promise('2026-11-19')
  const list = engine.run('followups.list', {}, RM)
  expect(list.rows.map((row) => [row.intent.uid, row.group])).toEqual([
    [overdue, 'overdue'],
    [today, 'today'],
    [monday, 'tomorrow'],
    [later, 'later'],
  ])
  expect(list).toMatchObject({
    asOf: TODAY,
    ownerNo: RM.no,
    ownerName: RM.name,
    counts: { overdue: 1, today: 1, tomorrow: 1, later: 1 },
  })
})

test('before the National Day holiday 明日 is the first worked day after it', () => {
  engine.sources.at = noonOf('2026-09-30')
  promise('2026-10-08')
  promise('2026-10-09')
  expect(engine.run('followups.list', {}, RM).rows.map((row) => row.group)).toEqual(['tomorrow', 'later'])
})

test('inside a group the grid decides, then the date', () => {
  const poorOld = promise('2026-11-17')
  const rich = promise('2026-11-19', 'high-net-worth')
  const poorNew = promise('2026-11-18')
  const middling = promise('2026-11-19', 'preferred')
  const order = engine.run('followups.list', {}, RM).rows.map((row) => row.intent.uid)
  expect(order).toEqual([rich, middling, poorOld, poorNew])
})

test('a list as of another day groups and decays by that day', () => {
  promise('2026-12-25')
  const row = engine.run('followups.list', { asOf: '2026-12-25' }, RM).rows[0]
  expect(row).toMatchObject({ group: 'today', intent: { level: 'mid', currentLevel: 'low' } })
})

test('a row says why its date moved and when the person was last contacted', () => {
  engine.sources.at = noonOf('2026-09-18')
  const { uid } = addPerson(engine)
  const { intent } = engine.run('intents.flag', { customerUid: uid, product: 'loan', level: 'high' }, RM)
  expect(engine.run('followups.list', {}, RM).rows[0]).toMatchObject({
    lastContactOn: null,
    dueRule: { moved: true, passed: [{ on: '2026-09-20', kind: 'makeup', name: '国庆节' }] },
  })
  engine.run('followups.record', { intentUid: intent.uid, channel: 'phone', outcome: 'reached' }, RM)
  expect(engine.run('followups.list', {}, RM).rows[0]?.lastContactOn).toBe('2026-09-18')
})

test('a row names the channels that are closed to marketing', () => {
  const person = addPerson(engine)
  engine.run('intents.flag', { customerUid: person.uid, product: 'loan', level: 'low' }, RM)
  const closed = () => engine.run('followups.list', {}, RM).rows[0]?.closedChannels
  expect(closed()).toEqual([])
  engine.connection
    .statement(`INSERT INTO refusal (customer_id, channel, on_date) VALUES (?, 'sms', '2026-11-01')`)
    .run(person.id)
  expect(closed()).toEqual(['sms'])
  engine.connection
    .statement(
      `INSERT INTO complaint (uid, customer_id, opened_on, summary) VALUES ('q', ?, '2026-11-01', '投诉')`,
    )
    .run(person.id)
  expect(closed()).toEqual(['phone', 'sms', 'email', 'app', 'wechat'])
})

test('tellers and managers see their own list only; lobby and head see everyone’s', () => {
  promise(TODAY)
  for (const staff of [LOBBY, HEAD]) {
    expect(engine.run('followups.list', { ownerNo: RM.no }, staff).rows).toHaveLength(1)
  }
  for (const staff of [TELLER, OTHER_RM]) {
    expect(() => engine.run('followups.list', { ownerNo: RM.no }, staff)).toThrowError('call.notAllowed')
    expect(engine.run('followups.list', {}, staff).rows).toEqual([])
  }
  expect(() => engine.run('followups.list', { ownerNo: '7777' }, HEAD)).toThrowError('followups.ownerUnknown')
})

test('P2: a list shows nobody in clear', () => {
  promise(TODAY)
  const text = JSON.stringify(engine.run('followups.list', {}, RM))
  for (const secret of ['测试0001', '10000000001', '999999198001010001']) expect(text).not.toContain(secret)
})

test('F2: the preview says the same dates that a flag would get', () => {
  const preview = engine.run('followups.previewDue', { level: 'high', from: '2026-10-09' })
  expect(preview).toMatchObject({ warnOn: '2026-10-10', dueOn: '2026-10-12', rule: { moved: true } })
  const { uid } = addPerson(engine)
  const { intent } = engine.run('intents.flag', { customerUid: uid, product: 'loan', level: 'mid' }, RM)
  expect(engine.run('followups.previewDue', { level: 'mid' }).dueOn).toBe(intent.nextOn)
})

test('a day outside what the branch can plan is refused before anything is counted', () => {
  expect(() => engine.run('followups.previewDue', { level: 'low', from: '9999-12-31' })).toThrowError()
  expect(() => engine.run('followups.list', { asOf: '0001-01-01' })).toThrowError()
  expect(engine.run('followups.previewDue', { level: 'low', from: '2999-12-31' }).dueOn).toBe('3000-01-14')
})
