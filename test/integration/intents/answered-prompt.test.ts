import { afterEach, beforeEach, expect, test } from 'vitest'
import { refreshFactsOf } from '../../../src/main/records/facts/refresh.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  type InventedPerson,
  openCounter,
  rowOf,
  TELLER,
} from '../../support/intents/counter-branch.ts'
import { assess, open, show, TODAY } from '../../support/prompts/serving.ts'

let engine: TestEngine
let person: InventedPerson
beforeEach(() => {
  engine = openCounter(TODAY)
  person = addPerson(engine)
  assess(engine, person)
  open(engine, person)
  // Two wishes of the customer's own on wealth products make the prompt.
  for (const level of ['low', 'mid'] as const) flag('wealth', level)
})
afterEach(() => engine.close())

function flag(product: 'wealth' | 'loan', level: 'low' | 'mid' | 'high' = 'high') {
  return engine.run('intents.flag', { customerUid: person.uid, product, level }, TELLER)
}
const enquiries = () =>
  rowOf<{ n: number }>(
    engine,
    'SELECT enquiries_90d AS n FROM customer_facts WHERE customer_id = ?',
    person.id,
  )?.n
function answer(response: 'accepted' | 'not-now'): void {
  const prompt = show(engine, person).prompts.find(({ kind }) => kind === 'wealth-enquiries')
  if (prompt === undefined) throw new Error('the prompt is not shown')
  engine.run('prompts.respond', { promptUid: prompt.uid, response }, TELLER)
}

test('L3: a flag that answers the prompt is marked and is no new enquiry', () => {
  const own = enquiries()
  answer('accepted')
  flag('wealth')
  expect(enquiries()).toBe(own)
  expect(rowOf(engine, 'SELECT from_prompt AS kind FROM intent_evidence ORDER BY id DESC LIMIT 1')).toEqual({
    kind: 'wealth-enquiries',
  })
})

test('L3: the nightly count leaves it out as the flag itself did', () => {
  const own = enquiries()
  answer('accepted')
  flag('wealth')
  const { todayOn, settings } = engine.runner.readContext(TELLER)
  refreshFactsOf(engine.connection, [person.id], { asOf: todayOn, settings })
  expect(enquiries()).toBe(own)
})

test('a wish of the customer’s own still counts: without a prompt, after another answer, on another day', () => {
  const own = enquiries() ?? 0
  answer('not-now')
  flag('wealth')
  expect(enquiries()).toBe(own + 1)
})

test('a prompt answers for its product only', () => {
  answer('accepted')
  flag('loan')
  expect(rowOf(engine, 'SELECT from_prompt AS kind FROM intent_evidence ORDER BY id DESC LIMIT 1')).toEqual({
    kind: null,
  })
})
