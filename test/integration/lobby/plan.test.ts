import { afterEach, beforeEach, expect, test } from 'vitest'
import { OPEN_VISIT_OF_PERSON, VISITS_OF_DAY } from '../../../src/main/records/visits/read-visits.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import { addPerson } from '../../support/intents/counter-branch.ts'
import { arrive, openLobby, TODAY } from '../../support/lobby/open-lobby.ts'

let engine: TestEngine
beforeEach(() => {
  engine = openLobby()
})
afterEach(() => engine.close())

function planOf(sql: string, ...values: (string | number)[]): string[] {
  return engine.connection
    .statement<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...values)
    .map(({ detail }) => detail)
}

test('the board is one range of the index by day; everything beside a visit is a seek', () => {
  const plan = planOf(VISITS_OF_DAY.sql, TODAY)
  expect(plan).toContain('SEARCH visit USING INDEX visit_of_day (on_date=?)')
  expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([])
  expect(plan.join('\n')).toMatch(/visit_ticket USING (COVERING )?INDEX visit_ticket_by_visit/)
})

test('a person’s open visit is a seek', () => {
  const plan = planOf(OPEN_VISIT_OF_PERSON.sql, 1, 1, TODAY)
  expect(plan.join('\n')).toMatch(/SEARCH visit USING INDEX visit_(by_customer|one_open_per_person)/)
  expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([])
})

test('a day of five hundred arrivals stands on the board in the order of the lobby', () => {
  const people = Array.from({ length: 20 }, () => addPerson(engine))
  for (let index = 0; index < 500; index++) {
    engine.sources.at += 1_000
    const ticket = `${'ABCDE'.charAt(index / 100)}${String(index % 100).padStart(3, '0')}`
    const person = people[index]
    const { uid } = arrive(engine, ticket, person)
    if (index >= 60) engine.run('lobby.advance', { visitUid: uid, move: 'leave' })
  }
  const { visits, counts } = engine.run('lobby.board', {})
  expect(counts).toMatchObject({ arrived: 500, waiting: 60 })
  expect([visits[0], visits[59], visits[60], visits[499]].map((visit) => visit?.tickets[0])).toEqual([
    'A000',
    'A059',
    'E099',
    'A060',
  ])
})
