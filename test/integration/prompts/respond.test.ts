import { afterEach, beforeEach, expect, test } from 'vitest'
import { TALLIES } from '../../../src/main/features/prompts/report.ts'
import { SAME_OCCASION } from '../../../src/main/features/prompts/show-to.ts'
import type { ShownPrompt } from '../../../src/shared/contract/prompts.ts'
import type { PromptResponse } from '../../../src/shared/domain/prompts/prompt-history.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  type InventedPerson,
  openCounter,
  RM,
  rowOf,
  TELLER,
} from '../../support/intents/counter-branch.ts'
import { assess, ENQUIRED, goTo, kindsOf, knowOf, open, show, TODAY } from '../../support/prompts/serving.ts'
import { takeBack } from '../../support/undo/take-back.ts'

const WINDOW_MS = 8_000
let engine: TestEngine
let person: InventedPerson
beforeEach(() => {
  engine = openCounter(TODAY)
  person = addPerson(engine, { ownerNo: RM.no })
  assess(engine, person)
  knowOf(engine, person, { ...ENQUIRED, largest_90d_fen: 20_000_000, largest_90d_on: '2026-11-08' })
  open(engine, person)
})
afterEach(() => engine.close())

function promptOf(kind: string): ShownPrompt {
  const found = show(engine, person).prompts.find((prompt) => prompt.kind === kind)
  if (found === undefined) throw new Error(`no prompt ${kind}`)
  return found
}
const respond = (promptUid: string, response: PromptResponse, staff = TELLER) =>
  engine.run('prompts.respond', { promptUid, response }, staff)

test('an accepted prompt stays, with its answer', () => {
  const { uid } = promptOf('large-cash')
  const { shown } = respond(uid, 'accepted')
  expect(shown.prompts.map(({ kind, response }) => [kind, response])).toEqual([
    ['large-cash', 'accepted'],
    ['wealth-enquiries', null],
  ])
  expect(show(engine, person)).toEqual(shown)
})

test('暂不 takes the prompt away for the day and says so, and the next day it is there again', () => {
  const { shown } = respond(promptOf('large-cash').uid, 'not-now')
  expect(kindsOf(shown)).toEqual(['wealth-enquiries'])
  expect(shown.blocks).toEqual([{ kind: 'not-now', prompt: 'large-cash', on: TODAY }])
  goTo(engine, '2026-11-23')
  open(engine, person)
  expect(kindsOf(show(engine, person))).toContain('large-cash')
})

test('a refusal is of the prompt alone: no channel closes, and it is not asked again tomorrow', () => {
  respond(promptOf('large-cash').uid, 'refused')
  expect(rowOf(engine, 'SELECT count(*) AS n FROM refusal')).toEqual({ n: 0 })
  goTo(engine, '2026-11-23')
  open(engine, person)
  expect(kindsOf(show(engine, person))).toEqual(['wealth-enquiries'])
})

test('an answer is taken back within its window to exactly what stood before', () => {
  const before = show(engine, person)
  const { uid } = promptOf('large-cash')
  respond(uid, 'refused')
  engine.sources.at += WINDOW_MS
  takeBack(engine, TELLER)
  expect(show(engine, person)).toEqual(before)
})

test('later, or by somebody else, the answer stays', () => {
  const { uid } = promptOf('large-cash')
  respond(uid, 'refused')
  expect(() => takeBack(engine, RM)).toThrow('undo.nothing')
  engine.sources.at += WINDOW_MS + 1
  expect(() => takeBack(engine, TELLER)).toThrow('undo.nothing')
  expect(kindsOf(show(engine, person))).toEqual(['wealth-enquiries'])
})

test('a prompt is answered once, and an unknown one not at all', () => {
  const { uid } = promptOf('large-cash')
  respond(uid, 'accepted')
  expect(() => respond(uid, 'refused', RM)).toThrow('prompts.answered')
  expect(() => respond(person.uid, 'refused')).toThrow('prompts.notFound')
})

test('the audit says who answered what, and nothing of the customer', () => {
  respond(promptOf('large-cash').uid, 'not-now')
  expect(
    rowOf(engine, `SELECT staff_no, customer_uid, detail FROM audit WHERE action = 'prompts.respond'`),
  ).toEqual({
    staff_no: TELLER.no,
    customer_uid: person.uid,
    detail: '{"kind":"large-cash","response":"not-now","marketing":true}',
  })
})

test('the report counts what became of each kind within its days', () => {
  respond(promptOf('large-cash').uid, 'accepted')
  respond(promptOf('wealth-enquiries').uid, 'not-now')
  goTo(engine, '2026-11-23')
  open(engine, person)
  show(engine, person)
  const report = (fromOn: string, toOn: string) => engine.run('prompts.report', { fromOn, toOn }, RM)
  expect(report(TODAY, '2026-11-23')).toEqual([
    { kind: 'large-cash', marketing: true, shown: 2, accepted: 1, refused: 0, notNow: 0 },
    { kind: 'wealth-enquiries', marketing: true, shown: 2, accepted: 0, refused: 0, notNow: 1 },
  ])
  expect(report('2026-11-23', '2026-11-23').map(({ shown }) => shown)).toEqual([1, 1])
  expect(report('2026-11-24', '2026-11-30')).toEqual([])
})

test('nothing of it reads a whole table', () => {
  const planOf = (sql: string, ...values: (string | number | null)[]) =>
    engine.connection
      .statement<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...values)
      .map(({ detail }) => detail)
  expect(planOf(TALLIES.sql, TODAY, TODAY)).toContain(
    'SEARCH prompt USING INDEX prompt_of_day (on_date>? AND on_date<?)',
  )
  const occasion = planOf(SAME_OCCASION.sql, 1, 1, 'leaking', null, TODAY)
  expect(occasion).toContain('SEARCH prompt USING INDEX prompt_by_customer (customer_id=?)')
  expect(occasion.filter((step) => step.startsWith('SCAN'))).toEqual([])
})
