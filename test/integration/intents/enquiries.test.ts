import { afterEach, beforeEach, expect, test } from 'vitest'
import { refreshFactsOf } from '../../../src/main/records/facts/refresh.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  type InventedPerson,
  openCounter,
  RM,
  rowOf,
} from '../../support/intents/counter-branch.ts'
import { takeBack } from '../../support/undo/take-back.ts'

/** What flags say of a person's enquiries is what reading everything about them would say. */
let engine: TestEngine
let person: InventedPerson
let record: InventedPerson
beforeEach(() => {
  engine = openCounter('2026-11-23')
  person = addPerson(engine, { tier: 'high-net-worth' })
  record = addPerson(engine, { mergedInto: person })
})
afterEach(() => engine.close())

const flag = (uid: string) =>
  engine.run('intents.flag', { customerUid: uid, product: 'wealth', level: 'mid' }, RM)
const facts = () => rowOf(engine, 'SELECT * FROM customer_facts WHERE customer_id = ?', person.id)
const enquiryFacts = () =>
  rowOf(
    engine,
    'SELECT enquiries_90d AS count, last_enquiry_on AS lastOn, findings & 8 <> 0 AS found FROM customer_facts WHERE customer_id = ?',
    person.id,
  )

function factsOfEverything() {
  const { todayOn, settings } = engine.runner.readContext(RM)
  refreshFactsOf(engine.connection, [person.id], { asOf: todayOn, settings })
  return facts()
}

function need(on: string, recordId: number): void {
  engine.connection
    .statement(
      `INSERT INTO timeline_event (uid, customer_id, on_date, kind, code, product, created_at)
       VALUES (?, ?, ?, 'non-transaction', 'need', 'wealth', 0)`,
    )
    .run(`need-${on}-${recordId}`, recordId, on)
}

test('a flag counts with what was heard before on any of the person’s records, within 90 days', () => {
  need('2026-08-25', record.id)
  need('2026-08-26', record.id)
  flag(record.uid)
  expect(enquiryFacts()).toEqual({ count: 2, lastOn: '2026-11-23', found: 1 })
  expect(facts()).toEqual(factsOfEverything())
})

test('taking the flag back takes the finding back with it', () => {
  need('2026-11-01', person.id)
  flag(person.uid)
  expect(enquiryFacts()).toEqual({ count: 2, lastOn: '2026-11-23', found: 1 })
  takeBack(engine, RM)
  expect(enquiryFacts()).toEqual({ count: 1, lastOn: '2026-11-01', found: 0 })
  expect(facts()).toEqual(factsOfEverything())
})

test('someone without facts yet gets all of them', () => {
  engine.connection.statement('DELETE FROM customer_facts').run()
  flag(person.uid)
  expect(facts()).toMatchObject({ enquiries_90d: 1, tier: 'high-net-worth' })
})
