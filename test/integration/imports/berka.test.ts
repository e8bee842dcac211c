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

function counts({ entities }: KeptSheet): Record<string, Omit<EntityCounts, 'seconds'>> {
  return Object.fromEntries(
    Object.entries(entities).map(([entity, { seconds: _, ...rest }]) => [entity, rest]),
  )
}

function expected(fate: 'added' | 'unchanged'): Record<string, Omit<EntityCounts, 'seconds'>> {
  const none = { added: 0, updated: 0, unchanged: 0, merged: 0, rejected: 0, flagged: 0 }
  return Object.fromEntries(
    Object.entries(ROWS).map(([entity, rows]) => {
      const rejected = entity === 'transactions' ? 1 : 0
      return [entity, { ...none, read: rows + rejected, rejected, [fate]: rows }]
    }),
  )
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

  test('takes each balance from the last transaction of the account', () => {
    const wrong = engine.connection
      .statement<{ n: number }>(
        `SELECT count(*) AS n FROM account WHERE balance_fen <> (
           SELECT balance_fen FROM txn WHERE account_id = account.id AND txn.customer_id = account.customer_id
           ORDER BY on_date DESC, CAST(txn_no AS INTEGER) DESC LIMIT 1)`,
      )
      .get()?.n
    expect(wrong).toBe(0)
    expect(countOf(engine.connection, 'account WHERE balance_fen <> 0')).toBeGreaterThan(0)
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
