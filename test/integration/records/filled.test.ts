import { afterEach, beforeEach, expect, test } from 'vitest'
import { openIntentById } from '../../../src/main/records/intents/open-intent.ts'
import { openWork } from '../../../src/main/records/intents/open-work.ts'
import { DEFAULT_SETTINGS } from '../../../src/shared/domain/branch/settings.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import { openCounter } from '../../support/intents/counter-branch.ts'
import { promise } from '../../support/notices/clock-branch.ts'

const TODAY = '2026-09-25'

let engine: TestEngine
beforeEach(() => {
  engine = openCounter(TODAY)
})
afterEach(() => engine.close())

function flaggedIntent(nextOn: string): number {
  const uid = promise(engine, nextOn)
  return engine.connection.statement<{ id: number }>('SELECT id FROM intent WHERE uid = ?').get(uid)?.id ?? 0
}

/** Only a file that somebody changed by hand can have such a row. */
function withoutCheck(sql: string, id: number): void {
  engine.connection.pragma('ignore_check_constraints = ON')
  engine.connection.statement(sql).run(id)
  engine.connection.pragma('ignore_check_constraints = OFF')
}

const work = () =>
  openWork(engine.connection, null, { asOf: TODAY, nextWorkedOn: '2026-09-28' }, DEFAULT_SETTINGS)

test('F1: open work has an owner and its dates', () => {
  const id = flaggedIntent('2026-09-28')
  expect(openIntentById(engine.connection, id)).toMatchObject({ warnOn: '2026-09-28', nextOn: '2026-09-28' })
  expect(work().map((item) => [item.id, item.nextOn])).toEqual([[id, '2026-09-28']])
})

test('open work without an owner or a date is not taken for work that has them', () => {
  const ownerless = flaggedIntent('2026-09-28')
  withoutCheck('UPDATE intent SET owner_no = NULL WHERE id = ?', ownerless)
  expect(() => openIntentById(engine.connection, ownerless)).toThrow(TypeError)
  const dateless = flaggedIntent('2026-09-29')
  withoutCheck('UPDATE intent SET next_on = NULL WHERE id = ?', dateless)
  expect(() => openIntentById(engine.connection, dateless)).toThrow(TypeError)
  expect(work).toThrow(TypeError)
})
