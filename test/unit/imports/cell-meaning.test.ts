import { describe, expect, it } from 'vitest'
import { compileFile } from '../../../src/main/features/imports/reading/entity-rows.ts'
import type { Expression } from '../../../src/shared/contract/import-expression.ts'
import { type ImportProfileInput, importProfileSchema } from '../../../src/shared/contract/import-profile.ts'
import type { ImportEntity } from '../../../src/shared/domain/imports/import-rows.ts'

type Fields = Readonly<Record<string, Expression>>

interface Cells {
  readonly shown: Readonly<Record<string, string>>
  /** Only what differs. */
  readonly held?: Readonly<Record<string, string>>
  readonly format?: 'csv' | 'xlsx'
  readonly more?: object
  readonly lookups?: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, string>>>
}

function mapped(
  entity: ImportEntity,
  fields: Fields,
  { shown, held, format = 'xlsx', more, lookups }: Cells,
) {
  const input = { version: 1, name: 'test', files: [{ ...more, entity, file: 'f', fields }] }
  const [file] = importProfileSchema.parse(input as ImportProfileInput).files
  if (!file || file.entity === 'lookup') throw new Error('no entity file')
  const source = { header: Object.keys(shown), file: 'f', format }
  const map = compileFile(entity, file, source, lookups ?? new Map())
  const values = Object.values({ ...shown, ...held })
  return map({ line: 2, fields: Object.values(shown), ...(held ? { values } : {}), raw: '' })
}

const CUSTOMER: Fields = { key: { column: 'id' }, name: { constant: '王芳' } }
const ACCOUNT: Fields = {
  key: { column: 'id' },
  customerKey: { constant: 'C1' },
  kind: { constant: 'demand' },
  balance: { column: 'b' },
}
const LOAN: Fields = { key: { column: 'id' }, customerKey: { constant: 'C1' }, months: { column: 'm' } }

describe('a cell that shows one thing and holds another', () => {
  it('is what it shows for a key, and what it holds for an amount, a rate and a count', () => {
    expect(mapped('customers', CUSTOMER, { shown: { id: '0000000007' }, held: { id: '7' } })).toMatchObject({
      row: { key: '0000000007' },
    })
    const account = mapped(
      'accounts',
      { ...ACCOUNT, rate: { column: 'r' } },
      {
        shown: { id: 'A007', b: '5元', r: '0.0100000000093132' },
        held: { id: '7', b: '5', r: '0.01' },
      },
    )
    expect(account).toMatchObject({ row: { key: 'A007', balanceFen: 500, ratePercent: 0.01 } })
    expect(mapped('loans', LOAN, { shown: { id: 'L1', m: '12个月' }, held: { m: '12' } })).toMatchObject({
      row: { months: 12 },
      warnings: [],
    })
  })

  it('is what it holds for a code, phone or day that what it shows does not name', () => {
    const fields: Fields = { ...CUSTOMER, sex: { column: 's', map: { '1': 'male', '2': 'female' } } }
    expect(mapped('customers', fields, { shown: { id: 'C1', s: '女' }, held: { s: '2' } })).toMatchObject({
      row: { sex: 'female' },
      warnings: [],
    })
    const named: Fields = { ...CUSTOMER, sex: { column: 's' } }
    expect(mapped('customers', named, { shown: { id: 'C1', s: '女' }, held: { s: '2' } })).toMatchObject({
      row: { sex: 'female' },
    })
    const born: Fields = { ...CUSTOMER, birthOn: { column: 'd', date: { format: 'YYYYMMDD' } } }
    const day = { shown: { id: 'C1', d: '1990/03/05' }, held: { d: '19900305' } }
    expect(mapped('customers', born, day)).toMatchObject({ row: { birthOn: '1990-03-05' } })
    // flagged once, and not twice, where neither reads
    const tel: Fields = { ...CUSTOMER, phone: { column: 't' } }
    expect(mapped('customers', tel, { shown: { id: 'C1', t: 'A12' }, held: { t: '12' } })).toMatchObject({
      warnings: [{ code: 'phone-unreadable', field: 'phone' }],
    })
  })

  it('has a point in its numbers where the profile’s text has a comma', () => {
    const more = { decimal: ',' }
    const balance = (b: string) => mapped('accounts', ACCOUNT, { shown: { id: 'A1', b }, more })
    expect(balance('18.9')).toMatchObject({ row: { balanceFen: 1_890 } })
    expect(balance('18,90')).toMatchObject({ row: { balanceFen: 1_890 } })
    expect(balance('1.200,50')).toMatchObject({ row: { balanceFen: 120_050 } })
    expect(balance('1.200')).toMatchObject({ row: { balanceFen: 120_000 } })
    // a number with a third decimal, or text with a group of thousands: refused rather than guessed
    expect(balance('1.234')).toMatchObject({ ok: false, problems: [{ code: 'amount-unreadable' }] })
  })
})

describe('a cell that shows why it has no value', () => {
  it.each([
    ['#REF!', 'cell-error'],
    ['#N/A', 'cell-error'],
    ['#div/0!', 'cell-error'],
    ['Err:502', 'cell-error'],
    ['########', 'number-unreadable'],
    ['#MERGED!', 'cell-merged'],
    ['#FORMULA!', 'formula-uncomputed'],
  ])('%s is flagged and not empty, in a workbook as in text', (shown, code) => {
    const fields: Fields = {
      ...CUSTOMER,
      phone: { column: 'x' },
      birthOn: { column: 'x' },
      income: { column: 'x' },
      hobbies: { column: 'x' },
      sex: { column: 'x' },
    }
    for (const format of ['csv', 'xlsx'] as const) {
      const record = mapped('customers', fields, { shown: { id: 'C1', x: shown }, format })
      expect(record?.ok && record.warnings.map((each) => `${each.field} ${each.code}`).toSorted()).toEqual(
        ['birthOn', 'hobbies', 'income', 'phone', 'sex'].map((field) => `${field} ${code}`),
      )
    }
    expect(mapped('customers', CUSTOMER, { shown: { id: shown } })).toMatchObject({
      ok: false,
      problems: [{ code, field: 'key' }],
    })
  })

  it.each(['# 12', '#REF', 'E12345678', 'Err', '#A'])('%s is text like any other', (text) => {
    expect(mapped('customers', CUSTOMER, { shown: { id: text } })).toMatchObject({ row: { key: text } })
  })

  it('stays one through every step of an expression', () => {
    const lookups = new Map([
      [
        'l',
        new Map([
          [
            'v',
            new Map([
              ['1', 'one'],
              ['#N/A', 'error'],
            ]),
          ],
        ]),
      ],
    ])
    const steps: Expression[] = [
      { column: 'x', map: { a: 'b' }, otherwise: 'other' },
      { column: 'x', slice: { from: 1, length: 2 } },
      { template: 'T{x}' },
      { firstOf: [{ column: 'x' }, { constant: 'second' }] },
      { lookup: 'l', by: { column: 'x' }, take: 'v', map: { one: '1' }, otherwise: 'other' },
    ]
    for (const step of steps) {
      const profile = { ...CUSTOMER, hobbies: step }
      const files = [
        { entity: 'customers', file: 'f', fields: profile },
        { entity: 'lookup', name: 'l', file: 'l', key: 'k', take: ['v'] },
      ]
      const [file] = importProfileSchema.parse({ version: 1, name: 't', files } as ImportProfileInput).files
      if (!file || file.entity === 'lookup') throw new Error('no entity file')
      const map = compileFile('customers', file, { header: ['id', 'x'], file: 'f', format: 'xlsx' }, lookups)
      expect(map({ line: 2, fields: ['C1', '#N/A'], raw: '' })).toMatchObject({
        row: { hobbies: null },
        warnings: [{ code: 'cell-error', field: 'hobbies' }],
      })
    }
  })

  it.each(['where', 'unless'])('refuses a record that %s cannot judge', (filter) => {
    const more = { [filter]: { s: ['open'] } }
    const record = (s: string) => mapped('customers', CUSTOMER, { shown: { id: 'C1', s }, more })
    expect(record('#REF!')).toEqual({ ok: false, problems: [{ code: 'cell-error' }] })
    expect(record(filter === 'where' ? 'shut' : 'open')).toBeNull()
    expect(record(filter === 'where' ? 'open' : 'shut')).toMatchObject({ ok: true })
  })
})
