import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Connection } from '../../../src/main/engine/connection.ts'
import { migrate } from '../../../src/main/engine/migrations/index.ts'
import { KEY_KIND } from '../../../src/main/engine/search-index/keys.ts'
import { rereadNames, rereadState } from '../../../src/main/engine/search-index/reread.ts'
import { removeSearchKeys } from '../../../src/main/engine/search-index/writer.ts'

let folder: string
let connection: Connection
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-migrations-'))
  const dataKey = new Uint8Array(32).fill(9)
  connection = Connection.open({ file: join(folder, 'branch.db'), dataKey, mode: 'writer' })
})
afterEach(() => {
  connection.close()
  rmSync(folder, { recursive: true, force: true })
})

const BUCKET = 11

/** Names with the keys that the version before gave them. */
const STORED = [
  ['王建国', 'wangjianguo', 'wjg'],
  ['單偉明', 'danweiming', 'dwm'],
  ['\u2fa6龙', 'long', 'l'],
  ['阿依古丽.买买提', 'ayigulimaimaiti', 'ayglmmt'],
  ['LYU WEI', 'lyuwei', 'lw'],
] as const

/** The keys of a name by the rules of the version before: the name without its middle dot, its ends, and the letters. */
function keysBefore(name: string, pinyin: string, initials: string): (readonly [number, string])[] {
  const points = [...name.toLowerCase()]
  const ends = points
    .slice(1)
    .flatMap((point, at) => (/\p{L}/u.test(point) ? [points.slice(at + 1).join('')] : []))
  return [
    [KEY_KIND.name, points.join('')],
    ...ends.map((end) => [KEY_KIND.nameSuffix, end] as const),
    [KEY_KIND.pinyin, pinyin],
    [KEY_KIND.initials, initials],
  ]
}

function storeBefore(): void {
  migrate(connection, 110)
  for (const [at, [name, pinyin, initials]] of STORED.entries()) {
    connection
      .statement(
        `INSERT INTO customer (uid, customer_no, name, pinyin, initials, search_bucket, source, as_of, created_at, updated_at)
         VALUES (?, ?, ?, ?, ?, ?, 'extract', '2026-11-20', 1, 1)`,
      )
      .run(`c${at}`, `C${at}`, name, pinyin, initials, BUCKET)
    const put = connection.statement(
      'INSERT INTO search_key (kind, bucket, key, customer_id) VALUES (?, ?, ?, ?)',
    )
    for (const [kind, key] of keysBefore(name, pinyin, initials)) put.run(kind, BUCKET, key, at + 1)
    put.run(KEY_KIND.customerNo, BUCKET, `C${at}`, at + 1)
  }
}

const keysOf = (customerId: number, kind: number) =>
  connection
    .statement<{ key: string }>('SELECT key FROM search_key WHERE customer_id = ? AND kind = ? ORDER BY key')
    .all(customerId, kind)
    .map(({ key }) => key)

test('150 names: stored names are read by the new rules step by step, and are found by the old keys until then', () => {
  storeBefore()
  migrate(connection)
  expect(rereadState(connection)).toEqual({ done: 0, total: 5 })
  expect(keysOf(2, KEY_KIND.pinyin)).toEqual(['danweiming'])

  const first = connection.transaction(() => rereadNames(connection, { done: 0, total: 5 }, 2))
  expect(first).toEqual({ done: 2, total: 5 })
  // Killed here: the next start goes on behind the second record.
  expect(rereadState(connection)).toEqual({ done: 2, total: 5 })
  expect(keysOf(2, KEY_KIND.pinyin)).toEqual(['danweiming', 'shanweiming'])
  expect(keysOf(2, KEY_KIND.name)).toEqual(['单伟明', '單偉明'])
  expect(keysOf(3, KEY_KIND.pinyin)).toEqual(['long'])

  expect(connection.transaction(() => rereadNames(connection, { done: 2, total: 5 }, 1_000))).toBeNull()
  expect(rereadState(connection)).toBeNull()
  expect(connection.statement('SELECT name, pinyin, initials FROM customer ORDER BY id').all()).toEqual([
    { name: '王建国', pinyin: 'wangjianguo', initials: 'wjg' },
    { name: '單偉明', pinyin: 'shanweiming', initials: 'swm' },
    { name: '金龙', pinyin: 'jinlong', initials: 'jl' },
    { name: '阿依古丽·买买提', pinyin: 'ayigulimaimaiti', initials: 'ayglmmt' },
    { name: 'LYU WEI', pinyin: 'lyuwei', initials: 'lw' },
  ])
  expect(keysOf(3, KEY_KIND.name)).toEqual(['金龙'])
  expect(keysOf(4, KEY_KIND.name)).toEqual(['阿依古丽买买提'])
  expect(keysOf(5, KEY_KIND.pinyin)).toEqual(['lvwei', 'lyuwei', 'weilv', 'weilyu'])
  expect(connection.statement('SELECT DISTINCT search_bucket AS bucket FROM customer').all()).toEqual([
    { bucket: BUCKET },
  ])
})

test('150 names: no key of the old rules is left behind when a person is taken out of the index', () => {
  storeBefore()
  migrate(connection)
  connection.transaction(() => removeSearchKeys(connection, [1, 2, 3, 4, 5]))
  expect(connection.statement('SELECT * FROM search_key').all()).toEqual([])
})

test('150 names: a branch without customers has nothing to read again', () => {
  migrate(connection)
  expect(rereadState(connection)).toBeNull()
})
