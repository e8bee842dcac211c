import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkDigit } from '../../../src/shared/domain/text/identity-number.ts'
import { countOf, databaseImage } from '../../support/imports/database-image.ts'
import { ImportingBranch } from '../../support/imports/importing-branch.ts'
import { undoImport } from '../../support/imports/run-job.ts'

/** A woman born on 12 December 1985; the region code exists nowhere. */
const FIRST_17 = '99999919851212002'
const NUMBER = FIRST_17 + checkDigit(FIRST_17)
const OWN = { birthOn: '1985-12-12', sex: '女' }

let branch: ImportingBranch
beforeEach(() => {
  branch = new ImportingBranch()
})
afterEach(() => branch.close())

const people = () =>
  branch.rows(
    'SELECT customer_no AS no, merged_into AS root, birth_on AS birthOn, sex, id_checked AS checked FROM customer ORDER BY id',
  )
const pairs = () => branch.rows('SELECT left_id, right_id, reason FROM duplicate_pair ORDER BY id')

describe('new records with one checked number', () => {
  test.each([
    ['the same name', { name: '严大山' }],
    ['the same name in traditional characters', { name: '嚴大山' }],
    ['the name in Latin letters', { name: 'YAN DASHAN' }],
    ['the same name, birth date and sex', { name: '严大山', ...OWN }],
    ['the same name, and neither birth date nor sex', { name: '严大山', birthOn: '', sex: '' }],
  ])('are one person with %s', async (_what, other) => {
    const { entities } = await branch.load({
      customers: [
        { key: 'C1', name: '严大山', ...OWN, idNumber: NUMBER },
        { key: 'C2', idNumber: NUMBER, ...other },
      ],
    })
    expect(entities.customers).toMatchObject({ added: 1, merged: 1, flagged: 0 })
    expect(people()).toMatchObject([{ root: null }, { root: 1 }])
    expect(pairs()).toEqual([])
  })

  test('a number that another person has tells nothing of whoever comes with it, on any night', async () => {
    const parent = { key: 'C1', name: '严大山', ...OWN, idNumber: NUMBER }
    const child = { key: 'C2', name: '严小朵', birthOn: '', sex: '', idNumber: NUMBER }
    const own = { root: null, birthOn: OWN.birthOn, sex: 'female', checked: 1 }
    const unknown = { root: null, birthOn: null, sex: 'unknown', checked: 0 }
    await branch.load({ customers: [parent, child] })
    expect(people()).toMatchObject([own, unknown])
    const again = await branch.load({ customers: [parent, { ...child, phone: '10012345678' }] })
    expect(again.entities.customers).toMatchObject({ unchanged: 1, updated: 1 })
    expect(people()).toMatchObject([own, unknown])
  })

  test.each([
    ['another name', { name: '林小梅' }],
    ['another birth date', { name: '严大山', birthOn: '2018-05-04' }],
    ['another sex', { name: '严大山', sex: '男' }],
    ['another name and birth date, as a child has them', { name: '严小朵', birthOn: '2018-05-04' }],
    ["a firm's name", { name: '中国测试有限公司' }],
  ])('are two people and a pair to review with %s, in either order', async (_what, other) => {
    const parent = { key: 'C1', name: '严大山', ...OWN, idNumber: NUMBER }
    const child = { key: 'C2', idNumber: NUMBER, ...other }
    for (const customers of [
      [parent, child],
      [child, parent],
    ]) {
      const { entities, rejectFile, uid } = await branch.load({ customers })
      expect(entities.customers).toMatchObject({ added: 2, merged: 0 })
      expect(entities.customers?.flagged).toBeGreaterThan(0)
      expect(readFileSync(rejectFile ?? '', 'utf8')).toMatch(/flagged,id-(?:shared|contradicts),idNumber/)
      expect(pairs()).toMatchObject([{ reason: 'same-id' }])
      await undoImport(branch.engine, uid)
      expect(countOf(branch.engine.connection, 'customer')).toBe(0)
    }
  })

  test('of which one contradicts its number: it is kept unverified, and tells neither birth date nor sex', async () => {
    await branch.load({
      customers: [
        { key: 'C1', name: '严小朵', birthOn: '2018-05-04', sex: '', idNumber: NUMBER },
        { key: 'C2', name: '中国测试有限公司', birthOn: '', sex: '', idNumber: NUMBER },
        { key: 'C3', name: '严大山', birthOn: '', sex: '', idNumber: NUMBER },
      ],
    })
    expect(people()).toEqual([
      { no: 'C1', root: null, birthOn: '2018-05-04', sex: 'unknown', checked: 0 },
      { no: 'C2', root: null, birthOn: null, sex: 'unknown', checked: 0 },
      { no: 'C3', root: null, birthOn: '1985-12-12', sex: 'female', checked: 1 },
    ])
  })

  test('a contradicting number does not replace the one that is known', async () => {
    await branch.load({
      customers: [{ key: 'C1', name: '李明', birthOn: '1980-01-01', idNumber: 'E12345678' }],
    })
    await branch.load({ customers: [{ key: 'C1', name: '李明', birthOn: '1980-01-01', idNumber: NUMBER }] })
    expect(branch.rows('SELECT id_number FROM customer')).toEqual([{ id_number: 'E12345678' }])
  })

  test.each([
    ['of many names', (n: number) => `客户${'甲乙丙丁戊己庚辛壬癸'[n]}`],
    ['of one name', () => '现金客户'],
  ])('on more than a few records %s the number is a filler: nobody is merged', async (_what, nameOf) => {
    const customers = Array.from({ length: 8 }, (_, n) => ({
      key: `C${n}`,
      name: nameOf(n),
      idNumber: NUMBER,
    }))
    const { entities, uid } = await branch.load({ customers })
    expect(entities.customers).toMatchObject({ read: 8, added: 8, merged: 0 })
    expect(people().every((each) => (each as { root: unknown }).root === null)).toBe(true)
    expect(countOf(branch.engine.connection, 'customer_facts')).toBe(8)
    expect(countOf(branch.engine.connection, 'duplicate_pair')).toBeLessThan(8)
    const { entities: again } = await branch.load({ customers })
    expect(again.customers).toMatchObject({ read: 8, unchanged: 8 })
    await undoImport(branch.engine, uid)
    expect(countOf(branch.engine.connection, 'customer')).toBe(0)
    expect(countOf(branch.engine.connection, 'search_key')).toBe(0)
  })

  test('everybody who was taken apart is found by name again', async () => {
    const customers = Array.from({ length: 5 }, (_, n) => ({
      key: `C${n}`,
      name: '现金客户',
      idNumber: NUMBER,
    }))
    await branch.load({ customers })
    expect(branch.engine.run('customers.search', { text: '现金客户' }).lines).toHaveLength(5)
  })

  test('the same extract again changes nothing, and an undo of it neither', async () => {
    const customers = [
      { key: 'C1', name: '严大山', ...OWN, idNumber: NUMBER, phone: '10000000001' },
      { key: 'C2', name: '严小朵', birthOn: '2018-05-04', sex: '', idNumber: NUMBER, phone: '10000000001' },
      { key: 'C3', name: '嚴大山', birthOn: '', sex: '', idNumber: NUMBER, phone: '' },
    ]
    await branch.load({ customers })
    const before = databaseImage(branch.engine.connection)
    const { entities, uid } = await branch.load({ customers })
    expect(entities.customers).toMatchObject({ read: 3, unchanged: 3, updated: 0, added: 0, merged: 0 })
    await undoImport(branch.engine, uid)
    expect(databaseImage(branch.engine.connection)).toEqual(before)
  })
})

describe('birth dates that nobody alive can have', () => {
  /** The branch's day in this test is 2026-11-20. */
  test.each(['2026-11-21', '2062-01-01', '1906-11-19', '1899-12-29'])(
    '%s is flagged and not stored',
    async (birthOn) => {
      await branch.load({ customers: [{ key: 'C1', name: '李明', birthOn: '1980-01-01' }] })
      const { entities } = await branch.load({
        customers: [
          { key: 'C1', name: '李明', birthOn },
          { key: 'C2', name: '王芳', birthOn },
        ],
      })
      expect(entities.customers).toMatchObject({ unchanged: 1, added: 1, flagged: 2 })
      expect(people()).toMatchObject([{ birthOn: '1980-01-01' }, { birthOn: null }])
    },
  )

  test('today and the day 120 years ago are birth dates', async () => {
    const dates = ['2026-11-20', '1906-11-20']
    await branch.load({ customers: dates.map((birthOn, n) => ({ key: `C${n}`, name: '李明', birthOn })) })
    expect(people()).toMatchObject(dates.map((birthOn) => ({ birthOn })))
  })

  test('fifteen digits with a day that does not exist are flagged, and kept as they are', async () => {
    const { entities } = await branch.load({
      customers: [{ key: 'C1', name: '李明', idNumber: '999999800230001' }],
    })
    expect(entities.customers).toMatchObject({ added: 1, flagged: 1 })
    expect(branch.rows('SELECT id_number, id_checked, birth_on FROM customer')).toEqual([
      { id_number: '999999800230001', id_checked: 0, birth_on: null },
    ])
  })
})
