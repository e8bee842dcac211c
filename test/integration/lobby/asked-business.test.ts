import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import { openLobby, report } from '../../support/lobby/open-lobby.ts'

let engine: TestEngine
beforeEach(() => {
  engine = openLobby()
})
afterEach(() => engine.close())

const businesses = () => engine.run('lobby.board', {}).visits.map(({ business }) => business)
const stored = () =>
  engine.connection.statement<{ business: string | null }>('SELECT business FROM visit ORDER BY id').all()

test('what nobody asked for stays empty, typed by hand and told by a machine', () => {
  engine.run('lobby.arrive', { ticket: 'A001' })
  report(engine, { ticket: 'A002', business: null })
  expect(businesses()).toEqual([null, null])
  expect(stored()).toEqual([{ business: null }, { business: null }])
})

test('what was said or asked counts, and the first words may say it later', () => {
  report(engine, { ticket: 'A001', business: 'fx' })
  const { visit } = engine.run('lobby.arrive', { ticket: 'A002' })
  const found = { kind: 'business', business: 'loan' } as const
  expect(engine.run('lobby.firstContact', { visitUid: visit.uid, found }).business).toBe('loan')
  expect(businesses()).toEqual(['fx', 'loan'])
})

test('a ticket that is parted from somebody who was not asked was not asked either', () => {
  const { visit } = engine.run('lobby.arrive', { ticket: 'A001' })
  engine.connection
    .statement(
      "INSERT INTO visit_ticket (on_date, ticket, visit_id, at) SELECT on_date, 'A002', id, 1 FROM visit",
    )
    .run()
  expect(engine.run('lobby.part', { visitUid: visit.uid, ticket: 'A002' }).parted.business).toBeNull()
})
