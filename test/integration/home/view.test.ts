import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  HEAD,
  LOBBY,
  noonOf,
  OTHER_RM,
  openCounter,
  RM,
  TELLER,
} from '../../support/intents/counter-branch.ts'
import { saved } from '../../support/leads/lobby-branch.ts'

/** A Monday: the last working day is the Friday before. */
const TODAY = '2026-11-23'
const FRIDAY = '2026-11-20'
let engine: TestEngine
beforeEach(() => {
  engine = openCounter(TODAY)
})
afterEach(() => engine.close())

/** An open intent of a manager with that next date. */
function intentOf(ownerNo: string, nextOn: string): void {
  const person = addPerson(engine, { ownerNo })
  const { intent } = engine.run(
    'intents.flag',
    { customerUid: person.uid, product: 'loan', level: 'high' },
    { ...RM, no: ownerNo },
  )
  engine.connection.statement('UPDATE intent SET next_on = ? WHERE uid = ?').run(nextOn, intent.uid)
}

describe('X3: the front page', () => {
  test('counts what has come due of the caller’s own, and the branch’s only for who shares out the work', () => {
    for (const on of ['2026-11-19', FRIDAY, TODAY, '2026-11-24']) intentOf(RM.no, on)
    intentOf(OTHER_RM.no, FRIDAY)
    expect(engine.run('home.view', {}, RM)).toMatchObject({
      followups: { overdue: 2, today: 1 },
      branch: null,
    })
    for (const staff of [LOBBY, HEAD]) {
      expect(engine.run('home.view', {}, staff)).toMatchObject({
        followups: { overdue: 0, today: 0 },
        branch: { followups: { overdue: 3, today: 1 } },
      })
    }
  })

  test('says who waits in the lobby and since when', () => {
    expect(engine.run('home.view', {}, TELLER).lobby).toEqual({ waiting: 0, firstAt: null })
    const first = engine.run('lobby.arrive', { ticket: 'A001', business: 'cash' }, LOBBY).visit
    engine.run('lobby.arrive', { ticket: 'A002', business: 'cash' }, LOBBY)
    expect(engine.run('home.view', {}, TELLER).lobby).toEqual({ waiting: 2, firstAt: first.arrivedAt })
    engine.run('lobby.advance', { visitUid: first.uid, move: 'serve' }, LOBBY)
    expect(engine.run('home.view', {}, TELLER).lobby.waiting).toBe(1)
  })

  test('counts referrals that wait for the caller, with the nearest clock', () => {
    const person = addPerson(engine)
    const offer = { customerUid: person.uid, product: 'loan', level: 'high', reason: '问利率' } as const
    const { acceptByAt } = engine.run('referrals.offer', { ...offer, toNo: RM.no }, TELLER)
    expect(engine.run('home.view', {}, RM).referrals).toEqual({ waiting: 1, nearestAt: acceptByAt })
    expect(engine.run('home.view', {}, OTHER_RM).referrals).toEqual({ waiting: 0, nearestAt: null })
    expect(engine.run('home.view', {}, HEAD).branch?.referrals.waiting).toBe(1)
  })

  test('counts what the last working day came to: one’s own, or the branch’s', () => {
    for (const owner of [RM.no, RM.no, OTHER_RM.no]) intentOf(owner, TODAY)
    const { connection } = engine
    connection.script(`UPDATE intent_evidence SET on_date = '${FRIDAY}'`)
    const insert = connection.statement(
      `INSERT INTO contact (uid, customer_id, channel, outcome, marketing, note, on_date, at, staff_no)
       VALUES (?, 1, 'face', 'reached', 0, '', ?, 0, ?)`,
    )
    for (const [uid, on, no] of [
      ['a', FRIDAY, RM.no],
      ['b', FRIDAY, OTHER_RM.no],
      ['c', '2026-11-22', RM.no],
    ] as const) {
      insert.run(uid, on, no)
    }
    connection
      .statement(`UPDATE intent SET status = 'converted', closed_at = ? WHERE id = 1`)
      .run(noonOf(FRIDAY))
    expect(engine.run('home.view', {}, RM).lastDay).toEqual({
      on: FRIDAY,
      contacts: 1,
      flagged: 2,
      won: 1,
      leads: 0,
    })
    expect(engine.run('home.view', {}, HEAD).lastDay).toMatchObject({ contacts: 2, flagged: 3, won: 1 })
  })

  test('counts the leads of the branch’s day, from midnight to midnight, for who entered them', () => {
    const entered = [
      ['0001', '2026-11-20T00:00:00+08:00', RM],
      ['0002', '2026-11-20T23:59:59+08:00', TELLER],
      ['0003', '2026-11-21T00:00:00+08:00', TELLER],
      ['0004', '2026-11-19T23:59:59+08:00', RM],
    ] as const
    for (const [phoneTail, at, staff] of entered) {
      engine.sources.at = Date.parse(at)
      saved(engine, { phoneTail }, staff)
    }
    engine.sources.at = noonOf(TODAY)
    expect(engine.run('home.view', {}, RM).lastDay).toMatchObject({ on: FRIDAY, leads: 1 })
    expect(engine.run('home.view', {}, TELLER).lastDay.leads).toBe(1)
    expect(engine.run('home.view', {}, HEAD).lastDay.leads).toBe(2)
  })
})
