import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { BranchState } from '../../../src/main/engine/branch-state.ts'
import { Connection } from '../../../src/main/engine/connection.ts'
import type { TableName } from '../../../src/main/engine/schema.ts'
import { WATCHED } from '../../../src/main/scheduler/time-keeper.ts'
import { HEAD, openEngine, type TestEngine } from '../../support/engine/open-engine.ts'

/** A branch is founded before anybody is signed in; the ladder changes only with an intent, or when the clock ran it. */
const NEVER_ALONE: readonly TableName[] = ['branch', 'escalation']

let engine: TestEngine
beforeEach(() => {
  engine = openEngine()
})
afterEach(() => {
  vi.restoreAllMocks()
  engine.close()
})

const allTables = (): readonly TableName[] =>
  engine.connection
    .statement<{ name: TableName }>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
    .all()
    .map(({ name }) => name)

/** Tables that are named in the statements that `work` asks for. */
function tablesReadBy(work: () => void): Set<TableName> {
  const tables = allTables()
  const texts: string[] = []
  const { statement } = Connection.prototype
  vi.spyOn(Connection.prototype, 'statement').mockImplementation(function (this: Connection, sql: string) {
    texts.push(sql)
    return statement.call(this, sql)
  })
  work()
  vi.restoreAllMocks()
  const named = texts.flatMap((sql) => [...sql.matchAll(/\b(?:FROM|JOIN)\s+(\w+)/g)].map(([, name]) => name))
  return new Set(tables.filter((table) => named.includes(table)))
}

test('the kept settings and calendar are read anew after a change of a table that they are read from, and of no other', () => {
  const state = new BranchState(engine.connection)
  const read = tablesReadBy(() => state.branch)
  expect(read.size).toBeGreaterThan(2)
  const forgetting = allTables().filter((table) => {
    state.afterWrite([table])
    return tablesReadBy(() => state.branch).size > 0
  })
  expect(forgetting).toEqual([...read])
})

test('the clock looks again after a change of a table that a due instant is read from, and of no other', () => {
  const due = [
    'followups.ladderDueAt',
    'notices.tellDueAt',
    'referrals.nextBounceAt',
    'notices.unshown',
  ] as const
  const read = tablesReadBy(() => {
    engine.runner.branch.afterWrite(['setting'])
    for (const name of due) engine.runner.run(name, {}, HEAD)
  })
  expect(read.size).toBeGreaterThan(4)
  for (const table of NEVER_ALONE) expect(read.delete(table), table).toBe(true)
  expect([...read].sort()).toEqual([...WATCHED].sort())
})
