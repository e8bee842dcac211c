import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Connection } from '../../../src/main/engine/connection.ts'
import type { Handlers } from '../../../src/main/engine/handlers.ts'
import { Runner } from '../../../src/main/engine/runner.ts'
import { handlers } from '../../../src/main/features/index.ts'
import { DEFAULT_SETTINGS } from '../../../src/shared/domain/branch/settings.ts'
import { HEAD, openEngine, type TestEngine } from '../../support/engine/open-engine.ts'

let engine: TestEngine
let other: Connection
beforeEach(() => {
  engine = openEngine()
  other = connect('reader')
})
afterEach(() => {
  other.close()
  engine.close()
})

/** A second connection to the same file, as another thread or another process has one. */
function connect(mode: 'reader' | 'writer'): Connection {
  return Connection.open({
    file: join(engine.folder, 'branch.db'),
    dataKey: new Uint8Array(32).fill(7),
    mode,
  })
}

const COUNT_STAFF = 'SELECT count(*) AS found FROM staff'

function countStaff(connection: Connection): number {
  return connection.statement<{ found: number }>(COUNT_STAFF).get()?.found ?? 0
}

function withHandlers(connection: Connection, some: object): Runner {
  return new Runner(connection, { ...handlers, ...some } as Handlers, engine.sources)
}

test('a query of several statements sees one instant: what is committed between two of them is not in the second', () => {
  const reader = withHandlers(other, {
    'staff.list': () => {
      const before = countStaff(other)
      engine.runner.run('staff.insert', { no: '1001', name: '职员', role: 'teller' }, HEAD)
      return [before, countStaff(other)]
    },
  })
  expect(reader.run('staff.list', {}, HEAD).value).toEqual([1, 1])
  expect(countStaff(other)).toBe(2)
})

test('settings and rows of a query are of the same instant', () => {
  const reader = withHandlers(other, {
    'settings.get': ({ settings }: { settings: typeof DEFAULT_SETTINGS }) => {
      engine.run('settings.save', { settings: { ...DEFAULT_SETTINGS, idleLockMinutes: 7 } })
      const row = other.statement<{ found: number }>('SELECT count(*) AS found FROM setting').get()
      return { minutes: settings.idleLockMinutes, rows: row?.found }
    },
  })
  expect(reader.run('settings.get', {}, HEAD).value).toEqual({
    minutes: DEFAULT_SETTINGS.idleLockMinutes,
    rows: 0,
  })
})

test('a query that is refused leaves no transaction open behind it', () => {
  const reader = withHandlers(other, {
    'staff.list': () => {
      countStaff(other)
      throw new RangeError('a bug')
    },
  })
  expect(() => reader.run('staff.list', {}, HEAD)).toThrow('engine.internal')
  engine.runner.run('staff.insert', { no: '1001', name: '职员', role: 'teller' }, HEAD)
  expect(countStaff(other)).toBe(2)
})

/** Holds the write lock on another connection until the runner has asked for it, then commits what `work` writes. */
function whileAnotherWrites(holder: Connection, runner: Runner, work: () => void): void {
  const begin = runner.connection.transaction.bind(runner.connection)
  holder.script('BEGIN IMMEDIATE')
  runner.connection.transaction = (of) => {
    // What the wait for the lock is, in one thread: the other one commits before this one gets it.
    work()
    holder.script('COMMIT')
    return begin(of)
  }
}

test('a write that waited for the lock carries a time that is not before the commit it waited for', () => {
  const holder = connect('writer')
  const { sources, runner } = engine
  const committedAt = sources.at + 9_000
  whileAnotherWrites(holder, runner, () => {
    sources.at = committedAt
  })
  runner.run('staff.insert', { no: '1001', name: '职员', role: 'teller' }, HEAD)
  holder.close()
  const last = engine.connection
    .statement<{ at: number }>('SELECT at FROM audit ORDER BY seq DESC LIMIT 1')
    .get()
  expect(last?.at).toBe(committedAt)
})

test('a write that waited for the lock goes by the settings that the other one saved', () => {
  const holder = connect('writer')
  const seen: number[] = []
  const runner = withHandlers(engine.connection, {
    'staff.insert': ({ settings }: { settings: typeof DEFAULT_SETTINGS }) => {
      seen.push(settings.idleLockMinutes)
      return { no: '1001' }
    },
  })
  // Asked once before, so that there is something kept that could be out of date.
  runner.run('staff.insert', {}, HEAD)
  whileAnotherWrites(holder, runner, () => {
    const value = JSON.stringify({ ...DEFAULT_SETTINGS, idleLockMinutes: 7 })
    holder.statement(`INSERT INTO setting (name, value, updated_at) VALUES ('branch', ?, 0)`).run(value)
  })
  runner.run('staff.insert', {}, HEAD)
  holder.close()
  expect(seen).toEqual([DEFAULT_SETTINGS.idleLockMinutes, 7])
})
