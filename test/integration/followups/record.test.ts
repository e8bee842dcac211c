import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Channel, Outcome } from '../../../src/shared/domain/work/contact.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  type InventedPerson,
  openCounter,
  RM,
  rowOf,
  TELLER,
} from '../../support/intents/counter-branch.ts'

const TODAY = '2026-11-20'
let engine: TestEngine
let person: InventedPerson
let intentUid: string
beforeEach(() => {
  engine = openCounter(TODAY)
  person = addPerson(engine, { ownerNo: RM.no })
  intentUid = flag('loan')
})
afterEach(() => engine.close())

function flag(product: 'loan' | 'card' | 'wealth', uid = person.uid): string {
  return engine.run('intents.flag', { customerUid: uid, product, level: 'mid' }, TELLER).intent.uid
}
function record(channel: Channel, outcome: Outcome, nextOn: string | null = null, uid = intentUid) {
  return engine.run('followups.record', { intentUid: uid, channel, outcome, nextOn }, RM)
}
const stored = () =>
  rowOf<{ status: string; next: string; rule: string; evidence: string }>(
    engine,
    'SELECT status, next_on AS next, due_rule AS rule, last_evidence_on AS evidence FROM intent WHERE uid = ?',
    intentUid,
  )
const count = (table: string) => rowOf<{ n: number }>(engine, `SELECT count(*) AS n FROM ${table}`)?.n

test('F1, F6: after a contact the intent stays open with the agreed date', () => {
  expect(record('phone', 'appointment', '2026-11-25')).toEqual({
    open: true,
    nextOn: '2026-11-25',
    closedChannel: false,
  })
  expect(stored()).toMatchObject({ status: 'open', next: '2026-11-25' })
  expect(rowOf(engine, 'SELECT channel, outcome, marketing, on_date, staff_no FROM contact')).toEqual({
    channel: 'phone',
    outcome: 'appointment',
    marketing: 1,
    on_date: TODAY,
    staff_no: RM.no,
  })
})

test('without an agreed date the cadence of the level gives one', () => {
  expect(record('phone', 'no-answer').nextOn).toBe('2026-11-27')
  expect(JSON.parse(stored()?.rule ?? '')).toMatchObject({
    level: 'mid',
    unit: 'working',
    days: 5,
    from: TODAY,
  })
})

test('F3: an agreed Saturday moves to Monday, and the rule says over what', () => {
  expect(record('phone', 'reached', '2026-11-21').nextOn).toBe('2026-11-23')
  expect(JSON.parse(stored()?.rule ?? '')).toMatchObject({
    chosenOn: '2026-11-21',
    plainOn: '2026-11-21',
    moved: true,
    passed: [
      { on: '2026-11-21', kind: 'weekend' },
      { on: '2026-11-22', kind: 'weekend' },
    ],
    published: true,
  })
})

test('today may be agreed, yesterday and next century may not, and nothing is kept of the attempt', () => {
  expect(record('phone', 'reached', TODAY).nextOn).toBe(TODAY)
  const before = stored()
  expect(() => record('phone', 'reached', '2026-11-19')).toThrowError('followups.nextDateInPast')
  expect(() => record('phone', 'reached', '2126-11-20')).toThrowError('call.badInput')
  expect(stored()).toEqual(before)
  expect(count('contact')).toBe(1)
})

test('a deal closes the intent as converted, a refusal as lost', () => {
  expect(record('face', 'converted', '2026-11-25')).toEqual({
    open: false,
    nextOn: null,
    closedChannel: false,
  })
  expect(stored()?.status).toBe('converted')
  expect(count('refusal')).toBe(0)
  intentUid = flag('card')
  expect(record('phone', 'refused')).toEqual({ open: false, nextOn: null, closedChannel: true })
  expect(stored()?.status).toBe('lost')
})

test('I1: a talk keeps the level alive, a call nobody answered does not', () => {
  engine.connection.statement(`UPDATE intent SET last_evidence_on = '2026-11-01'`).run()
  for (const outcome of ['no-answer', 'not-now'] as const) record('phone', outcome)
  expect(stored()?.evidence).toBe('2026-11-01')
  record('phone', 'interested')
  expect(stored()?.evidence).toBe(TODAY)
})

test('a contact is audited without its words and counts in the facts at once', () => {
  engine.run('followups.record', { intentUid, channel: 'face', outcome: 'reached', note: '孩子明年上学' }, RM)
  const link = rowOf<{ about: string; detail: string }>(
    engine,
    `SELECT customer_uid AS about, detail FROM audit WHERE action = 'followups.record'`,
  )
  const contactUid = rowOf<{ uid: string }>(engine, 'SELECT uid FROM contact')?.uid
  expect(link?.about).toBe(person.uid)
  expect(JSON.parse(link?.detail ?? '')).toEqual({
    channel: 'face',
    outcome: 'reached',
    open: true,
    contactUid,
  })
  expect(rowOf(engine, 'SELECT last_visit_on AS visit FROM customer_facts')).toEqual({ visit: TODAY })
})

test('an unknown intent is refused', () => {
  expect(() => record('face', 'reached', null, '0190a1b2-0000-7000-8000-0000000000ff')).toThrowError(
    'followups.notFound',
  )
})

describe('P3: a refused channel is closed for marketing', () => {
  test('for every other intent of the person, on that channel only', () => {
    const other = flag('card')
    record('phone', 'refused')
    expect(() => record('phone', 'reached', null, other)).toThrowError('followups.channelRefused')
    expect(record('sms', 'reached', null, other).open).toBe(true)
    expect(record('face', 'reached', null, other).open).toBe(true)
    expect(rowOf(engine, 'SELECT channel, on_date, staff_no FROM refusal')).toEqual({
      channel: 'phone',
      on_date: TODAY,
      staff_no: RM.no,
    })
  })

  test('across the records of a merged person, whichever it was refused on', () => {
    const record2 = addPerson(engine)
    const onRecord = flag('card', record2.uid)
    record('phone', 'refused', null, onRecord)
    engine.connection.statement('UPDATE customer SET merged_into = ? WHERE id = ?').run(person.id, record2.id)
    expect(() => record('phone', 'reached')).toThrowError('followups.channelRefused')
  })

  test('by the database itself, whatever a handler forgets', () => {
    const record2 = addPerson(engine, { mergedInto: person })
    const insert = (customerId: number, channel: string, marketing: number) =>
      engine.connection
        .statement(
          `INSERT INTO contact (uid, customer_id, channel, outcome, marketing, note, on_date, at, staff_no)
           VALUES (?, ?, ?, 'reached', ?, '', '2026-11-20', 0, '3001')`,
        )
        .run(`c${count('contact')}`, customerId, channel, marketing)
    engine.connection
      .statement(`INSERT INTO refusal (customer_id, channel, on_date) VALUES (?, 'phone', '2026-11-01')`)
      .run(record2.id)
    expect(() => insert(record2.id, 'phone', 1)).toThrowError('channel refused')
    expect(() => insert(person.id, 'phone', 1)).toThrowError('channel refused')
    insert(person.id, 'phone', 0)
    insert(person.id, 'sms', 1)
    insert(addPerson(engine).id, 'phone', 1)
    expect(count('contact')).toBe(3)
  })

  test('the refusal of a channel that was refused before is taken, keeps the first day and is no marketing', () => {
    engine.connection
      .statement(`INSERT INTO refusal (customer_id, channel, on_date) VALUES (?, 'phone', '2026-11-01')`)
      .run(person.id)
    expect(record('phone', 'refused').closedChannel).toBe(true)
    expect(rowOf(engine, 'SELECT marketing FROM contact')).toEqual({ marketing: 0 })
    expect(rowOf(engine, 'SELECT on_date FROM refusal')).toEqual({ on_date: '2026-11-01' })
  })
})

describe('L4: what blocks marketing blocks every channel but the counter', () => {
  test.each(['phone', 'sms', 'email', 'app', 'wechat'] as const)('an open complaint, on %s', (channel) => {
    engine.connection
      .statement(
        `INSERT INTO complaint (uid, customer_id, opened_on, summary) VALUES ('q', ?, '2026-11-01', '投诉')`,
      )
      .run(person.id)
    expect(() => record(channel, 'reached')).toThrowError('followups.marketingBlocked')
    expect(record('face', 'reached').open).toBe(true)
    engine.connection.statement(`UPDATE complaint SET resolved_on = '2026-11-19'`).run()
    expect(record(channel, 'reached').open).toBe(true)
  })

  test('an age under fourteen', () => {
    const child = addPerson(engine, { birthOn: '2015-05-05' })
    const uid = flag('card', child.uid)
    expect(() => record('wechat', 'reached', null, uid)).toThrowError('followups.marketingBlocked')
  })

  test('a missing risk assessment does not: the way to a new one begins with a call', () => {
    expect(record('phone', 'reached', null, flag('wealth')).open).toBe(true)
  })
})
