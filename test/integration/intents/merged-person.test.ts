import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import { addPerson, type InventedPerson, openCounter, RM } from '../../support/intents/counter-branch.ts'

/** Two records that turn out to be one person, after work was done on both. */
let engine: TestEngine
let person: InventedPerson
let record: InventedPerson
beforeEach(() => {
  engine = openCounter('2026-11-23')
  record = addPerson(engine)
  person = addPerson(engine, { tier: 'high-net-worth' })
})
afterEach(() => engine.close())

const flag = (uid: string, product: 'loan' | 'card' = 'loan') =>
  engine.run('intents.flag', { customerUid: uid, product, level: 'mid' }, RM)
const merge = () =>
  engine.connection.statement('UPDATE customer SET merged_into = ? WHERE id = ?').run(person.id, record.id)
const rows = () => engine.run('followups.list', {}, RM).rows

test('of two open intents for one product a new flag strengthens the one on the record that stays', () => {
  flag(record.uid)
  const kept = flag(person.uid)
  merge()
  expect(flag(person.uid).intent.uid).toBe(kept.intent.uid)
})

test('work on the merged record is ranked by the person’s value', () => {
  const other = addPerson(engine, { tier: 'preferred' })
  flag(other.uid)
  flag(record.uid)
  merge()
  expect(rows().map((row) => [row.customer.uid, row.priority])).toEqual([
    [person.uid, 2],
    [other.uid, 4],
  ])
})

test('a refusal, a complaint and a contact on the merged record count for the person', () => {
  const { intent } = flag(record.uid)
  flag(person.uid, 'card')
  engine.run('followups.record', { intentUid: intent.uid, channel: 'sms', outcome: 'refused' }, RM)
  merge()
  expect(rows()).toMatchObject([{ closedChannels: ['sms'], lastContactOn: '2026-11-23' }])
  engine.connection
    .statement(
      `INSERT INTO complaint (uid, customer_id, opened_on, summary) VALUES ('q', ?, '2026-11-01', '投诉')`,
    )
    .run(record.id)
  expect(rows()[0]?.closedChannels).toEqual(['phone', 'sms', 'email', 'app', 'wechat'])
})
