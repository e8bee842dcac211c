import { afterEach, beforeEach, expect, test } from 'vitest'
import { removeSearchKeys } from '../../../src/main/engine/search-index/writer.ts'
import { refreshFactsOf } from '../../../src/main/records/facts/refresh.ts'
import { HEAD, type TestEngine } from '../../support/engine/open-engine.ts'
import { addPerson } from '../../support/intents/counter-branch.ts'
import { arrive, openLobby, report } from '../../support/lobby/open-lobby.ts'

let engine: TestEngine
beforeEach(() => {
  engine = openLobby()
})
afterEach(() => engine.close())

function events() {
  return engine.connection
    .statement<{ source: string; outcome: string; summary: string; visit_id: number | null }>(
      'SELECT source, outcome, summary, visit_id FROM arrival_event ORDER BY id',
    )
    .all()
}

const visitors = () => engine.run('lobby.board', {}).visits.map(({ customer }) => customer?.uid ?? null)

/** As an import leaves somebody whose numbers it changed. */
function indexAgain(ids: readonly number[]): void {
  const { todayOn, settings } = engine.runner.readContext(HEAD)
  removeSearchKeys(engine.connection, ids)
  refreshFactsOf(engine.connection, ids, { asOf: todayOn, settings })
}

test('a whole identity number, phone or customer number opens the visit of the one person who has it', () => {
  const keys = [
    (person: { idNumber: string }) => ({ kind: 'idNumber', text: person.idNumber }) as const,
    (person: { phone: string }) => ({ kind: 'phone', text: `+86 ${person.phone}` }) as const,
    () => ({ kind: 'customerNo', text: 'c0003' }) as const,
  ]
  const people = keys.map(() => addPerson(engine))
  for (const [index, key] of keys.entries()) {
    const person = people[index]
    if (person === undefined) throw new Error('nobody')
    expect(report(engine, { key: key(person) }).outcome).toBe('arrived')
  }
  expect(visitors()).toEqual(people.map(({ uid }) => uid))
})

test('a whole card number names its holder; a tail of it is no card', () => {
  const person = addPerson(engine)
  engine.connection
    .statement(
      `INSERT INTO card (uid, card_no, customer_id, number, kind, status, as_of, updated_at)
       VALUES ('card-1', 'K1', ?, '6200000000000001234', 'debit', 'open', '2026-01-01', 0)`,
    )
    .run(person.id)
  indexAgain([person.id])
  expect(report(engine, { key: { kind: 'cardNumber', text: '1234' } }).outcome).toBe('unreadable')
  expect(report(engine, { key: { kind: 'cardNumber', text: '6200 0000 0000 0001 234' } }).outcome).toBe(
    'arrived',
  )
  expect(visitors()).toEqual([person.uid])
})

test('a number that nobody has lets a stranger in and says that the number is unknown', () => {
  const reported = report(engine, { key: { kind: 'idNumber', text: '99999919700101999X' }, ticket: 'A017' })
  expect(reported.outcome).toBe('unknown')
  expect(visitors()).toEqual([null])
})

test('a phone that two people share says nobody: an arrival is never guessed', () => {
  const [one, other] = [addPerson(engine), addPerson(engine)]
  removeSearchKeys(engine.connection, [other.id])
  engine.connection.statement('UPDATE customer SET phone = ?').run(one.phone)
  indexAgain([other.id])
  expect(report(engine, { key: { kind: 'phone', text: one.phone } }).outcome).toBe('unknown')
  expect(visitors()).toEqual([null])
})

test('a reader that reports a person who holds a ticket joins their visit', () => {
  const person = addPerson(engine)
  arrive(engine, 'A017', person)
  expect(report(engine, { key: { kind: 'idNumber', text: person.idNumber } }).outcome).toBe('joined')
  expect(visitors()).toEqual([person.uid])
})

test('a ticket that is reported first and named later is one visit', () => {
  const person = addPerson(engine)
  report(engine, { source: 'folder', ticket: 'a017' })
  report(engine, { source: 'reader', ticket: 'A017', key: { kind: 'phone', text: person.phone } })
  const { visits } = engine.run('lobby.board', {})
  expect(visits).toMatchObject([{ tickets: ['A017'], customer: { uid: person.uid } }])
})

test('a report with neither a ticket nor a number is kept as unreadable and lets nobody in', () => {
  expect(report(engine, { ticket: '???' })).toEqual({ outcome: 'unreadable', visitUid: null })
  expect(events()).toMatchObject([{ outcome: 'unreadable', visit_id: null }])
  expect(visitors()).toEqual([])
})

test('neither the event, the audit nor the outbox holds the number that was read', () => {
  const person = addPerson(engine)
  for (const kind of ['idNumber', 'phone'] as const) {
    report(engine, { key: { kind, text: kind === 'phone' ? person.phone : person.idNumber } })
  }
  const written = ['arrival_event', 'audit', 'outbox']
    .flatMap((table) => engine.connection.statement(`SELECT * FROM ${table}`).all())
    .map((row) => JSON.stringify(row))
    .join('\n')
  expect(events()).toHaveLength(2)
  expect(written).not.toContain(person.phone)
  expect(written).not.toContain(person.idNumber)
})

test('a ticket of somebody who has gone is not given to the next one', () => {
  const { uid } = arrive(engine, 'A017')
  engine.run('lobby.advance', { visitUid: uid, move: 'leave' })
  expect(report(engine, { ticket: 'A017' }).outcome).toBe('unreadable')
  expect(events()[0]?.summary).toContain('ticket-taken')
})

test('a ticket is one, however machine, reader and teller write it; the board shows it as it was printed', () => {
  const writings = [
    ['贵宾A001', '贵宾a1', '贵宾 A-001', '贵宾Ａ００１'],
    ['VIP001', 'vip1', 'VIP 01', 'ＶＩＰ－００１'],
    ['A00123', 'a123', 'A-00123'],
    ['理财001', '理财1号'],
    ['0017', '17', '第17号'],
  ] as const
  for (const [printed, ...others] of writings) {
    expect(report(engine, { ticket: printed, key: { kind: 'none' } }).outcome).toBe('arrived')
    for (const ticket of others) {
      expect(report(engine, { ticket, key: { kind: 'none' } }).outcome).toBe('joined')
    }
  }
  const { visits } = engine.run('lobby.board', {})
  expect(visits.map(({ tickets }) => tickets)).toEqual(writings.map(([printed]) => [printed]))
  for (const typed of ['vip1', 'VIP001', 'a123', 'Ａ００１２３', '贵宾a1', '理财001']) {
    expect(engine.run('customers.search', { text: typed, limit: 5 }).ticket).not.toBeNull()
  }
  expect(engine.run('customers.search', { text: '17', limit: 5 }).ticket).toBeNull()
})

test('several tickets drawn at once stand in the order of their numbers', () => {
  const person = addPerson(engine)
  for (const ticket of ['B10', 'B9'])
    report(engine, { ticket, key: { kind: 'idNumber', text: person.idNumber } })
  expect(engine.run('lobby.board', {}).visits.map(({ tickets }) => tickets)).toEqual([['B9', 'B10']])
})
