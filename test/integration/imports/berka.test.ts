import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importProfileSchema } from '../../../src/shared/contract/import-profile.ts'
import type { EntityCounts } from '../../../src/shared/contract/imports.ts'
import type { KeptSheet } from '../../../src/shared/contract/internal/imports.ts'
import { openEngine, type TestEngine } from '../../support/engine/open-engine.ts'
import { countOf } from '../../support/imports/database-image.ts'
import { runImport, undoImport } from '../../support/imports/run-job.ts'

/** A Czech bank's own extract (PKDD'99), kept outside the project. */
const FOLDER = fileURLToPath(new URL('../../../../shared/data/berka', import.meta.url))
const PROFILE = new URL('../../fixtures/profiles/berka.json', import.meta.url)
const present = existsSync(FOLDER)
if (!present) console.info(`skipped: there is no Berka extract at ${FOLDER}`)

/** What the set holds; the transaction file stops in the middle of its last row. */
const ROWS = { customers: 5369, accounts: 4500, loans: 682, cards: 892, transactions: 49_102 }
const CUT_LINE = 49_104
const TIMEOUT_MS = 120_000

type Outcome = Omit<EntityCounts, 'seconds' | 'lines'>

function counts({ entities }: KeptSheet): Record<string, Outcome> {
  return Object.fromEntries(
    Object.entries(entities).map(([entity, { seconds: _, lines: _lines, ...rest }]) => [entity, rest]),
  )
}

function expected(fate: 'added' | 'unchanged'): Record<string, Outcome> {
  const none = {
    added: 0,
    updated: 0,
    unchanged: 0,
    merged: 0,
    rejected: 0,
    flagged: 0,
    skipped: 0,
    repeated: 0,
  }
  return Object.fromEntries(
    Object.entries(ROWS).map(([entity, rows]) => {
      const rejected = entity === 'transactions' ? 1 : 0
      return [entity, { ...none, read: rows + rejected, rejected, [fate]: rows }]
    }),
  )
}

interface RawRow {
  readonly on: string
  readonly signed: number
  readonly balance: number
}

/** The rows of each account's last day, out of the file itself and by nothing of the product. */
function lastDaysOf(file: string): Map<string, RawRow[]> {
  const days = new Map<string, RawRow[]>()
  for (const line of file.split(/\r?\n/).slice(1)) {
    const [, account = '', on = '', type, , amount, balance, ...rest] = line
      .split(';')
      .map((cell) => cell.replaceAll('"', ''))
    if (rest.length < 3) continue
    const fen = Math.round(Number(amount) * 100)
    const row = { on, signed: type === 'PRIJEM' ? fen : -fen, balance: Math.round(Number(balance) * 100) }
    const day = days.get(account)
    if (day === undefined || day[0] === undefined || on > day[0].on) days.set(account, [row])
    else if (on === day[0].on) day.push(row)
  }
  return days
}

/** The file rounds amounts and balances to 0.10 each. */
function continues(next: RawRow, row: RawRow): boolean {
  return Math.abs(next.balance - next.signed - row.balance) <= 10
}

describe.skipIf(!present)('the whole extract of a real bank', { timeout: TIMEOUT_MS }, () => {
  let engine: TestEngine
  let first: KeptSheet
  beforeAll(async () => {
    engine = openEngine('1999-01-04')
    const profile = importProfileSchema.parse(JSON.parse(readFileSync(PROFILE, 'utf8')))
    first = await runImport(engine, profile, FOLDER)
  }, TIMEOUT_MS)
  afterAll(() => engine.close())

  test('goes in whole, and the one row that is cut off is named with its line', () => {
    expect(first.state).toBe('done')
    expect(counts(first)).toEqual(expected('added'))
    const rejects = readFileSync(first.rejectFile ?? '', 'utf8')
      .trimEnd()
      .split('\r\n')
    expect(rejects).toHaveLength(2)
    expect(rejects[1]).toMatch(new RegExp(`^trans\\.asc,${CUT_LINE},rejected,cut-short,`))
  })

  test('leaves every customer with facts and found by their number', () => {
    expect(countOf(engine.connection, 'customer_facts')).toBe(ROWS.customers)
    expect(countOf(engine.connection, 'customer WHERE search_bucket < 0')).toBe(0)
  })

  test('takes each balance from the row of the last day that no other row continues', () => {
    const raw = lastDaysOf(readFileSync(`${FOLDER}/trans.asc`, 'latin1'))
    const stored = new Map(
      engine.connection
        .statement<{ no: string; fen: number; unknown: number }>(
          'SELECT account_no AS no, balance_fen AS fen, balance_unknown AS unknown FROM account',
        )
        .all()
        .map(({ no, fen, unknown }) => [no, unknown === 1 ? null : fen] as const),
    )
    const several = [...raw].filter(([, rows]) => rows.length > 1)
    const decided = several.flatMap(([account, rows]) => {
      const ends = rows.filter((row) => !rows.some((next) => next !== row && continues(next, row)))
      return ends.length === 1 ? [[account, ends[0]?.balance] as const] : []
    })
    expect([raw.size, several.length, decided.length]).toEqual([1229, 876, 876])
    expect(decided.filter(([account, balance]) => stored.get(account) !== balance)).toEqual([])
    const single = [...raw].filter(([, rows]) => rows.length === 1)
    expect(single.filter(([account, [row]]) => stored.get(account) !== row?.balance)).toEqual([])
  })

  test('calls the balance of an account without any transaction unknown, which is not zero', () => {
    expect(countOf(engine.connection, 'account WHERE balance_unknown = 1 AND balance_fen = 0')).toBe(
      ROWS.accounts - 1229,
    )
  })

  test('changes nothing the second time', async () => {
    const profile = importProfileSchema.parse(JSON.parse(readFileSync(PROFILE, 'utf8')))
    const second = await runImport(engine, profile, FOLDER)
    expect(counts(second)).toEqual(expected('unchanged'))
    expect(countOf(engine.connection, 'import_change')).toBe(0)
  })

  test('is undone as a whole, although another import came after it', async () => {
    const sheet = await undoImport(engine, first.uid)
    expect([sheet.state, sheet.keptRows]).toEqual(['undone', 0])
    for (const table of ['customer', 'account', 'loan', 'card', 'txn', 'search_key', 'customer_facts'])
      expect([table, countOf(engine.connection, table)]).toEqual([table, 0])
    expect(engine.connection.pragma('integrity_check')).toBe('ok')
  })
})
