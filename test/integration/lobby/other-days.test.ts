import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  HEAD,
  type InventedPerson,
  LOBBY,
  rowOf,
  TELLER,
} from '../../support/intents/counter-branch.ts'
import { arrive, later, openLobby, report } from '../../support/lobby/open-lobby.ts'

const DAY = 24 * 60

/** The lobby when its day is another one: midnight passed, or the PC's clock was wrong and is set. */
let engine: TestEngine
beforeEach(() => {
  engine = openLobby()
})
afterEach(() => engine.close())

const board = () => engine.run('lobby.board', {})
const tickets = () => board().visits.map((visit) => visit.tickets.join('+'))
const stateOf = (uid: string) =>
  rowOf<{ state: string }>(engine, 'SELECT state FROM visit WHERE uid = ?', uid)?.state
const advance = (visitUid: string, move: 'serve' | 'leave' | 'undo') =>
  engine.run('lobby.advance', { visitUid, move }, LOBBY)

function merge(older: InventedPerson, newer: InventedPerson): void {
  const pairUid = '0190a1b2-0000-7000-8000-0000000000ff'
  engine.connection
    .statement(`INSERT INTO duplicate_pair (uid, left_id, right_id, reason) VALUES (?, ?, ?, 'same-phone')`)
    .run(pairUid, older.id, newer.id)
  engine.run('customers.decideDuplicate', { pairUid, decision: 'same' })
}

describe('midnight while the lobby is full', () => {
  test('nobody of yesterday waits, is served, or keeps a ticket, a prompt or a bell from anybody today', () => {
    const person = addPerson(engine, { birthOn: '1980-11-20' })
    for (let ticket = 1; ticket <= 60; ticket++) arrive(engine, `A${String(ticket).padStart(3, '0')}`)
    engine.run('lobby.advance', { visitUid: arrive(engine, 'B001', person).uid, move: 'serve' }, TELLER)
    later(engine, DAY)
    expect(board()).toMatchObject({ visits: [], counts: { arrived: 0, waiting: 0, averageWaitMs: 0 } })
    expect(arrive(engine, 'A001').tickets).toEqual(['A001'])
    expect(report(engine, { ticket: 'A002' }).outcome).toBe('arrived')
    expect(engine.run('lobby.visitOf', { customerUid: person.uid })).toBeNull()
    const { value } = engine.runner.run('notices.unshown', {}, TELLER)
    expect(value).toMatchObject({ serving: false })
  })

  test('at the last second before it the day is still the old one, one second later the new', () => {
    engine.sources.at = Date.parse('2026-11-20T23:59:59+08:00')
    arrive(engine, 'A017')
    engine.sources.at += 1_000
    arrive(engine, 'A017')
    expect(tickets()).toEqual(['A017'])
    expect(rowOf(engine, 'SELECT count(DISTINCT on_date) AS days FROM visit')).toEqual({ days: 2 })
  })

  test('Shanghai keeps one time all year: each of 366 days has 86 400 seconds and its own board', () => {
    for (let day = 0; day < 366; day++) {
      expect(board().visits).toEqual([])
      arrive(engine, 'A001')
      later(engine, DAY)
    }
  })
})

describe('two records of one person, one of them left open yesterday', () => {
  test.each(['older', 'newer'] as const)(
    '%s: today’s visit stays on the board when they are joined',
    (left) => {
      const older = addPerson(engine)
      const newer = addPerson(engine)
      const [forgotten, present] = left === 'older' ? [older, newer] : [newer, older]
      const { uid } = arrive(engine, 'A017', forgotten)
      later(engine, DAY)
      arrive(engine, 'A018', present)
      merge(older, newer)
      expect(board().visits).toMatchObject([{ tickets: ['A018'], customer: { uid: older.uid } }])
      expect(stateOf(uid)).toBe('left')
    },
  )
})

describe('a clock that ran a day ahead and was set right', () => {
  test('lets in whoever was noted tomorrow already', () => {
    const person = addPerson(engine)
    later(engine, DAY)
    const { uid } = arrive(engine, 'A017', person)
    later(engine, -DAY)
    expect(arrive(engine, 'A017', person).tickets).toEqual(['A017'])
    expect(stateOf(uid)).toBe('left')
  })

  test('lets a stranger be recognised as somebody who was noted tomorrow', () => {
    const person = addPerson(engine)
    later(engine, DAY)
    arrive(engine, 'A017', person)
    later(engine, -DAY)
    const stranger = arrive(engine, 'A017')
    engine.run('lobby.identify', {
      visitUid: stranger.uid,
      who: { kind: 'customer', customerUid: person.uid },
    })
    expect(board().visits).toMatchObject([{ uid: stranger.uid, customer: { uid: person.uid } }])
  })

  test('takes the end of a visit back, whatever was forgotten on another day', () => {
    const person = addPerson(engine)
    arrive(engine, 'A017', person)
    later(engine, DAY)
    const stranger = arrive(engine, 'A018')
    advance(stranger.uid, 'leave')
    engine.run('lobby.identify', {
      visitUid: stranger.uid,
      who: { kind: 'customer', customerUid: person.uid },
    })
    expect(advance(stranger.uid, 'undo')).toMatchObject({ state: 'waiting' })
    expect(tickets()).toEqual(['A018'])
  })

  test('shows no waiting time before the arrival, and the audit’s chain holds', () => {
    later(engine, 30)
    const visit = arrive(engine, 'A017')
    later(engine, -DAY)
    advance(visit.uid, 'serve')
    later(engine, DAY)
    expect(board().counts.averageWaitMs).toBe(0)
    expect(engine.run('audit.verify', {}, HEAD)).toMatchObject({ intact: true })
  })
})
