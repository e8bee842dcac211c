import { afterEach, beforeEach, expect, test } from 'vitest'
import { ImportingBranch } from '../../support/imports/importing-branch.ts'
import { undoImport } from '../../support/imports/run-job.ts'

let branch: ImportingBranch
beforeEach(() => {
  branch = new ImportingBranch()
})
afterEach(() => branch.close())

/** Customers of whom the first have no phone. */
function customers(all: number, without: number) {
  return Array.from({ length: all }, (_, n) => ({
    key: `C${n}`,
    name: '李明',
    phone: n < without ? '' : '13900000000',
  }))
}

test('a night in which a column lost values is told beside the night before, and the first has none', async () => {
  const first = await branch.load({ customers: customers(40, 0) }, { asOf: '2026-11-18' })
  expect(first).toMatchObject({ comparedWith: null, columns: [] })
  const second = await branch.load({ customers: customers(50, 15) }, { asOf: '2026-11-19' })
  expect(second.comparedWith).toBe('2026-11-18')
  expect(second.columns).toContainEqual({
    entity: 'customers',
    field: 'phone',
    before: { filled: 40, records: 40 },
    now: { filled: 35, records: 50 },
    lost: true,
  })
  expect(second.columns.filter((column) => column.lost).map(({ field }) => field)).toEqual(['phone'])
  expect(JSON.stringify(second.entities)).not.toContain('fields')
})

test('a night that was undone is none to compare with', async () => {
  await branch.load({ customers: customers(40, 0) }, { asOf: '2026-11-18' })
  const wrong = await branch.load({ customers: customers(40, 40) }, { asOf: '2026-11-19' })
  await undoImport(branch.engine, wrong.uid)
  const { comparedWith, columns } = await branch.load({ customers: customers(40, 1) }, { asOf: '2026-11-20' })
  expect(comparedWith).toBe('2026-11-18')
  expect(columns.find(({ field }) => field === 'phone')).toMatchObject({
    before: { filled: 40 },
    lost: false,
  })
})
