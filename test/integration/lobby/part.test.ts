import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Visit } from '../../../src/shared/contract/lobby.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import { addPerson, type InventedPerson, LOBBY, rowOf, TELLER } from '../../support/intents/counter-branch.ts'
import { arrive, later, openLobby, report } from '../../support/lobby/open-lobby.ts'
import { takeBack } from '../../support/undo/take-back.ts'

let engine: TestEngine
let person: InventedPerson
let joined: Visit
beforeEach(() => {
  engine = openLobby()
  person = addPerson(engine)
  arrive(engine, 'A017', person)
  later(engine, 5)
  joined = arrive(engine, 'A018', person)
  later(engine, 2)
})
afterEach(() => engine.close())

const part = (ticket: string, visit = joined) =>
  engine.run('lobby.part', { visitUid: visit.uid, ticket }, LOBBY)
const board = () => engine.run('lobby.board', {}, LOBBY)
const MINUTE = 60_000

describe('two visitors who were taken for one', () => {
  test('are parted by a ticket: the customer keeps theirs, the other is a stranger who waits since they drew it', () => {
    const { visit, parted } = part('A018')
    expect(visit).toMatchObject({ uid: joined.uid, tickets: ['A017'], customer: { uid: person.uid } })
    expect(parted).toMatchObject({
      tickets: ['A018'],
      customer: null,
      state: 'waiting',
      business: 'wealth',
      arrivedAt: engine.sources.at - 2 * MINUTE,
    })
    expect(engine.lastTables()).toEqual(expect.arrayContaining(['visit', 'visit_ticket']))
    expect(board().counts).toMatchObject({ arrived: 2, waiting: 2 })
  })

  test('keep their own time, where the first ticket was the other’s', () => {
    const { visit, parted } = part('A017')
    expect(parted.arrivedAt).toBe(engine.sources.at - 7 * MINUTE)
    expect(visit).toMatchObject({ tickets: ['A018'], arrivedAt: engine.sources.at - 2 * MINUTE })
  })

  test('are parted after the customer went: the other waits still', () => {
    for (const move of ['serve', 'finish'] as const) {
      engine.run('lobby.advance', { visitUid: joined.uid, move }, LOBBY)
    }
    const { visit, parted } = part('A018')
    expect([visit.state, parted.state]).toEqual(['done', 'waiting'])
  })

  test('are parted with what a source reported of the ticket', () => {
    report(engine, { source: 'folder', ticket: 'B001', key: { kind: 'phone', text: person.phone } })
    const { parted } = part('B001')
    expect(
      rowOf(
        engine,
        'SELECT visit.uid FROM arrival_event AS event JOIN visit ON visit.id = event.visit_id WHERE event.id = 1',
      ),
    ).toEqual({ uid: parted.uid })
  })

  test('is written down without a name: the link of the audit is the customer’s', () => {
    const { parted } = part('A018')
    const link = rowOf<{ uid: string; detail: string }>(
      engine,
      `SELECT customer_uid AS uid, detail FROM audit WHERE action = 'lobby.part'`,
    )
    expect(link).toEqual({ uid: person.uid, detail: JSON.stringify({ partedUid: parted.uid, tickets: 2 }) })
  })

  test('a ticket that is the only one, or somebody else’s by now, parts nobody', () => {
    const other = arrive(engine, 'A020')
    expect(() => part('A020', other)).toThrowError('lobby.onlyTicket')
    expect(() => part('A020')).toThrowError('lobby.notTheirTicket')
    part('A018')
    expect(() => part('A018')).toThrowError('lobby.notTheirTicket')
    expect(board().counts.arrived).toBe(3)
  })

  test('yesterday’s visitors are over', () => {
    later(engine, 24 * 60)
    expect(() => part('A018')).toThrowError('lobby.notTheirTicket')
  })
})

describe('taking it back', () => {
  const rows = () => ({
    visit: rowOf(
      engine,
      `SELECT uid, customer_id, business, state, arrived_at, state_at, state_before, served_by, clue, do_not_disturb
       FROM visit`,
    ),
    visits: rowOf(engine, 'SELECT count(*) AS n FROM visit'),
    tickets: engine.connection.statement('SELECT * FROM visit_ticket ORDER BY ticket').all(),
  })

  test.each(['A017', 'A018'])('makes one visit of them, as it was before %s was parted', (ticket) => {
    const before = rows()
    part(ticket)
    takeBack(engine, LOBBY)
    expect(rows()).toEqual(before)
    expect(engine.connection.pragma('foreign_key_check')).toBeUndefined()
  })

  test('is refused once a colleague served, named, or asked the other something; both stay', () => {
    const steps = [
      (uid: string) => engine.run('lobby.advance', { visitUid: uid, move: 'serve' }, TELLER),
      (uid: string) =>
        engine.run(
          'lobby.identify',
          { visitUid: uid, who: { kind: 'customer', customerUid: addPerson(engine).uid } },
          TELLER,
        ),
      (uid: string) =>
        engine.run('lobby.firstContact', { visitUid: uid, found: { kind: 'clue', product: 'fund' } }, TELLER),
    ]
    for (const [index, step] of steps.entries()) {
      const ticket = `C00${index}`
      arrive(engine, ticket, person)
      const { parted } = part(ticket)
      step(parted.uid)
      expect(() => takeBack(engine, LOBBY)).toThrowError('undo.builtUpon')
    }
  })
})

describe('L4: the row says why something is not said', () => {
  const blocks = () => board().visits[0]?.blocks.map(({ kind }) => kind)

  test('for a customer who is here, and no longer once they went', () => {
    engine.connection.script(
      `INSERT INTO complaint (uid, customer_id, opened_on, resolved_on, summary)
       VALUES ('c1', ${person.id}, '2026-11-01', NULL, '')`,
    )
    expect(blocks()).toEqual(['complaint-open', 'assessment-expired'])
    engine.run('lobby.advance', { visitUid: joined.uid, move: 'leave' }, LOBBY)
    expect(blocks()).toEqual([])
  })
})
