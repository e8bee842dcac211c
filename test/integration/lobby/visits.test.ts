import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Visit } from '../../../src/shared/contract/lobby.ts'
import type { VisitMove } from '../../../src/shared/domain/lobby/visit.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import { addPerson, LOBBY, RM, rowOf, TELLER } from '../../support/intents/counter-branch.ts'
import { arrive, later, openLobby } from '../../support/lobby/open-lobby.ts'

let engine: TestEngine
beforeEach(() => {
  engine = openLobby()
})
afterEach(() => engine.close())

const board = () => engine.run('lobby.board', {})
const advance = ({ uid }: Visit, move: VisitMove, staff = LOBBY) =>
  engine.run('lobby.advance', { visitUid: uid, move }, staff)
const openTickets = () => board().visits.map(({ tickets }) => tickets.join('+'))

describe('arriving (L1)', () => {
  test('a stranger and a customer stand on the board with ticket, time and business, the customer masked', () => {
    const person = addPerson(engine, { name: '王建国', tier: 'preferred' })
    arrive(engine, 'A017')
    arrive(engine, 'a018', person)
    expect(board()).toMatchObject({
      visits: [
        { tickets: ['A017'], customer: null, state: 'waiting', arrivedAt: engine.sources.at },
        { tickets: ['A018'], customer: { uid: person.uid, maskedName: '王**', tier: 'preferred' } },
      ],
      counts: { arrived: 2, waiting: 2 },
    })
  })

  test('two tickets of one person are one visit', () => {
    const person = addPerson(engine)
    const first = arrive(engine, 'A017', person)
    const { outcome, visit } = engine.run('lobby.arrive', {
      ticket: 'B003',
      business: 'cash',
      who: { kind: 'customer', customerUid: person.uid },
    })
    expect(outcome).toBe('joined')
    expect(visit).toMatchObject({ uid: first.uid, tickets: ['A017', 'B003'], business: 'wealth' })
    expect(board().counts).toMatchObject({ arrived: 1, waiting: 1 })
  })

  test('whatever a later version of the program keeps of a visit stays with the one visit of two', () => {
    engine.connection.script(
      'CREATE TABLE greeting (id INTEGER PRIMARY KEY, visit_id INTEGER NOT NULL REFERENCES visit (id)) STRICT',
    )
    const person = addPerson(engine)
    const known = arrive(engine, 'A017', person)
    const stranger = arrive(engine, 'B003')
    engine.connection
      .statement('INSERT INTO greeting (visit_id) SELECT id FROM visit WHERE uid = ?')
      .run(stranger.uid)
    engine.run(
      'lobby.identify',
      { visitUid: stranger.uid, who: { kind: 'customer', customerUid: person.uid } },
      LOBBY,
    )
    expect(
      rowOf(engine, 'SELECT visit.uid FROM greeting JOIN visit ON visit.id = greeting.visit_id'),
    ).toEqual({ uid: known.uid })
  })

  test('a second visit of somebody who went is another visit', () => {
    const person = addPerson(engine)
    advance(arrive(engine, 'A017', person), 'leave')
    arrive(engine, 'A018', person)
    expect(board().counts).toMatchObject({ arrived: 2, waiting: 1 })
  })

  test('a ticket of somebody else is refused and nobody arrives', () => {
    arrive(engine, 'A017', addPerson(engine))
    expect(() => arrive(engine, 'A017', addPerson(engine))).toThrowError('lobby.ticketTaken')
    expect(board().counts.arrived).toBe(1)
  })

  test('a lead that became a customer arrives as that customer', () => {
    const person = addPerson(engine)
    const leadUid = '0190a1b2-0000-7000-8000-00000000aaaa'
    engine.connection
      .statement(
        `INSERT INTO lead (uid, surname, title, ticket, same_key, product, level, note, source, state, customer_id,
           created_by, created_at, closed_at, updated_at)
         VALUES (?, '王', 'mr', 'A001', 'k', 'wealth', 'high', '', 'branch', 'converted', ?, '1001', 0, 1, 0)`,
      )
      .run(leadUid, person.id)
    arrive(engine, 'A017', person)
    const { outcome } = engine.run('lobby.arrive', { business: 'cash', who: { kind: 'lead', leadUid } })
    expect(outcome).toBe('joined')
  })

  test('somebody whom yesterday forgot to end is here anew today', () => {
    const person = addPerson(engine)
    const forgotten = arrive(engine, 'A017', person)
    later(engine, 24 * 60)
    expect(board().visits).toEqual([])
    expect(engine.run('lobby.visitOf', { customerUid: person.uid })).toBeNull()
    expect(arrive(engine, 'A017', person).uid).not.toBe(forgotten.uid)
    expect(rowOf(engine, 'SELECT state FROM visit WHERE uid = ?', forgotten.uid)).toEqual({ state: 'left' })
  })
})

describe('what to say', () => {
  const prompt = () => board().visits[0]?.prompt?.kind ?? null

  test('the board has the first prompt of whoever is here, until they go', () => {
    const person = addPerson(engine, { birthOn: '1980-11-20' })
    const visit = arrive(engine, 'A017', person)
    expect(prompt()).toBe('birthday')
    advance(visit, 'leave')
    expect(prompt()).toBeNull()
  })

  test('who wants to be left alone gets no marketing prompt for this visit', () => {
    const person = addPerson(engine)
    engine.connection.statement(`UPDATE customer SET risk_expires_on = '2027-11-20'`).run()
    for (let enquiry = 0; enquiry < 3; enquiry++) {
      engine.run('intents.flag', { customerUid: person.uid, product: 'wealth', level: 'low' }, RM)
    }
    const visit = arrive(engine, 'A017', person)
    expect(prompt()).toBe('wealth-enquiries')
    const found = { kind: 'do-not-disturb', on: true } as const
    engine.run('lobby.firstContact', { visitUid: visit.uid, found })
    expect(prompt()).toBeNull()
  })
})

describe('who somebody is', () => {
  const identify = (visit: Visit, customerUid: string | null) =>
    engine.run('lobby.identify', {
      visitUid: visit.uid,
      who: customerUid === null ? { kind: 'stranger' } : { kind: 'customer', customerUid },
    })

  test('a stranger becomes a customer, and a stranger again where that was wrong', () => {
    const person = addPerson(engine)
    const visit = arrive(engine, 'A017')
    expect(identify(visit, person.uid)).toMatchObject({
      outcome: 'arrived',
      visit: { customer: { uid: person.uid } },
    })
    expect(engine.run('lobby.visitOf', { customerUid: person.uid })?.uid).toBe(visit.uid)
    expect(identify(visit, null).visit.customer).toBeNull()
  })

  test('a stranger who is somebody that is here already joins them, and being served counts for more', () => {
    const person = addPerson(engine)
    const first = arrive(engine, 'A017', person)
    later(engine, 3)
    const second = advance(arrive(engine, 'A018'), 'serve')
    expect(identify(second, person.uid)).toMatchObject({
      outcome: 'joined',
      visit: { uid: first.uid, tickets: ['A017', 'A018'], state: 'serving', servedBy: LOBBY.no },
    })
    expect(openTickets()).toEqual(['A017+A018'])
  })

  test('what was found out about both is kept when they join', () => {
    const person = addPerson(engine)
    arrive(engine, 'A017', person)
    const second = arrive(engine, 'A018')
    for (const found of [
      { kind: 'clue', product: 'fund' },
      { kind: 'do-not-disturb', on: true },
    ] as const) {
      engine.run('lobby.firstContact', { visitUid: second.uid, found })
    }
    expect(identify(second, person.uid).visit).toMatchObject({ clue: 'fund', doNotDisturb: true })
  })

  test('a visit that is over is named without joining anybody', () => {
    const person = addPerson(engine)
    arrive(engine, 'A017', person)
    const gone = advance(arrive(engine, 'A018'), 'leave')
    expect(identify(gone, person.uid).outcome).toBe('arrived')
    expect(board().counts.arrived).toBe(2)
  })
})

describe('being served', () => {
  test('open visits come first by arrival, then those who went, the latest first', () => {
    const visits = ['A001', 'A002', 'A003', 'A004'].map((ticket) => {
      later(engine, 1)
      return arrive(engine, ticket)
    })
    const [first, second, third] = visits as [Visit, Visit, Visit]
    later(engine, 1)
    advance(first, 'leave')
    later(engine, 1)
    advance(advance(second, 'serve'), 'finish')
    advance(third, 'serve')
    expect(openTickets()).toEqual(['A003', 'A004', 'A002', 'A001'])
  })

  test('the board says who serves, and how long people waited on average', () => {
    const visit = arrive(engine, 'A017')
    later(engine, 6)
    advance(visit, 'serve', TELLER)
    arrive(engine, 'A018')
    later(engine, 2)
    expect(board()).toMatchObject({
      visits: [{ servedByName: TELLER.name }, {}],
      counts: { arrived: 2, waiting: 1, averageWaitMs: 4 * 60_000 },
    })
  })

  test('an undo that would put a person into the lobby twice is refused', () => {
    const person = addPerson(engine)
    const gone = advance(arrive(engine, 'A017', person), 'leave')
    arrive(engine, 'A018', person)
    expect(() => advance(gone, 'undo')).toThrowError('lobby.alreadyHere')
  })

  test('whom a teller serves, another teller’s keys do not end', () => {
    const visit = advance(arrive(engine, 'A017'), 'serve', TELLER)
    expect(() => advance(visit, 'finish', RM)).toThrowError('lobby.servedByOther')
    expect(board().visits[0]?.state).toBe('serving')
  })

  test('a refused step leaves neither a row nor an audit entry', () => {
    const visit = arrive(engine, 'A017')
    const count = () => rowOf<{ n: number }>(engine, 'SELECT count(*) AS n FROM audit')?.n
    const before = count()
    expect(() => advance(visit, 'finish')).toThrowError('lobby.wrongState')
    expect(count()).toBe(before)
  })
})
