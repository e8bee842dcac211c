import { afterEach, beforeEach, expect, test } from 'vitest'
import { openEngine, type TestEngine } from '../../support/engine/open-engine.ts'

let engine: TestEngine
beforeEach(() => {
  engine = openEngine()
})
afterEach(() => engine.close())

test('founding a branch leaves one outbox row and one audit row in the same transaction', () => {
  expect(engine.connection.statement('SELECT seq, operation, staff_no FROM outbox').all()).toEqual([
    { seq: 1, operation: 'branch.create', staff_no: '8001' },
  ])
  expect(engine.connection.statement('SELECT seq, action FROM audit').all()).toEqual([
    { seq: 1, action: 'branch.create' },
  ])
})

test('a refused command leaves no row, no outbox entry and no audit link', () => {
  const insert = { no: '8001', name: '重号', role: 'teller' }
  expect(() =>
    engine.runner.run('staff.insert', insert, { no: '8001', name: '赵明', role: 'head' }),
  ).toThrowError('staff.numberTaken')
  const counts = engine.connection
    .statement(
      'SELECT (SELECT count(*) FROM staff) s, (SELECT count(*) FROM outbox) o, (SELECT count(*) FROM audit) a',
    )
    .get()
  expect(counts).toEqual({ s: 1, o: 1, a: 1 })
})

test('the audit can be neither changed nor thinned out', () => {
  expect(() => engine.connection.script(`UPDATE audit SET action = 'x'`)).toThrowError('audit is append-only')
  expect(() => engine.connection.script('DELETE FROM audit')).toThrowError('audit is append-only')
})

test('the writer commits with full synchronisation in WAL mode and checks foreign keys', () => {
  expect(engine.connection.pragma('synchronous')).toBe(2)
  expect(engine.connection.pragma('journal_mode')).toBe('wal')
  expect(engine.connection.pragma('foreign_keys')).toBe(1)
})
