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
beforeEach(() => {
  engine = openCounter(TODAY)
  person = addPerson(engine)
})
afterEach(() => engine.close())

const record = (channel: Channel, outcome: Outcome, customerUid = person.uid) =>
  engine.run('followups.record', { customerUid, channel, outcome, note: '问了问' }, RM)
const note = (text: string, customerUid = person.uid) =>
  engine.run('followups.note', { customerUid, note: text }, TELLER)
const count = (table: string) => rowOf<{ n: number }>(engine, `SELECT count(*) AS n FROM ${table}`)?.n

describe('F6: a contact with a customer, about no intent', () => {
  test('is kept as theirs, counts as a contact, and opens no intent', () => {
    expect(record('phone', 'reached')).toEqual({ open: false, nextOn: null, closedChannel: false })
    expect(rowOf(engine, 'SELECT customer_id AS id, intent_id AS intent, marketing FROM contact')).toEqual({
      id: person.id,
      intent: null,
      marketing: 1,
    })
    record('face', 'reached')
    expect(rowOf(engine, 'SELECT last_visit_on AS day FROM customer_facts')).toEqual({ day: TODAY })
    expect(count('intent')).toBe(0)
  })

  test('P3: a refusal closes the channel, and the next contact on it is refused', () => {
    expect(record('phone', 'refused').closedChannel).toBe(true)
    expect(() => record('phone', 'reached')).toThrowError('followups.channelRefused')
    expect(record('face', 'reached').closedChannel).toBe(false)
  })

  test('lands on the record that the customer’s own was merged into', () => {
    const merged = addPerson(engine, { mergedInto: person })
    record('face', 'reached', merged.uid)
    expect(rowOf(engine, 'SELECT customer_id AS id FROM contact')).toEqual({ id: person.id })
  })

  test('names an intent or a customer and never both, does no business and agrees on no date', () => {
    const intentUid = engine.run(
      'intents.flag',
      { customerUid: person.uid, product: 'loan', level: 'mid' },
      TELLER,
    ).intent.uid
    const said = { channel: 'face', outcome: 'reached' } as const
    const bad = [
      said,
      { ...said, intentUid, customerUid: person.uid },
      { ...said, customerUid: person.uid, nextOn: '2026-11-25' },
      { ...said, customerUid: person.uid, outcome: 'converted' as const },
    ]
    for (const input of bad) expect(() => engine.run('followups.record', input, RM)).toThrowError()
    expect(count('contact')).toBe(0)
  })

  test('an unknown customer is refused', () => {
    const unknown = '0190a1b2-0000-7000-8000-0000000000ff'
    expect(() => record('face', 'reached', unknown)).toThrowError('customers.notFound')
    expect(() => note('谁', unknown)).toThrowError('customers.notFound')
  })
})

describe('F6: a note', () => {
  test('is no contact: neither the facts nor the last contact know of it, and no channel stands against it', () => {
    record('phone', 'refused')
    const before = rowOf(engine, 'SELECT * FROM customer_facts')
    note('  孩子明年上学 ')
    expect(
      rowOf(engine, 'SELECT customer_id AS id, note, on_date AS day, staff_no AS no FROM customer_note'),
    ).toEqual({
      id: person.id,
      note: '孩子明年上学',
      day: TODAY,
      no: TELLER.no,
    })
    expect(count('contact')).toBe(1)
    expect(rowOf(engine, 'SELECT * FROM customer_facts')).toEqual(before)
  })

  test('is audited without its words, and stands on the timeline', () => {
    note('孩子明年上学')
    expect(
      rowOf(engine, `SELECT customer_uid AS about, detail FROM audit WHERE action = 'followups.note'`),
    ).toEqual({ about: person.uid, detail: '{}' })
    engine.run('customers.open', { uid: person.uid }, TELLER)
    expect(engine.run('customers.timeline', { uid: person.uid }, TELLER).entries).toMatchObject([
      { on: TODAY, kind: 'non-transaction', code: 'note', text: '孩子明年上学', staffName: TELLER.name },
    ])
  })

  test('says something', () => {
    expect(() => note('   ')).toThrowError()
  })
})
