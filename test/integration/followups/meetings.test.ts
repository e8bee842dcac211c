import { afterEach, beforeEach, expect, test } from 'vitest'
import { PRINTED_FOR_DAY } from '../../../src/main/features/followups/evening-check.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  HEAD,
  LOBBY,
  OTHER_RM,
  openCounter,
  RM,
  TELLER,
} from '../../support/intents/counter-branch.ts'
import { promise } from '../../support/notices/clock-branch.ts'

const TODAY = '2026-11-20'
let engine: TestEngine
beforeEach(() => {
  engine = openCounter(TODAY)
})
afterEach(() => engine.close())

const printMorning = () => engine.run('followups.freezeMorning', {}, LOBBY)
const check = () => engine.run('followups.eveningCheck', {}, HEAD)

test('R3: the morning sheet has each person’s late and due rows, numbered through, and nothing that is not due', () => {
  const late = promise(engine, '2026-11-18')
  const today = promise(engine, TODAY)
  promise(engine, '2026-11-23')
  const others = promise(engine, TODAY)
  engine.run('intents.reassign', { intentUid: others, ownerNo: OTHER_RM.no }, HEAD)
  expect(printMorning()).toMatchObject({ printNo: 1, kind: 'morning', rowCount: 3, asOf: TODAY })
  const { parts } = engine.run('followups.morningSheet', { printNo: 1 }, HEAD)
  expect(
    parts.map(({ no, load, rows }) => [no, load, rows.map(({ row, line }) => [row, line.intent.uid])]),
  ).toEqual([
    [
      RM.no,
      3,
      [
        [1, late],
        [2, today],
      ],
    ],
    [OTHER_RM.no, 1, [[3, others]]],
  ])
})

test('T6: it tells the birthdays and maturities up to the next worked day, of whose customers they are', () => {
  promise(engine, TODAY)
  addPerson(engine, { ownerNo: OTHER_RM.no, birthOn: '1970-11-22' })
  addPerson(engine, { ownerNo: OTHER_RM.no, birthOn: '1970-11-23' })
  addPerson(engine, { birthOn: '1970-11-20' })
  printMorning()
  const { parts } = engine.run('followups.morningSheet', { printNo: 1 }, LOBBY)
  const part = parts.find(({ no }) => no === OTHER_RM.no)
  expect(part?.occasions.map(({ kind, on }) => [kind, on])).toEqual([['birthday', '2026-11-22']])
})

test('P2: the sheet shows nobody in clear, and everyone on it is audited', () => {
  promise(engine, TODAY)
  addPerson(engine, { ownerNo: RM.no, birthOn: '1970-11-21' })
  printMorning()
  const sheet = JSON.stringify(engine.run('followups.morningSheet', { printNo: 1 }, LOBBY))
  for (const secret of ['测试0001', '测试0002', '10000000001', '999999198001010001'])
    expect(sheet).not.toContain(secret)
  const seen = engine.connection
    .statement<{ n: number }>(
      `SELECT count(*) AS n FROM audit WHERE action LIKE 'followups.%' AND customer_uid IS NOT NULL`,
    )
    .get()
  expect(seen?.n).toBeGreaterThanOrEqual(2)
})

test('on a morning without work no number is given out', () => {
  promise(engine, '2026-11-23')
  expect(printMorning).toThrowError('followups.listEmpty')
})

test('in the evening a row is done, moved or open, what nobody touched first', () => {
  const untouched = promise(engine, '2026-11-18')
  const tried = promise(engine, TODAY)
  const moved = promise(engine, TODAY)
  const closed = promise(engine, TODAY)
  promise(engine, '2026-11-23')
  engine.run('followups.freezeList', {}, RM)
  printMorning()
  const record = (intentUid: string, nextOn: string) =>
    engine.run('followups.record', { intentUid, channel: 'face', outcome: 'no-answer', nextOn }, RM)
  record(tried, TODAY)
  record(moved, '2026-11-24')
  engine.run('intents.close', { intentUid: closed, outcome: 'converted' }, RM)
  const { prints, counts, rows } = check()
  expect(prints).toEqual([1, 2])
  expect(counts).toEqual({ open: 2, moved: 1, done: 1, untouched: 1 })
  expect(rows.map(({ line, fate, touched }) => [line.intent.uid, fate, touched])).toEqual([
    [untouched, 'open', false],
    [tried, 'open', true],
    [moved, 'moved', true],
    [closed, 'done', false],
  ])
})

test('a contact of the day counts for its row also when the record was merged into another afterwards', () => {
  const uid = promise(engine, TODAY)
  engine.run('followups.freezeList', {}, RM)
  engine.run('followups.record', { intentUid: uid, channel: 'face', outcome: 'no-answer', nextOn: TODAY }, RM)
  const root = addPerson(engine)
  engine.connection
    .statement(
      'UPDATE customer SET merged_into = ? WHERE id = (SELECT customer_id FROM intent WHERE uid = ?)',
    )
    .run(root.id, uid)
  expect(check().rows).toMatchObject([{ fate: 'open', touched: true }])
})

test('a contact counts also when the two records, merged before it, went under a third afterwards', () => {
  const uid = promise(engine, TODAY)
  const merge = (whose: string, rootId: number) =>
    engine.connection.script(`UPDATE customer SET merged_into = ${rootId} WHERE ${whose}`)
  const holder = engine.connection.statement<{ id: number }>('SELECT customer_id AS id FROM intent').get()?.id
  const person = addPerson(engine)
  merge(`id = ${holder}`, person.id)
  engine.run('followups.freezeList', {}, RM)
  engine.run('followups.record', { intentUid: uid, channel: 'face', outcome: 'no-answer', nextOn: TODAY }, RM)
  const root = addPerson(engine)
  merge(`id IN (${holder}, ${person.id})`, root.id)
  expect(check().rows).toMatchObject([{ fate: 'open', touched: true }])
})

test('without a print of the day there is nothing to check', () => {
  promise(engine, TODAY)
  expect(check()).toMatchObject({ prints: [], rows: [] })
})

test('a printed list of customers is no list of work, and the check does not name its number', () => {
  promise(engine, TODAY)
  engine.run('lists.freezeSheet', { list: 'customers', asked: {}, columns: [] }, RM)
  expect(check()).toMatchObject({ prints: [], rows: [] })
  engine.run('followups.freezeList', {}, RM)
  expect(check().prints).toEqual([2])
})

test('the check finds the day’s prints by their index and each row by its number', () => {
  const plan = engine.connection
    .statement<{ detail: string }>(`EXPLAIN QUERY PLAN ${PRINTED_FOR_DAY.sql}`)
    .all(TODAY)
    .map(({ detail }) => detail)
    .join('\n')
  expect(plan).toContain('list_print_of_day')
  expect(plan).not.toMatch(/SCAN (?!print\b)\w+ *$/m)
})

test('only those who share out the work hold meetings', () => {
  // The router asks the operation's callers; see the router's own tests. Here: a manager's list is no morning sheet.
  promise(engine, TODAY)
  engine.run('followups.freezeList', {}, RM)
  expect(() => engine.run('followups.morningSheet', { printNo: 1 }, HEAD)).toThrowError('followups.notFound')
  expect(() => engine.run('followups.sheet', { printNo: 1 }, TELLER)).toThrowError('call.notAllowed')
})

test('a draft of the morning sheet has the same people and rows, and takes no number', () => {
  promise(engine, '2026-11-18')
  const others = promise(engine, TODAY)
  engine.run('intents.reassign', { intentUid: others, ownerNo: OTHER_RM.no }, HEAD)
  const draft = engine.run('followups.draftMorning', {}, LOBBY)
  expect(draft.print).toMatchObject({ printNo: null, kind: 'morning', rowCount: 2 })
  expect(check().rows).toEqual([])
  expect(printMorning().printNo).toBe(1)
  const withoutCodes = engine
    .run('followups.morningSheet', { printNo: 1 }, LOBBY)
    .parts.map((part) => ({ ...part, rows: part.rows.map((row) => ({ ...row, barcode: null })) }))
  expect(draft.parts).toEqual(withoutCodes)
})
