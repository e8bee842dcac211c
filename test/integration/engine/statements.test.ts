import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { declaredQueries, query, type Takes } from '../../../src/main/engine/query.ts'
import { integer, orNull, text } from '../../../src/main/engine/schema/columns.ts'
import { declaredStatements, Read, ReadArrays, Write } from '../../../src/main/engine/statement.ts'
import { faultsOf, faultsOfArrays } from '../../support/engine/check-read.ts'
import { HEAD, openEngine, type TestEngine } from '../../support/engine/open-engine.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = openEngine()
  for (const file of declaringModules()) await import(file)
})
afterAll(() => engine.close())

/** A statement is known once its module was loaded, and not all of them belong to an operation. */
function declaringModules(): string[] {
  return globSync('src/main/**/*.ts')
    .filter((file) => /from '.*\/(statement|query)\.ts'/.test(readFileSync(file, 'utf8')))
    .map((file) => resolve(file))
}

test('every declared query reads the columns that it declares, and every declared write can be prepared', () => {
  const faults = declaredStatements().flatMap((statement) => {
    if (statement instanceof Write) {
      engine.connection.statement(statement.sql)
      return []
    }
    const faults =
      statement instanceof ReadArrays
        ? faultsOfArrays(engine.connection, statement)
        : faultsOf(engine.connection, statement)
    return faults.map((fault) => `${fault}: ${statement.sql}`)
  })
  expect(declaredStatements().length).toBeGreaterThan(0)
  expect(faults).toEqual([])
})

test('no text is declared both for rows and for arrays: a connection keeps one statement a text, and how it answers', () => {
  const texts = (kind: typeof Read | typeof ReadArrays) =>
    declaredStatements().flatMap((each) => (each instanceof kind ? [each.sql] : []))
  const asArrays = new Set(texts(ReadArrays))
  expect(texts(Read).filter((sql) => asArrays.has(sql))).toEqual([])
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
  [
    { lead: text },
    'SELECT (SELECT uid FROM lead WHERE id = lead_id) AS lead FROM visit',
    ['lead can be null'],
  ],
  [{ lead: orNull(text) }, 'SELECT (SELECT uid FROM lead WHERE id = lead_id) AS lead FROM visit', []],
  [{ uid: text }, 'SELECT staff.uid FROM intent JOIN staff ON staff.no = intent.owner_no', []],
])('a declaration is compared with the statement: %o, %s', (columns, sql, faults) => {
  expect(faultsOf(engine.connection, new Read(columns, sql))).toEqual(faults)
})

test('where rows are arrays, the columns are compared in their order', () => {
  const NAME_THEN_NO = new ReadArrays(
    [
      ['name', text],
      ['no', text],
    ],
    'SELECT name, no FROM staff ORDER BY no LIMIT 1',
  )
  const swapped = { columns: NAME_THEN_NO.columns, sql: 'SELECT no, name FROM staff' }
  expect(NAME_THEN_NO.all(engine.connection)).toEqual([[HEAD.name, HEAD.no]])
  expect(faultsOfArrays(engine.connection, NAME_THEN_NO)).toEqual([])
  expect(faultsOfArrays(engine.connection, swapped)).toEqual([
    'no is read at another place than declared',
    'name is read at another place than declared',
  ])
})

test('a statement of the query builder has its constants in its text, so that a partial index is seen once', () => {
  for (const query of declaredQueries()) engine.connection.statement(query.sql)
  expect(declaredQueries().length).toBeGreaterThan(0)
  const OPEN = query((sql, at: Takes<{ ownerNo: string }>) =>
    sql.selectFrom('intent').select('id').where('status', '=', 'open').where('owner_no', '=', at.ownerNo),
  )
  expect(OPEN.sql).toBe(`select "id" from "intent" where "status" = 'open' and "owner_no" = ?`)
})

test('a value may stand in a statement more than once, and a missing one is no NULL', () => {
  const TWICE = query((sql, at: Takes<{ no: string }>) =>
    sql
      .selectFrom('staff')
      .select('name')
      .where((staff) => staff.or([staff('no', '=', at.no), staff('name', '=', at.no)])),
  )
  expect(TWICE.get(engine.connection, { no: HEAD.no })).toEqual({ name: HEAD.name })
  expect(() => TWICE.get(engine.connection, {} as { no: string })).toThrow('no value for no')
})

test('a row that claims a boolean is refused by its type', () => {
  const claim = () =>
    query((sql) =>
      // @ts-expect-error: SQLite answers 0 or 1, so `=== true` would never hold
      sql.selectFrom('staff').select((staff) => staff('active', '=', 1).as('active')),
    )
  expect(claim).toBeTypeOf('function')
})

/** Whose text is known only at run time, each with its reason beside it. */
const AT_RUN_TIME = [
  'src/main/features/imports/loading/before-images.ts',
  'src/main/features/imports/loading/remove-added.ts',
]

test('outside of the engine a statement is declared, unless its text is known only at run time', () => {
  const prepares = /\.statement(<[^>]*>)?\((?!\s*[\w.#]+\.sql\s*\))/
  const files = globSync('src/main/**/*.ts').filter((file) => !file.startsWith('src/main/engine/'))
  expect(files.length).toBeGreaterThan(100)
  const found = files.filter((file) => prepares.test(readFileSync(file, 'utf8')))
  expect(found.sort()).toEqual(AT_RUN_TIME)
})
