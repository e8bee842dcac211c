import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import { addPerson, type InventedPerson } from '../../support/intents/counter-branch.ts'
import { arrive, later, openLobby } from '../../support/lobby/open-lobby.ts'

/** Two records that turn out to be one person while that person is in the lobby. */
let engine: TestEngine
let older: InventedPerson
let newer: InventedPerson
beforeEach(() => {
  engine = openLobby()
  older = addPerson(engine)
  newer = addPerson(engine)
})
afterEach(() => engine.close())

const visits = () => engine.run('lobby.board', {}).visits

function merge(): void {
  const pairUid = '0190a1b2-0000-7000-8000-0000000000ff'
  engine.connection
    .statement(`INSERT INTO duplicate_pair (uid, left_id, right_id, reason) VALUES (?, ?, ?, 'same-phone')`)
    .run(pairUid, older.id, newer.id)
  engine.run('customers.decideDuplicate', { pairUid, decision: 'same' })
}

test('who is here on both records is one visitor with both tickets', () => {
  arrive(engine, 'A017', newer)
  later(engine, 2)
  arrive(engine, 'A018', older)
  merge()
  expect(visits()).toMatchObject([{ tickets: ['A017', 'A018'], customer: { uid: older.uid } }])
})

test('an open visit of the merged record is the person’s, and another ticket joins it', () => {
  const { uid } = arrive(engine, 'A017', newer)
  merge()
  expect(engine.run('lobby.visitOf', { customerUid: older.uid })?.uid).toBe(uid)
  arrive(engine, 'A018', older)
  expect(visits()).toHaveLength(1)
})

test('a visit that is over keeps its record, so that taking the merge back gives it back', () => {
  const { uid } = arrive(engine, 'A017', newer)
  engine.run('lobby.advance', { visitUid: uid, move: 'leave' })
  merge()
  expect(visits()).toMatchObject([{ customer: { uid: older.uid } }])
  engine.run('customers.undoMerge', { uid: newer.uid })
  expect(visits()).toMatchObject([{ customer: { uid: newer.uid } }])
})

test('taking back the end of a visit on a record that was merged meanwhile makes it the person’s', () => {
  const { uid } = arrive(engine, 'A017', newer)
  engine.run('lobby.advance', { visitUid: uid, move: 'leave' })
  merge()
  engine.run('lobby.advance', { visitUid: uid, move: 'undo' })
  arrive(engine, 'A018', older)
  expect(visits()).toMatchObject([{ uid, tickets: ['A017', 'A018'] }])
})
