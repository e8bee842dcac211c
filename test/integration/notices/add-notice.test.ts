import { afterEach, beforeEach, expect, test } from 'vitest'
import { addNotice } from '../../../src/main/records/notices/add-notice.ts'
import { HEAD, openEngine, type TestEngine } from '../../support/engine/open-engine.ts'

let engine: TestEngine
beforeEach(() => {
  engine = openEngine('2026-11-20')
})
afterEach(() => engine.close())

test('F4: what was told under a key is not told again, and a new occasion is', () => {
  const told = (onceKey: string) => {
    let isNew = false
    const outcome = engine.runner.commit('audit.record', {}, HEAD, (context) => {
      isNew = addNotice(context, {
        staffNo: '3001',
        kind: 'intent-overdue',
        aboutUid: 'i',
        onceKey,
        detail: { days: 3 },
      })
    })
    return { isNew, tables: outcome.tables }
  }
  expect(told('a')).toEqual({ isNew: true, tables: ['notice', 'audit', 'outbox'] })
  expect(told('a')).toEqual({ isNew: false, tables: ['audit', 'outbox'] })
  expect(told('b').isNew).toBe(true)
  expect(engine.connection.statement('SELECT kind, on_date, detail, created_at FROM notice').all()).toEqual(
    Array.from({ length: 2 }, () => ({
      kind: 'intent-overdue',
      on_date: '2026-11-20',
      detail: '{"days":3}',
      created_at: engine.sources.at,
    })),
  )
})
