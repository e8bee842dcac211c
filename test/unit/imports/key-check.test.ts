import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NO_LOOKUPS } from '../../../src/main/features/imports/reading/expression.ts'
import { checkKeys } from '../../../src/main/features/imports/reading/key-check.ts'
import { importProfileSchema } from '../../../src/shared/contract/import-profile.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'huiyan-keys-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const FIELDS = {
  key: { column: '流水号' },
  accountKey: { column: '账号' },
  on: { column: '日期' },
  direction: { column: '方向' },
  amount: { column: '金额' },
  kind: { constant: 'other' },
}

async function check(lines: readonly string[], fields: object = FIELDS) {
  writeFileSync(join(dir, 't.csv'), `${lines.join('\n')}\n`)
  const profile = importProfileSchema.parse({
    version: 1,
    name: '键',
    files: [{ entity: 'transactions', file: 't.csv', fields }],
  })
  const [file] = profile.files
  if (file === undefined || file.entity === 'lookup') throw new Error('there is one file')
  return checkKeys(dir, { fileName: 't.csv', profile: file }, NO_LOOKUPS)
}

test('both legs of a transfer and numbers that begin anew each day are one row each', async () => {
  const found = await check([
    '流水号,账号,日期,方向,金额',
    '1,A1,2026-11-05,借,5.00',
    '1,A2,2026-11-05,贷,5.00',
    '1,A1,2026-11-06,借,7.00',
  ])
  expect(found).toEqual({ records: 3, repeated: 0, lines: null, proposal: null })
})

test('a number over a payment and its fee is no key: the serial of the posting completes it', async () => {
  const found = await check([
    '流水号,账号,日期,方向,金额,柜员,分录序号',
    '9,A1,2026-11-05,借,500.00,8001,1',
    '9,A1,2026-11-05,借,2.00,8001,2',
    '10,A1,2026-11-05,借,3.00,8001,1',
  ])
  expect(found).toEqual({
    records: 3,
    repeated: 1,
    lines: [2, 3],
    proposal: { template: '{流水号}-{分录序号}' },
  })
})

test('a column that is empty, or the same on both, completes nothing; then it is the line', async () => {
  const found = await check([
    '流水号,账号,日期,方向,金额,柜员,分录序号',
    '9,A1,2026-11-05,借,500.00,8001,',
    '9,A1,2026-11-05,借,2.00,8001,',
  ])
  expect(found).toMatchObject({ repeated: 1, proposal: { line: true } })
})

test('a row that is there twice word by word is no reason for another key', async () => {
  const found = await check([
    '流水号,账号,日期,方向,金额',
    '9,A1,2026-11-05,借,500.00',
    '9,A1,2026-11-05,借,500.00',
  ])
  expect(found).toMatchObject({ records: 2, repeated: 0, proposal: null })
})

test('the key that was proposed names one record each', async () => {
  const lines = [
    '流水号,账号,日期,方向,金额,分录序号',
    '9,A1,2026-11-05,借,500.00,1',
    '9,A1,2026-11-05,借,2.00,2',
  ]
  const { proposal } = await check(lines)
  expect(await check(lines, { ...FIELDS, key: proposal })).toMatchObject({ repeated: 0, proposal: null })
})
