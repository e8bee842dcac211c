import { afterAll, beforeAll, expect, test } from 'vitest'
import { integer, orNull, text } from '../../../src/main/engine/schema/columns.ts'
import { declaredStatements, Read } from '../../../src/main/engine/statement.ts'
import { faultsOf } from '../../support/engine/check-read.ts'
import { openEngine, type TestEngine } from '../../support/engine/open-engine.ts'

let engine: TestEngine
beforeAll(() => {
  engine = openEngine()
})
afterAll(() => engine.close())

test('every declared query reads the columns that it declares, and every declared write can be prepared', () => {
  const faults = declaredStatements().flatMap((statement) => {
    if (!(statement instanceof Read)) {
      engine.connection.statement(statement.sql)
      return []
    }
    return faultsOf(engine.connection, statement).map((fault) => `${fault}: ${statement.sql}`)
  })
  expect(declaredStatements().length).toBeGreaterThan(0)
  expect(faults).toEqual([])
})

test.each([
  [{ uid: text }, 'SELECT uid FROM staff', []],
  [{ no: text }, 'SELECT uid FROM staff', ['uid is read and not declared', 'no is declared and not read']],
  [{ uid: integer }, 'SELECT uid FROM staff', ['uid is TEXT and declared INTEGER']],
  [{ closed_at: integer }, 'SELECT closed_at FROM intent', ['closed_at can be null']],
  [{ uid: orNull(text) }, 'SELECT uid FROM staff', ['uid can not be null']],
  [
    { uid: text },
    'SELECT staff.uid FROM intent LEFT JOIN staff ON staff.no = intent.owner_no',
    ['uid can be null'],
  ],
  [{ uid: orNull(text) }, 'SELECT staff.uid FROM intent LEFT JOIN staff ON staff.no = intent.owner_no', []],
  [{ uid: text }, 'SELECT staff.uid FROM intent JOIN staff ON staff.no = intent.owner_no', []],
])('a declaration is compared with the statement: %o, %s', (columns, sql, faults) => {
  expect(faultsOf(engine.connection, new Read(columns, sql))).toEqual(faults)
})
