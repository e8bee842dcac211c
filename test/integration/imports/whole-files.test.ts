import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { settledStates } from '../../../src/main/features/imports/reading/file-states.ts'
import { planFiles } from '../../../src/main/features/imports/reading/read-folder.ts'
import { type ImportProfile, importProfileSchema } from '../../../src/shared/contract/import-profile.ts'
import { ImportingBranch } from '../../support/imports/importing-branch.ts'
import { type JobOptions, runImport, undoImport } from '../../support/imports/run-job.ts'

let branch: ImportingBranch
beforeEach(() => {
  branch = new ImportingBranch()
})
afterEach(() => branch.close())

const CUSTOMERS = 'id,name,due\nC1,李明,1.50\nC2,王芳,2.25\n'

function profileOf(extra: object = {}, more: readonly object[] = []): ImportProfile {
  const fields = { key: { column: 'id' }, name: { column: 'name' } }
  const customers = { entity: 'customers', file: 'cust.csv', fields, ...extra }
  return importProfileSchema.parse({ version: 1, name: '日终', files: [customers, ...more] })
}

function put(files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(branch.folder.path, name), content)
}

const run = (profile: ImportProfile, options?: JobOptions) =>
  runImport(branch.engine, profile, branch.folder.path, options)

/** Whatever refuses a run before it begins leaves no row of a run and none of a customer. */
async function refused(profile: ImportProfile, code: string, detail: object = {}): Promise<void> {
  await expect(run(profile)).rejects.toMatchObject({ code, detail: expect.objectContaining(detail) })
  expect(
    branch.rows('SELECT (SELECT count(*) FROM import_run) + (SELECT count(*) FROM customer) AS n'),
  ).toEqual([{ n: 0 }])
}

describe('D1: a marker file', () => {
  test('has to be there', async () => {
    put({ 'cust.csv': CUSTOMERS })
    await refused(profileOf({ marker: { file: '{name}.ok' } }), 'imports.markerMissing', {
      file: 'cust.csv',
      marker: 'cust.csv.ok',
    })
    put({ 'cust.csv.ok': '' })
    expect((await run(profileOf({ marker: { file: '{name}.ok' } }))).entities.customers?.added).toBe(2)
  })

  test('is no extract, although a wide pattern fits it', async () => {
    put({ 'cust_1.csv': CUSTOMERS, 'cust_1.flg': 'x' })
    const profile = profileOf({ file: 'cust_*', marker: { file: '{stem}.flg' } })
    expect((await run(profile)).entities.customers).toMatchObject({ read: 2, added: 2 })
  })

  const ctl = (text: string) => ({ 'cust.csv': CUSTOMERS, 'all.ctl': text })
  const figures = {
    marker: {
      file: 'all.ctl',
      nameColumn: 1,
      rows: { at: { column: 2 } },
      sum: { at: { column: 3 }, of: 'due' },
    },
  }

  test('agrees in its count and its sum, or nothing is written', async () => {
    put(ctl('cust.csv|3|3.75\n'))
    await refused(profileOf(figures), 'imports.controlDiffers', { what: 'rows', expected: 3, found: 2 })
    put(ctl('cust.csv|2|3.76\n'))
    await refused(profileOf(figures), 'imports.controlDiffers', {
      what: 'due',
      expected: '3.76',
      found: '3.75',
    })
    put(ctl('acct.csv|2|3.75\n'))
    await refused(profileOf(figures), 'imports.controlUnreadable', { marker: 'all.ctl' })
    put(ctl('file|rows|due\nacct.csv|9|9.00\ncust.csv|000002|+3.75\n'))
    expect((await run(profileOf(figures))).entities.customers?.added).toBe(2)
  })

  test('counts what stands in the file: rejected records and filtered ones too, and headers where it says so', async () => {
    put({ 'cust.csv': `${CUSTOMERS}C3,赵敏\n`, 'cust.ctl': 'COUNT=4\n' })
    const marker = { file: '{stem}.ctl', rows: { at: { key: 'COUNT' }, besides: 1 } }
    const { entities } = await run(profileOf({ marker, where: { id: 'C1' } }))
    expect(entities.customers).toMatchObject({ added: 1, rejected: 1 })
  })

  test('agrees in its digest', async () => {
    const marker = { file: '{name}.md5', digest: 'md5' }
    put({ 'cust.csv': CUSTOMERS, 'cust.csv.md5': `${'0'.repeat(32)}  cust.csv\n` })
    await refused(profileOf({ marker }), 'imports.controlDiffers', { what: 'md5' })
    const digest = createHash('md5').update(CUSTOMERS).digest('hex').toUpperCase()
    put({ 'cust.csv.md5': `${digest} *cust.csv\n` })
    expect((await run(profileOf({ marker }))).entities.customers?.added).toBe(2)
  })
})

describe('a total line', () => {
  const trailer = {
    prefix: 'T|',
    rows: { at: { column: 2 } },
    sum: { at: { column: 3 }, of: 'due' },
  }
  const text = CUSTOMERS.replaceAll(',', '|')

  test('is no record and is compared', async () => {
    put({ 'cust.csv': `${text}T|000002|3.75\n` })
    const { entities } = await run(profileOf({ trailer }))
    expect(entities.customers).toMatchObject({ read: 2, added: 2, rejected: 0 })
  })

  test.each([
    ['counts more', `${text}T|3|3.75\n`, 'imports.controlDiffers'],
    ['adds up to more', `${text}T|2|3.85\n`, 'imports.controlDiffers'],
    ['is missing: the file was cut off', text, 'imports.trailerMissing'],
    ['stands in the middle', `${text}T|2|3.75\nC3|赵敏|1.00\n`, 'imports.trailerMissing'],
    ['says nothing', `${text}T||\n`, 'imports.controlUnreadable'],
  ])('that %s stops the run before it writes', async (_, content, code) => {
    put({ 'cust.csv': content })
    await refused(profileOf({ trailer }), code)
  })
})

describe('an empty file', () => {
  const loans = {
    entity: 'loans',
    file: 'loans.unl',
    header: false,
    columns: ['k', 'c'],
    fields: { key: { column: 'k' }, customerKey: { column: 'c' } },
  }

  test.each([
    ['without a byte', ''],
    ['of a mark', '\ufeff'],
    ['of line ends', '\r\n\r\n'],
  ])('%s is no rows where the file may be absent, and named where not', async (_, content) => {
    put({ 'cust.csv': CUSTOMERS, 'loans.unl': content })
    await expect(run(profileOf({}, [loans]))).rejects.toMatchObject({
      code: 'imports.emptyFile',
      detail: { file: 'loans.unl' },
    })
    const { state, entities } = await run(profileOf({}, [{ ...loans, optional: true }]))
    expect(state).toBe('done')
    expect(entities.loans).toMatchObject({ read: 0, rejected: 0 })
  })

  test('of a header only is no rows', async () => {
    put({ 'cust.csv': 'id,name,due\n' })
    expect((await run(profileOf())).entities.customers).toMatchObject({ read: 0 })
  })

  test('is no rows in a lookup that may be absent', async () => {
    put({ 'cust.csv': CUSTOMERS, 'names.csv': '' })
    const lookup = { entity: 'lookup', name: 'n', file: 'names.csv', key: 'a', take: ['b'], optional: true }
    expect((await run(profileOf({}, [lookup]))).entities.customers?.added).toBe(2)
  })
})

describe('nights', () => {
  const nights = {
    'CUST_20261121.csv': 'id,name\nC1,旧\n',
    'CUST_20261122.csv': 'id,name\nC1,新名\n',
  }

  test('the newest is taken, and is the day that the extract speaks of', async () => {
    put(nights)
    const sheet = await run(profileOf({ file: 'CUST_{YYYYMMDD}.csv' }))
    expect(sheet).toMatchObject({ asOf: '2026-11-22', entities: { customers: { read: 1 } } })
    expect(branch.rows('SELECT name FROM customer')).toEqual([{ name: '新名' }])
  })

  test('two of one table are refused where the profile does not say which', async () => {
    put(nights)
    await refused(profileOf({ file: 'CUST_*.csv' }), 'imports.severalNights', {
      files: 'CUST_20261121.csv · CUST_20261122.csv',
    })
  })

  test('a table that lacks the newest night is missing', async () => {
    put({ ...nights, 'ACCT_20261121.csv': 'k,c\n' })
    const accounts = {
      entity: 'accounts',
      file: 'ACCT_{YYYYMMDD}.csv',
      fields: { key: { column: 'k' }, customerKey: { column: 'c' }, kind: { constant: 'demand' } },
    }
    await refused(profileOf({ file: 'CUST_{YYYYMMDD}.csv' }, [accounts]), 'imports.fileMissing', {
      file: 'ACCT_20261122.csv',
    })
  })

  test('a chosen day takes the newest up to it', () => {
    const plan = planFiles(profileOf({ file: 'CUST_{YYYYMMDD}.csv' }), Object.keys(nights), '2026-11-21')
    expect(plan).toMatchObject({ nightOn: '2026-11-21', unmatched: ['CUST_20261122.csv'] })
    expect(plan.files.map(({ fileName }) => fileName)).toEqual(['CUST_20261121.csv'])
  })

  test('what is still being brought, and a lock of Excel, are no files of a wide pattern', () => {
    const plan = planFiles(profileOf({ file: '*' }), [
      'a.csv',
      'b.csv.part',
      '~$a.xlsx',
      '._a.csv',
      'c.filepart',
    ])
    expect(plan.files.map(({ fileName }) => fileName)).toEqual(['a.csv'])
  })
})

describe('the same night twice', () => {
  test('is refused with the day it was read for, whatever the files are called; a switch takes it', async () => {
    put({ 'cust.csv': CUSTOMERS })
    const profile = profileOf({ file: '*.csv' })
    const { asOf } = await run(profile, { again: false })
    rmSync(join(branch.folder.path, 'cust.csv'))
    put({ 'cust_of_today.csv': CUSTOMERS })
    await expect(run(profile, { again: false })).rejects.toMatchObject({
      code: 'imports.sameNight',
      detail: expect.objectContaining({ asOf }),
    })
    expect((await run(profile, { again: true })).entities.customers?.unchanged).toBe(2)
  })

  test('is no matter after an undo, under another profile, or with one file changed', async () => {
    put({ 'cust.csv': CUSTOMERS })
    const { uid } = await run(profileOf(), { again: false })
    await undoImport(branch.engine, uid)
    expect((await run(profileOf(), { again: false })).state).toBe('done')
    expect((await run(profileOf({ optional: true }), { again: false })).state).toBe('done')
    put({ 'cust.csv': `${CUSTOMERS}C3,赵敏,0\n` })
    expect((await run(profileOf(), { again: false })).entities.customers?.added).toBe(1)
  })

  test('the run’s record names what was read', async () => {
    put({ 'cust.csv': CUSTOMERS })
    const sheet = await run(profileOf())
    const form = { format: 'csv', container: null, encoding: 'utf-8', delimiter: ',' }
    expect(sheet.files).toEqual([{ name: 'cust.csv', bytes: Buffer.byteLength(CUSTOMERS), form }])
    const digest = createHash('sha256').update(CUSTOMERS).digest('hex')
    const [row] = branch.rows('SELECT files FROM import_run') as { files: string }[]
    expect(JSON.parse(row?.files ?? '')).toEqual([
      { name: 'cust.csv', bytes: Buffer.byteLength(CUSTOMERS), modifiedAt: expect.any(Number), digest, form },
    ])
  })
})

describe('a file that is still growing', () => {
  test('is noticed when it has been read, and the run is taken back', async () => {
    put({ 'cust.csv': CUSTOMERS })
    const onStep = (_: unknown, index: number) => {
      if (index === 0) appendFileSync(join(branch.folder.path, 'cust.csv'), 'C3,赵敏,0\n')
    }
    await expect(run(profileOf(), { onStep })).rejects.toMatchObject({
      code: 'imports.stillGrowing',
      detail: { file: 'cust.csv' },
    })
    expect(branch.rows('SELECT state, error FROM import_run')).toEqual([
      { state: 'failed', error: 'imports.stillGrowing' },
    ])
    expect(branch.rows('SELECT count(*) AS n FROM customer')).toEqual([{ n: 0 }])
  })

  test('leaves no rejected record behind, also where it has no other', async () => {
    put({ 'cust.csv': 'id,name,due\nC1,,1\nC2,,2\n' })
    const onStep = (_: unknown, index: number) => {
      if (index === 0) appendFileSync(join(branch.folder.path, 'cust.csv'), 'C3,,0\n')
    }
    await expect(run(profileOf(), { onStep })).rejects.toMatchObject({ code: 'imports.stillGrowing' })
    expect(readdirSync(branch.engine.folder).filter((name) => name.startsWith('rejects-'))).toEqual([])
  })

  test('is waited for as long as the profile says, until two looks agree', async () => {
    put({ 'cust.csv': CUSTOMERS })
    const path = join(branch.folder.path, 'cust.csv')
    const waits: number[] = []
    const plan = planFiles(profileOf({ settleSeconds: 5 }), ['cust.csv'])
    const wait = async (ms: number) => {
      waits.push(ms)
      if (waits.length === 1) appendFileSync(path, 'C3,赵敏,0\n')
      // the same bytes with a later time: somebody wrote over it
      if (waits.length === 2) utimesSync(path, 1_800_000_000, 1_800_000_000)
    }
    const [state] = await settledStates(plan, branch.folder.path, undefined, wait)
    expect(waits).toEqual([5_000, 5_000, 5_000])
    expect(state).toMatchObject({ name: 'cust.csv', bytes: Buffer.byteLength(`${CUSTOMERS}C3,赵敏,0\n`) })
  })

  test('is given up by name when it does not stop', async () => {
    put({ 'cust.csv': CUSTOMERS })
    mkdirSync(join(branch.folder.path, 'sub'))
    const plan = planFiles(profileOf({ settleSeconds: 1 }), ['cust.csv'])
    const wait = async () => appendFileSync(join(branch.folder.path, 'cust.csv'), 'x')
    await expect(settledStates(plan, branch.folder.path, undefined, wait)).rejects.toMatchObject({
      code: 'imports.stillGrowing',
      detail: { file: 'cust.csv' },
    })
  })
})
