import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  type InventedPerson,
  LOBBY,
  openCounter,
  RM,
  rowOf,
  TELLER,
} from '../../support/intents/counter-branch.ts'
import { saved } from '../../support/leads/lobby-branch.ts'
import { assess } from '../../support/prompts/serving.ts'
import { branchImage } from '../../support/undo/branch-image.ts'
import { takeBack } from '../../support/undo/take-back.ts'

let engine: TestEngine
let person: InventedPerson
beforeEach(() => {
  engine = openCounter('2026-11-23')
  person = addPerson(engine, { ownerNo: RM.no, birthOn: '1980-11-23' })
  assess(engine, person)
  saved(engine, { surname: '钱', phoneTail: '0001' })
  engine.sources.at += 60_000
})
afterEach(() => engine.close())

const flag = (product: 'card' | 'loan' = 'card') =>
  engine.run('intents.flag', { customerUid: person.uid, product, level: 'mid' }, TELLER)
const slips = () => rowOf<{ n: number }>(engine, 'SELECT count(*) AS n FROM undo_slip')?.n
const arrive = (ticket: string | null, known = true) =>
  engine.run(
    'lobby.arrive',
    {
      ticket,
      business: 'cash',
      who: known ? { kind: 'customer', customerUid: person.uid } : { kind: 'stranger' },
    },
    LOBBY,
  )

test('P3: the rows of a slip are kept for its seconds only: the next step of anybody takes the old ones out', () => {
  saved(engine, { surname: '孙', phone: '13900001234' })
  flag()
  expect(slips()).toBe(2)
  engine.sources.at += 8_001
  arrive('A001', false)
  expect(slips()).toBe(1)
  expect(rowOf(engine, `SELECT count(*) AS n FROM undo_slip WHERE changes LIKE '%13900001234%'`)).toEqual({
    n: 0,
  })
})

test('X2: a step that changed nothing leaves nothing to take back, and not the step before it either', () => {
  arrive('A001')
  arrive('A001')
  expect(engine.run('undo.newest', {}, LOBBY)).toBeNull()
})

test('X2: a contact goes with the channel it closed, the intent it ended and the facts', () => {
  const { intent } = flag()
  const before = branchImage(engine)
  engine.run('followups.record', { intentUid: intent.uid, channel: 'phone', outcome: 'refused' }, RM)
  expect(rowOf(engine, 'SELECT channel FROM refusal')).toEqual({ channel: 'phone' })
  expect(takeBack(engine, RM)).toMatchObject({
    action: 'followups.record',
    detail: { channel: 'phone', outcome: 'refused' },
    subject: { kind: 'customer', customer: { uid: person.uid } },
  })
  expect(branchImage(engine)).toEqual(before)
})

test('P3: no other way takes a refusal off, neither before the undo nor after it', () => {
  const { intent } = flag()
  engine.run('followups.record', { intentUid: intent.uid, channel: 'phone', outcome: 'refused' }, RM)
  const lift = () => engine.connection.script('DELETE FROM refusal')
  expect(lift).toThrow('refusal stands')
  engine.sources.at += 8_001
  expect(() => takeBack(engine, RM)).toThrow('undo.nothing')
  expect(lift).toThrow('refusal stands')
})

test('a lead that was handed over is taken back with the line of its history', () => {
  const { uid: leadUid } = saved(engine, { surname: '孙', phoneTail: '4321' })
  const before = branchImage(engine)
  engine.run('leads.reassign', { leadUid, ownerNo: RM.no }, LOBBY)
  expect(takeBack(engine, LOBBY)).toMatchObject({
    subject: { kind: 'lead', surname: '孙', maskedPhone: '****4321', ticket: null },
  })
  expect(branchImage(engine)).toEqual(before)
})

test('an offered referral takes the notice along that the receiver had, read or not', () => {
  const before = branchImage(engine)
  const wish = { product: 'card', level: 'high', reason: '办信用卡' } as const
  engine.run('referrals.offer', { customerUid: person.uid, toNo: RM.no, ...wish }, TELLER)
  expect(rowOf(engine, 'SELECT staff_no FROM notice')).toEqual({ staff_no: RM.no })
  engine.run('notices.see', {}, RM)
  takeBack(engine, TELLER)
  expect(branchImage(engine)).toEqual(before)
})

test('an arrival can be taken back though the person was shown with what to say to them', () => {
  arrive('A001')
  engine.run('prompts.show', { customerUid: person.uid }, LOBBY)
  expect(rowOf(engine, 'SELECT count(*) AS n FROM prompt WHERE visit_id IS NOT NULL')).toEqual({ n: 1 })
  takeBack(engine, LOBBY)
  expect(rowOf(engine, 'SELECT count(*) AS n FROM visit')).toEqual({ n: 0 })
  expect(rowOf(engine, 'SELECT count(*) AS n FROM prompt WHERE visit_id IS NULL')).toEqual({ n: 1 })
})

test('a stranger’s arrival names the ticket', () => {
  arrive('A009', false)
  expect(takeBack(engine, LOBBY).subject).toEqual({ kind: 'ticket', ticket: 'A009' })
})

test('a stranger who drew no ticket is named by when they came', () => {
  const { visit } = engine.run('lobby.arrive', { who: { kind: 'stranger' } }, LOBBY)
  expect(takeBack(engine, LOBBY).subject).toEqual({ kind: 'visitor', arrivedAt: visit.arrivedAt })
})

test('L1: a step back after taking somebody over leads to who served them before', () => {
  const { uid: visitUid } = arrive('A001').visit
  engine.run('lobby.advance', { visitUid, move: 'serve' }, TELLER)
  engine.run('lobby.advance', { visitUid, move: 'serve' }, RM)
  const back = engine.run('lobby.advance', { visitUid, move: 'undo' }, RM)
  expect(back).toMatchObject({ state: 'serving', servedBy: TELLER.no })
})

test('F6: a contact that was made while two records were one stays with its intent when they are parted', () => {
  const { intent } = flag()
  const other = addPerson(engine)
  engine.connection.script(`UPDATE customer SET merged_into = ${other.id} WHERE id = ${person.id}`)
  engine.run('followups.record', { intentUid: intent.uid, channel: 'face', outcome: 'reached' }, RM)
  engine.connection.script(`UPDATE customer SET merged_into = NULL WHERE id = ${person.id}`)
  const line = engine.run('followups.list', { ownerNo: RM.no, asOf: '2026-12-31' }, RM).rows[0]
  expect(line?.lastContactOn).toBe('2026-11-23')
})

test('what somebody wrote today: newest first, what can still be taken back and why the rest cannot', () => {
  engine.run('customers.open', { uid: person.uid }, TELLER)
  flag('loan')
  engine.sources.at += 9_000
  flag('card')
  takeBack(engine, TELLER)
  flag('card')
  const lead = saved(engine, { surname: '孙', phoneTail: '4321' })
  arrive('A001')
  const { steps, nextCursor } = engine.run('undo.today', {}, TELLER)
  expect(nextCursor).toBeNull()
  expect(steps.map(({ action, state, subject }) => [action, state.kind, subject?.kind])).toEqual([
    ['leads.save', 'open', 'lead'],
    ['intents.flag', 'not-newest', 'customer'],
    ['undo.take', 'never', 'customer'],
    ['intents.flag', 'taken-back', 'customer'],
    ['intents.flag', 'too-late', 'customer'],
    ['leads.save', 'too-late', 'lead'],
  ])
  expect(lead.uid).toBe(steps[0]?.detail.leadUid)
  const first = engine.run('undo.today', { limit: 2 }, TELLER)
  const second = engine.run('undo.today', { limit: 4, cursor: first.nextCursor }, TELLER)
  expect([...first.steps, ...second.steps].map(({ seq }) => seq)).toEqual(steps.map(({ seq }) => seq))
  expect(second.nextCursor).toBeNull()
})
