import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Connection } from '../../../src/main/engine/connection.ts'
import { migrate } from '../../../src/main/engine/migrations/index.ts'

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

const print = (uid: string, kind: string) => `
  INSERT INTO list_print (uid, kind, owner_no, printed_by, printed_at, as_of, shred_by)
    VALUES ('${uid}', '${kind}', '8001', '8001', 1, '2026-11-20', '2026-11-27');`

test('110 prints: prints keep number, kind and rows, a number is never given out twice, customers may be printed', () => {
  migrate(connection, 90)
  connection.script(`
    INSERT INTO staff (uid, no, name, role, created_at, updated_at) VALUES ('s1', '8001', '赵明', 'head', 1, 1);
    INSERT INTO customer (uid, customer_no, name, pinyin, initials, source, as_of, created_at, updated_at)
      VALUES ('c1', 'C1', '单雨', 'shanyu', 'sy', 'extract', '2026-11-20', 1, 1);
    INSERT INTO intent (uid, customer_id, product, level, status, created_by, last_evidence_on, created_at, closed_at, updated_at)
      VALUES ('i1', 1, 'loan', 'mid', 'lost', '8001', '2026-11-20', 1, 1, 1);
    ${print('p1', 'daily')} ${print('p2', 'morning')} ${print('p3', 'daily')}
    INSERT INTO list_print_row (print_no, row_no, intent_id, group_name) VALUES (1, 1, 1, 'today');
    DELETE FROM list_print WHERE print_no = 3;
  `)
  migrate(connection)
  const prints = connection
    .statement<{ no: number; kind: string; shows: string | null }>(
      'SELECT print_no AS no, kind, shows FROM list_print ORDER BY print_no',
    )
    .all()
  expect(prints).toEqual([
    { no: 1, kind: 'daily', shows: null },
    { no: 2, kind: 'morning', shows: null },
  ])
  expect(connection.statement('SELECT print_no, row_no FROM list_print_row').all()).toHaveLength(1)
  connection.script(print('p4', 'customers'))
  connection.script('INSERT INTO list_print_person (print_no, row_no, customer_id) VALUES (4, 1, 1)')
  expect(() => connection.script(print('p5', 'invented'))).toThrowError()
})

test('170 work on paper: a print of customers keeps what it shows, now by its list, and work may be printed', () => {
  migrate(connection, 150)
  const shows = (list: object) =>
    JSON.stringify({ shows: { ...list, asked: {}, columns: ['owner'] }, total: { people: 1, orMore: false } })
  connection.script(`
    INSERT INTO staff (uid, no, name, role, created_at, updated_at) VALUES ('s1', '8001', '赵明', 'head', 1, 1);
    ${print('p1', 'daily')} ${print('p2', 'customers')}
    UPDATE list_print SET shows = '${shows({})}' WHERE uid = 'p2';
  `)
  migrate(connection)
  const prints = connection
    .statement<{ kind: string; shows: string | null }>('SELECT kind, shows FROM list_print ORDER BY print_no')
    .all()
  expect(prints[0]).toEqual({ kind: 'daily', shows: null })
  expect(prints[1]?.kind).toBe('customers')
  expect(JSON.parse(prints[1]?.shows ?? '')).toEqual(JSON.parse(shows({ list: 'customers' })))
  for (const kind of ['intents', 'leads', 'referrals']) connection.script(print(kind, kind))
  expect(() => connection.script(print('p5', 'invented'))).toThrowError()
  // A row is of one kind of work.
  expect(() =>
    connection.script('INSERT INTO list_print_work (print_no, row_no) VALUES (3, 1)'),
  ).toThrowError()
})
