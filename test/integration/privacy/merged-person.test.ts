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
  TELLER,
} from '../../support/intents/counter-branch.ts'

/** P2: whoever had a reason to look at somebody had it with the person, whichever of their records it lies on. */
const DAY = '2026-11-23'

let engine: TestEngine
beforeEach(() => {
  engine = openCounter(DAY)
})
afterEach(() => engine.close())

const open = ({ uid }: InventedPerson, staff = TELLER) => engine.run('customers.open', { uid }, staff)
const day = () => engine.run('privacy.day', {}, HEAD)

function seeMany(): readonly InventedPerson[] {
  const people = Array.from({ length: 10 }, () => addPerson(engine))
  for (const person of people) open(person)
  return people
}

const merge = (merged: InventedPerson, kept: InventedPerson) =>
  engine.connection.statement('UPDATE customer SET merged_into = ? WHERE id = ?').run(kept.id, merged.id)

test('open work on a record that was merged since is the person’s, and business of whoever owns it', () => {
  const person = addPerson(engine)
  const record = addPerson(engine)
  engine.run('intents.flag', { customerUid: record.uid, product: 'loan', level: 'low' }, LOBBY)
  engine.connection.statement('UPDATE intent SET owner_no = ?').run(RM.no)
  merge(record, person)
  for (const on of ['2026-12-18', '2026-12-21', '2026-12-22']) {
    engine.sources.at = noonOf(on)
    open(person, RM)
    open(person, OTHER_RM)
  }
  expect(day().questions).toMatchObject([{ kind: 'repeated', staffNo: OTHER_RM.no, days: 3 }])
})

test('a visit on another merged record than the one that was looked at is business too', () => {
  const people = seeMany()
  const [kept, looked] = people
  if (!kept || !looked) throw new Error('ten were added')
  const other = addPerson(engine)
  engine.connection.script(`
    INSERT INTO visit (uid, on_date, customer_id, business, state, arrived_at, state_at, source, created_by,
      created_at, updated_at) VALUES ('v1', '${DAY}', ${other.id}, 'cash', 'done', 0, 0, 'hand', '1001', 0, 0)`)
  expect(day().questions).toMatchObject([{ kind: 'without-business', people: 10 }])
  const outsider = addPerson(engine)
  merge(looked, outsider)
  merge(other, outsider)
  expect(day().questions).toEqual([])
})

test('what was done with a record that was merged since was done with the person', () => {
  const people = seeMany()
  const [kept] = people
  const record = addPerson(engine)
  engine.run('intents.flag', { customerUid: record.uid, product: 'loan', level: 'low' }, TELLER)
  engine.connection.statement('UPDATE intent SET owner_no = ?').run(RM.no)
  expect(day().questions).toMatchObject([{ kind: 'without-business', people: 10 }])
  if (!kept) throw new Error('ten were added')
  merge(record, kept)
  expect(day().questions).toEqual([])
})

test('somebody looked at under two records is one person of the day, and is asked about once', () => {
  const [person, record] = [addPerson(engine, { name: '欧阳娜娜' }), addPerson(engine)]
  engine.sources.at = noonOf('2026-11-18')
  open(record)
  engine.sources.at = noonOf('2026-11-19')
  open(record)
  engine.sources.at = noonOf(DAY)
  open(record)
  open(person)
  expect(day().staff).toMatchObject([{ people: 2, views: 2 }])
  merge(record, person)
  expect(day().staff).toMatchObject([{ people: 1, views: 2 }])
  expect(day().questions).toMatchObject([
    { kind: 'repeated', days: 3, customerUid: person.uid, customer: { maskedName: '欧阳**' } },
  ])
  engine.run('intents.flag', { customerUid: person.uid, product: 'card', level: 'low' }, TELLER)
  expect(day().questions).toEqual([])
})
