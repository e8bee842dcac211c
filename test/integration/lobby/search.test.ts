import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import { addPerson } from '../../support/intents/counter-branch.ts'
import { arrive, later, openLobby } from '../../support/lobby/open-lobby.ts'

let engine: TestEngine
beforeEach(() => {
  engine = openLobby()
})
afterEach(() => engine.close())

const search = (text: string) => engine.run('customers.search', { text })

test('a ticket finds the person who holds it first, with or without its zeros', () => {
  const person = addPerson(engine, { name: '王建国' })
  const { uid } = arrive(engine, 'A017', person)
  for (const text of ['A017', 'a17', 'Ａ０１７']) {
    expect(search(text)).toMatchObject({
      ticket: { ticket: 'A017', visitUid: uid, customerUid: person.uid },
      lines: [{ uid: person.uid, maskedName: '王**', matched: 'ticket' }],
    })
  }
})

test('who is found by ticket and by another key is listed once', () => {
  const person = addPerson(engine)
  arrive(engine, 'C001', person)
  expect(search('C0001').lines).toMatchObject([{ uid: person.uid, matched: 'ticket' }])
})

test('a stranger’s ticket says so and names nobody', () => {
  const { uid } = arrive(engine, 'A017')
  expect(search('A017')).toEqual({
    lines: [],
    more: false,
    ticket: { ticket: 'A017', visitUid: uid, customerUid: null },
  })
})

test('yesterday’s ticket finds nobody today, nor does the digits of one', () => {
  arrive(engine, 'A017', addPerson(engine))
  expect(search('017').ticket).toBeNull()
  later(engine, 24 * 60)
  expect(search('A017').ticket).toBeNull()
})
