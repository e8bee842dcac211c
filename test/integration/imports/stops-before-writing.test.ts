import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { countOf, databaseImage } from '../../support/imports/database-image.ts'
import { ImportingBranch } from '../../support/imports/importing-branch.ts'
import { runImport } from '../../support/imports/run-job.ts'

let branch: ImportingBranch
beforeEach(() => {
  branch = new ImportingBranch()
})
afterEach(() => branch.close())

/** Customers of whom some have a phone that cannot be read. */
function customers(all: number, unreadable: number, from = 0) {
  return Array.from({ length: all }, (_, n) => ({
    key: `C${n}`,
    name: '李明',
    phone: n >= from && n < from + unreadable ? '1390000' : '13900000000',
  }))
}

describe('a file of which a tenth carries one flag', () => {
  test('stops the run before it writes, and is named with column and share', async () => {
    await branch.load({ customers: customers(40, 0) })
    const before = databaseImage(branch.engine.connection)
    await expect(branch.load({ customers: customers(40, 4) })).rejects.toMatchObject({
      code: 'imports.tooManyFlagged',
      detail: {
        file: 'customers.csv',
        columns: 'phone',
        field: 'phone',
        problem: 'phone-unreadable',
        flagged: 4,
        records: 40,
        percent: 10,
      },
    })
    expect(databaseImage(branch.engine.connection)).toEqual(before)
    expect(countOf(branch.engine.connection, 'import_run')).toBe(1)
  })

  test('a smaller share is flagged and enters', async () => {
    const { entities } = await branch.load({ customers: customers(40, 3) })
    expect(entities.customers).toMatchObject({ added: 40, flagged: 3 })
  })

  test('a handful of records is too few to judge by', async () => {
    const { entities } = await branch.load({ customers: customers(19, 19) })
    expect(entities.customers).toMatchObject({ added: 19, flagged: 19 })
  })

  test('different flags and columns are not added up', async () => {
    const rows = customers(40, 3).map((row, n) => ({ ...row, sex: n >= 30 && n < 33 ? 'X' : '男' }))
    const { entities } = await branch.load({ customers: rows })
    expect(entities.customers).toMatchObject({ added: 40, flagged: 6 })
  })

  test.each([
    [25, 10, true],
    [26, 10, false],
    ['never' as const, 40, false],
  ])(
    'the profile sets the share: at %s with %i of 40 it stops: %s',
    async (stopAtFlagged, unreadable, stops) => {
      const profile = { ...branch.folder.write({ customers: customers(40, unreadable) }), stopAtFlagged }
      const run = runImport(branch.engine, profile, branch.folder.path)
      if (stops) await expect(run).rejects.toMatchObject({ code: 'imports.tooManyFlagged' })
      else expect((await run).state).toBe('done')
    },
  )

  test('that begins well is found out at its end, and what was written is taken back', async () => {
    await branch.load({ customers: customers(40, 0) })
    const before = branch.rows('SELECT customer_no, phone, version FROM customer ORDER BY id')
    await expect(branch.load({ customers: customers(6_000, 900, 5_000) })).rejects.toMatchObject({
      code: 'imports.tooManyFlagged',
      detail: { flagged: 900, records: 6_000, percent: 15 },
    })
    expect(branch.rows('SELECT customer_no, phone FROM customer ORDER BY id')).toEqual(
      before.map((row) => ({ ...(row as object), version: undefined })).map(({ version: _, ...row }) => row),
    )
    expect(branch.rows('SELECT state, error FROM import_run ORDER BY id')).toMatchObject([
      { state: 'done' },
      { state: 'failed', error: 'imports.tooManyFlagged' },
    ])
  })

  test('that begins badly and is good on the whole enters', async () => {
    const { entities } = await branch.load({ customers: customers(6_000, 400) })
    expect(entities.customers).toMatchObject({ added: 6_000, flagged: 400 })
  })

  test('the second file is looked at before the first is written', async () => {
    const accounts = Array.from({ length: 40 }, (_, n) => ({
      key: `A${n}`,
      customerKey: 'C1',
      kind: 'demand',
      balance: '1.00',
      status: '9',
    }))
    await expect(branch.load({ customers: customers(40, 0), accounts })).rejects.toMatchObject({
      code: 'imports.tooManyFlagged',
      detail: { file: 'accounts.csv', field: 'status', percent: 100 },
    })
    expect(countOf(branch.engine.connection, 'customer')).toBe(0)
    expect(countOf(branch.engine.connection, 'import_run')).toBe(0)
  })
})

describe('an extract of an earlier day', () => {
  const of = (phone: string) => ({ customers: [{ key: 'C1', name: '李明', phone }] })

  test('is refused before anything is written, with both days', async () => {
    await branch.load(of('10000000002'), { asOf: '2026-11-19' })
    await expect(branch.load(of('10000000001'), { asOf: '2026-10-01' })).rejects.toMatchObject({
      code: 'imports.olderExtract',
      detail: { asOf: '2026-10-01', newest: '2026-11-19' },
    })
    expect(branch.rows('SELECT phone, as_of FROM customer')).toEqual([
      { phone: '10000000002', as_of: '2026-11-19' },
    ])
    expect(countOf(branch.engine.connection, 'import_run')).toBe(1)
  })

  test('enters where it is allowed', async () => {
    await branch.load(of('10000000002'), { asOf: '2026-11-19' })
    await branch.load(of('10000000001'), { asOf: '2026-10-01', allowOlder: true })
    expect(branch.rows('SELECT phone FROM customer')).toEqual([{ phone: '10000000001' }])
  })

  test('the same day again, and an earlier day once the later import is undone, are no older extract', async () => {
    await branch.load(of('10000000001'), { asOf: '2026-11-19' })
    expect((await branch.load(of('10000000002'), { asOf: '2026-11-19' })).state).toBe('done')
    branch.engine.connection.script(`UPDATE import_run SET state = 'undone'`)
    expect((await branch.load(of('10000000003'), { asOf: '2026-10-01' })).state).toBe('done')
  })

  test('a backlog of transactions, and data of another kind, are let in', async () => {
    await branch.load(
      {
        customers: [{ key: 'C1', name: '李明' }],
        accounts: [{ key: 'A1', customerKey: 'C1', kind: 'demand', balance: '1.00' }],
      },
      { asOf: '2026-11-19' },
    )
    const transactions = [
      { key: 'T1', accountKey: 'A1', on: '2026-01-05', direction: 'in', amount: '1.00', kind: 'cash' },
    ]
    expect((await branch.load({ transactions }, { asOf: '2026-10-01' })).state).toBe('done')
    const loans = [{ key: 'L1', customerKey: 'C1', principal: '1.00' }]
    expect((await branch.load({ loans }, { asOf: '2026-10-01' })).state).toBe('done')
  })
})
