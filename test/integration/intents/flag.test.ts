import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createWorkingCalendar } from '../../../src/shared/domain/calendar/working-days.ts'
import { dueFor } from '../../../src/shared/domain/work/cadence.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  ADMIN,
  addPerson,
  HEAD,
  LOBBY,
  noonOf,
  OTHER_RM,
  openCounter,
  RM,
  rowOf,
  TELLER,
} from '../../support/intents/counter-branch.ts'
import { takeBack } from '../../support/undo/take-back.ts'

const TODAY = '2026-11-23'
let engine: TestEngine
beforeEach(() => {
  engine = openCounter(TODAY)
})
afterEach(() => engine.close())

const flag = (customerUid: string, staff = TELLER, level: 'high' | 'mid' | 'low' = 'high') =>
  engine.run('intents.flag', { customerUid, product: 'wealth', level, signals: ['rate'] }, staff)

test('I1, F1: a first flag opens an intent with an owner, both dates and its rule', () => {
  const person = addPerson(engine, { ownerNo: RM.no })
  const { intent, created, prohibitions } = flag(person.uid)
  expect(created).toBe(true)
  expect(intent).toMatchObject({
    product: 'wealth',
    level: 'high',
    currentLevel: 'high',
    signals: ['rate'],
    lastEvidenceOn: TODAY,
    ownerName: RM.name,
    warnOn: '2026-11-24',
    nextOn: '2026-11-25',
  })
  expect(prohibitions.map((each) => each.kind)).toEqual(['assessment-expired'])
  const row = rowOf<{ rule: string }>(engine, 'SELECT due_rule AS rule FROM intent')
  expect(JSON.parse(row?.rule ?? '')).toEqual(dueFor('high', TODAY, createWorkingCalendar()).rule)
})

test('a second flag for the product adds evidence, takes the new level and starts the cadence anew', () => {
  const person = addPerson(engine, { ownerNo: RM.no })
  const first = flag(person.uid, TELLER, 'low')
  engine.sources.at = noonOf('2026-11-25')
  const second = engine.run(
    'intents.flag',
    { customerUid: person.uid, product: 'wealth', level: 'mid', signals: ['compare-peers', 'rate'] },
    LOBBY,
  )
  expect(second.created).toBe(false)
  expect(second.intent).toMatchObject({
    uid: first.intent.uid,
    level: 'mid',
    signals: ['rate', 'compare-peers'],
    ownerName: RM.name,
    nextOn: '2026-12-02',
  })
  expect(rowOf(engine, 'SELECT count(*) AS n FROM intent')).toEqual({ n: 1 })
  expect(rowOf(engine, 'SELECT count(*) AS n FROM intent_evidence')).toEqual({ n: 2 })
})

test('another product of the same person is another intent', () => {
  const person = addPerson(engine)
  flag(person.uid)
  engine.run('intents.flag', { customerUid: person.uid, product: 'loan', level: 'low' }, TELLER)
  expect(rowOf(engine, `SELECT count(*) AS n FROM intent WHERE status = 'open'`)).toEqual({ n: 2 })
})

test('a flag leaves its outbox row, its audit link and says which tables changed', () => {
  const person = addPerson(engine)
  const { intent, evidenceUid } = flag(person.uid)
  const outbox = rowOf<{ payload: string }>(
    engine,
    `SELECT payload FROM outbox WHERE operation = 'intents.flag' AND staff_no = '1001'`,
  )
  expect(JSON.parse(outbox?.payload ?? '')).toMatchObject({
    customerUid: person.uid,
    intentUid: intent.uid,
    evidenceUid,
    nextOn: intent.nextOn,
  })
  expect(
    rowOf(engine, `SELECT customer_uid AS about, detail FROM audit WHERE action = 'intents.flag'`),
  ).toEqual({ about: person.uid, detail: '{"product":"wealth","level":"high","created":true}' })
  expect(engine.lastTables()).toEqual(
    expect.arrayContaining(['intent', 'intent_evidence', 'customer_facts', 'audit']),
  )
})

test('L3: a wealth flag counts as an enquiry in the facts at once, a loan flag does not', () => {
  const person = addPerson(engine)
  const enquiries = () =>
    rowOf(engine, 'SELECT enquiries_90d AS n FROM customer_facts WHERE customer_id = ?', person.id)
  engine.run('intents.flag', { customerUid: person.uid, product: 'loan', level: 'low' }, TELLER)
  expect(enquiries()).toEqual({ n: 0 })
  flag(person.uid)
  expect(enquiries()).toEqual({ n: 1 })
  takeBack(engine, TELLER)
  expect(enquiries()).toEqual({ n: 0 })
})

test('a flag on a merged record belongs to the person it was merged into', () => {
  const person = addPerson(engine, { name: '王建国' })
  const record = addPerson(engine, { name: '王建國', mergedInto: person })
  const first = flag(person.uid)
  const second = flag(record.uid)
  expect(second).toMatchObject({ created: false, intent: { uid: first.intent.uid } })
})

test('an intent that was opened before its record was merged is found from the person', () => {
  const person = addPerson(engine)
  const record = addPerson(engine)
  const earlier = flag(record.uid)
  engine.connection.statement('UPDATE customer SET merged_into = ? WHERE id = ?').run(person.id, record.id)
  expect(flag(person.uid)).toMatchObject({ created: false, intent: { uid: earlier.intent.uid } })
})

test('L4: a minor with an open complaint may still say what they want, and what stands against marketing is told', () => {
  const person = addPerson(engine, { birthOn: '2015-05-05' })
  engine.connection
    .statement(
      `INSERT INTO complaint (uid, customer_id, opened_on, summary) VALUES ('q', ?, '2026-11-01', '投诉')`,
    )
    .run(person.id)
  const { created, prohibitions } = flag(person.uid)
  expect(created).toBe(true)
  expect(prohibitions.map((each) => each.kind)).toEqual(['complaint-open', 'minor', 'assessment-expired'])
})

test('an unknown customer is refused and leaves nothing', () => {
  expect(() => flag('0190a1b2-0000-7000-8000-0000000000ff')).toThrowError('customers.notFound')
  expect(rowOf(engine, 'SELECT count(*) AS n FROM intent')).toEqual({ n: 0 })
})

describe('who owns a new intent', () => {
  const ownerOf = (uid: string) =>
    rowOf<{ no: string }>(engine, 'SELECT owner_no AS no FROM intent WHERE uid = ?', uid)?.no

  test('the person’s own manager, where active', () => {
    const person = addPerson(engine, { ownerNo: OTHER_RM.no })
    expect(ownerOf(flag(person.uid, LOBBY).intent.uid)).toBe(OTHER_RM.no)
  })

  test('whoever flags it, where the manager left, is unknown here or keeps the system', () => {
    engine.runner.run('staff.activate', { no: OTHER_RM.no, active: false }, HEAD)
    const owners = [OTHER_RM.no, '7777', ADMIN.no].map((ownerNo) =>
      ownerOf(flag(addPerson(engine, { ownerNo }).uid, LOBBY).intent.uid),
    )
    expect(owners).toEqual([LOBBY.no, LOBBY.no, LOBBY.no])
  })

  test('a teller’s flags go to the managers in turn, the least loaded first', () => {
    const owners = [1, 2, 3].map(() => ownerOf(flag(addPerson(engine).uid).intent.uid))
    expect(owners).toEqual([RM.no, OTHER_RM.no, RM.no])
  })

  test('work that is done is no load', () => {
    for (let n = 0; n < 3; n += 1) {
      const { intent } = flag(addPerson(engine, { ownerNo: RM.no }).uid)
      engine.run('intents.close', { intentUid: intent.uid, outcome: 'lost' }, RM)
    }
    expect(ownerOf(flag(addPerson(engine).uid).intent.uid)).toBe(RM.no)
  })

  test('a teller’s flags go to the lobby without managers, to the head without a lobby', () => {
    for (const no of [RM.no, OTHER_RM.no]) engine.runner.run('staff.activate', { no, active: false }, HEAD)
    expect(ownerOf(flag(addPerson(engine).uid).intent.uid)).toBe(LOBBY.no)
    engine.runner.run('staff.activate', { no: LOBBY.no, active: false }, HEAD)
    expect(ownerOf(flag(addPerson(engine).uid).intent.uid)).toBe(HEAD.no)
    engine.runner.run('staff.activate', { no: HEAD.no, active: false }, ADMIN)
    expect(ownerOf(flag(addPerson(engine).uid).intent.uid)).toBe(TELLER.no)
  })

  test('the owner of the open intent keeps it when somebody else flags again, unless they left', () => {
    const person = addPerson(engine)
    const { intent } = flag(person.uid, OTHER_RM)
    flag(person.uid, LOBBY)
    expect(ownerOf(intent.uid)).toBe(OTHER_RM.no)
    engine.runner.run('staff.activate', { no: OTHER_RM.no, active: false }, HEAD)
    flag(person.uid, LOBBY)
    expect(ownerOf(intent.uid)).toBe(LOBBY.no)
  })
})

describe('F2, F3: due dates with 调休 and a year that is not published', () => {
  const dueOf = (todayOn: string, level: 'high' | 'mid' | 'low') => {
    engine.sources.at = noonOf(todayOn)
    const { intent, unpublished } = flag(addPerson(engine).uid, RM, level)
    const row = rowOf<{ rule: string }>(
      engine,
      'SELECT due_rule AS rule FROM intent WHERE uid = ?',
      intent.uid,
    )
    const rule = JSON.parse(row?.rule ?? '') as { moved: boolean; published: boolean }
    expect(unpublished).toBe(!rule.published)
    return [intent.warnOn, intent.nextOn, rule.moved, rule.published]
  }

  test('the make-up Saturday before Spring Festival is worked, the festival is passed over', () => {
    expect(dueOf('2026-02-12', 'high')).toEqual(['2026-02-13', '2026-02-14', true, true])
    expect(dueOf('2026-02-12', 'mid')).toEqual(['2026-02-24', '2026-02-26', true, true])
    expect(dueOf('2026-02-26', 'high')).toEqual(['2026-02-27', '2026-02-28', true, true])
  })

  test('National Day: the make-up Sunday before and the make-up Saturday after count, the week does not', () => {
    expect(dueOf('2026-09-18', 'high')).toEqual(['2026-09-20', '2026-09-21', true, true])
    expect(dueOf('2026-09-30', 'mid')).toEqual(['2026-10-10', '2026-10-13', true, true])
    expect(dueOf('2026-09-22', 'low')).toEqual(['2026-09-29', '2026-10-08', true, true])
  })

  test('a count that reaches the unpublished 2027 goes by weekdays and says so; 2026 does not', () => {
    expect(dueOf('2026-12-30', 'high')).toEqual(['2026-12-31', '2027-01-01', false, false])
    expect(dueOf('2026-12-23', 'high')).toEqual(['2026-12-24', '2026-12-25', false, true])
  })
})
