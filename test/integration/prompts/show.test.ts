import { afterEach, beforeEach, describe, expect, test } from 'vitest'
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
import {
  assess,
  blocksOf,
  ENQUIRED,
  goTo,
  kindsOf,
  knowOf,
  open,
  show,
  TODAY,
} from '../../support/prompts/serving.ts'

let engine: TestEngine
let person: InventedPerson
beforeEach(() => {
  engine = openCounter(TODAY)
  person = addPerson(engine, { ownerNo: RM.no })
  assess(engine, person)
  knowOf(engine, person, ENQUIRED)
})
afterEach(() => engine.close())

const rows = () => rowOf<{ n: number }>(engine, 'SELECT count(*) AS n FROM prompt')?.n
const arrive = (who: InventedPerson, ticket: string) =>
  engine.run(
    'lobby.arrive',
    { ticket, business: 'wealth', who: { kind: 'customer', customerUid: who.uid } },
    LOBBY,
  ).visit
const refuse = (who: InventedPerson, channel: string) =>
  engine.connection
    .statement('INSERT INTO refusal (customer_id, channel, on_date) VALUES (?, ?, ?)')
    .run(who.id, channel, '2026-10-18')

describe('prompts of a person (L3)', () => {
  test('say why, since when and how to put it', () => {
    open(engine, person)
    expect(show(engine, person)).toEqual({
      prompts: [
        expect.objectContaining({
          kind: 'wealth-enquiries',
          reason: { on: '2026-11-11', count: 3 },
          script: 'wealth-talk',
          product: 'wealth',
          marketing: true,
          response: null,
        }),
      ],
      blocks: [],
    })
  })

  test('are kept once an occasion, whoever looks and however often', () => {
    open(engine, person)
    open(engine, person, RM)
    const first = show(engine, person)
    expect(show(engine, person, RM)).toEqual(first)
    expect(engine.lastTables()).toEqual(['audit', 'outbox'])
    expect(rows()).toBe(1)
    expect(rowOf(engine, 'SELECT kind, marketing, on_date, shown_to, visit_id FROM prompt')).toEqual({
      kind: 'wealth-enquiries',
      marketing: 1,
      on_date: TODAY,
      shown_to: TELLER.no,
      visit_id: null,
    })
  })

  test('belong to the visit that is going on, and the next visit of the day is another occasion', () => {
    const first = arrive(person, 'A001')
    const [said] = show(engine, person).prompts
    engine.run('lobby.advance', { visitUid: first.uid, move: 'leave' }, LOBBY)
    arrive(person, 'A002')
    const [again] = show(engine, person).prompts
    expect(again?.uid).not.toBe(said?.uid)
    expect(rowOf(engine, 'SELECT count(DISTINCT visit_id) AS n FROM prompt')).toEqual({ n: 2 })
  })

  test('are for who opened the person or has them in the lobby, and the record says who looked', () => {
    expect(() => show(engine, person)).toThrow('customers.notOpened')
    arrive(person, 'A001')
    expect(kindsOf(show(engine, person))).toEqual(['wealth-enquiries'])
    expect(
      rowOf(engine, `SELECT staff_no, customer_uid, detail FROM audit WHERE action = 'prompts.show'`),
    ).toEqual({ staff_no: TELLER.no, customer_uid: person.uid, detail: '{"prompts":1,"blocks":0}' })
  })

  test('of a visit that nobody ended are over with its day', () => {
    const visit = arrive(person, 'A001')
    engine.run(
      'lobby.firstContact',
      { visitUid: visit.uid, found: { kind: 'do-not-disturb', on: true } },
      LOBBY,
    )
    expect(kindsOf(show(engine, person))).toEqual([])
    goTo(engine, '2026-11-23')
    expect(() => show(engine, person)).toThrow('customers.notOpened')
    open(engine, person)
    expect(show(engine, person)).toMatchObject({ prompts: [{ kind: 'wealth-enquiries' }], blocks: [] })
  })

  test('of somebody else’s visit are refused', () => {
    const other = addPerson(engine)
    const visit = arrive(other, 'A001')
    open(engine, person)
    expect(() =>
      engine.run('prompts.show', { customerUid: person.uid, visitUid: visit.uid }, TELLER),
    ).toThrow('lobby.notFound')
  })

  test('of a merged record are the person’s', () => {
    const twin = addPerson(engine, { mergedInto: person })
    open(engine, person)
    const ofRoot = show(engine, person)
    expect(show(engine, twin)).toEqual(ofRoot)
    refuse(twin, 'face')
    expect(show(engine, person)).toMatchObject({
      prompts: [],
      blocks: [{ kind: 'opted-out', channel: 'face' }],
    })
  })

  test('begin with a promise whose day has come and a referral that nobody took', () => {
    engine.run('intents.flag', { customerUid: person.uid, product: 'card', level: 'high' }, TELLER)
    engine.connection
      .statement(
        `INSERT INTO referral (uid, customer_id, product, level, reason, from_no, to_no, state, offered_at,
           accept_by_at, updated_at)
         VALUES ('r-1', ?, 'wealth', 'high', '', ?, ?, 'offered', ?, ?, 0)`,
      )
      .run(person.id, TELLER.no, RM.no, engine.sources.at, engine.sources.at + 3_600_000)
    open(engine, person)
    expect(kindsOf(show(engine, person))).toEqual(['referral-open', 'wealth-enquiries'])
    goTo(engine, '2026-11-25')
    open(engine, person)
    expect(show(engine, person).prompts.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['promise-due', { on: '2026-11-24', about: 'card', overdue: true }],
      ['referral-open', { on: TODAY, about: 'wealth', overdue: true }],
      ['wealth-enquiries', { on: '2026-11-11', count: 3 }],
    ])
  })
})

describe('nobody is annoyed twice (L4)', () => {
  test('on the fourth day within thirty, whoever showed the first three, the customer is left alone', () => {
    const staff = [TELLER, LOBBY, RM]
    for (const [index, on] of ['2026-11-20', '2026-11-23', '2026-11-24'].entries()) {
      goTo(engine, on)
      open(engine, person, staff[index])
      expect(kindsOf(show(engine, person, staff[index]))).toEqual(['wealth-enquiries'])
    }
    goTo(engine, '2026-11-25')
    open(engine, person)
    expect(show(engine, person)).toMatchObject({
      prompts: [],
      blocks: [{ kind: 'fatigue', on: '2026-11-24', times: 3, days: 30 }],
    })
    goTo(engine, '2026-12-20')
    open(engine, person)
    expect(blocksOf(show(engine, person))).not.toContain('fatigue')
  })

  test('calls that market count as prompts do', () => {
    for (const [serial, on] of ['2026-11-16', '2026-11-17', '2026-11-18'].entries()) {
      engine.connection
        .statement(
          `INSERT INTO contact (uid, customer_id, channel, outcome, marketing, note, on_date, at, staff_no)
           VALUES (?, ?, 'phone', 'reached', 1, '', ?, 0, ?)`,
        )
        .run(`c-${serial}`, person.id, on, RM.no)
    }
    open(engine, person)
    expect(show(engine, person)).toMatchObject({
      prompts: [],
      blocks: [{ kind: 'fatigue', on: '2026-11-18' }],
    })
  })

  test('不打扰 at the entrance stops what sells for this visit and no other', () => {
    const visit = arrive(person, 'A001')
    engine.run(
      'lobby.firstContact',
      { visitUid: visit.uid, found: { kind: 'do-not-disturb', on: true } },
      LOBBY,
    )
    expect(show(engine, person)).toMatchObject({
      prompts: [],
      blocks: [{ kind: 'do-not-disturb', on: TODAY }],
    })
    engine.run('lobby.advance', { visitUid: visit.uid, move: 'leave' }, LOBBY)
    arrive(person, 'A002')
    expect(kindsOf(show(engine, person))).toEqual(['wealth-enquiries'])
  })
})
