import { describe, expect, it } from 'vitest'
import { compileFile, type MappedRecord } from '../../../src/main/features/imports/reading/entity-rows.ts'
import { type Lookups, NO_LOOKUPS } from '../../../src/main/features/imports/reading/expression.ts'
import type { Expression } from '../../../src/shared/contract/import-expression.ts'
import {
  type EntityFile,
  type ImportProfileInput,
  importProfileSchema,
} from '../../../src/shared/contract/import-profile.ts'
import type { ImportEntity, ImportRows } from '../../../src/shared/domain/imports/import-rows.ts'
import { checkDigit } from '../../../src/shared/domain/text/identity-number.ts'

type Fields = Record<string, Expression>

function entityFile(entity: ImportEntity, fields: Fields, more: Partial<EntityFile> = {}): EntityFile {
  const input = { version: 1, name: 'test', files: [{ ...more, entity, file: 'f.csv', fields }] }
  const [file] = importProfileSchema.parse(input as ImportProfileInput).files
  if (!file || file.entity === 'lookup') throw new Error('no entity file')
  return file
}

function mapOne<Entity extends ImportEntity>(
  entity: Entity,
  fields: Fields,
  record: Readonly<Record<string, string>>,
  { file = {}, lookups = NO_LOOKUPS, format = 'csv' as 'csv' | 'xlsx' } = {} as {
    file?: Partial<EntityFile>
    lookups?: Lookups
    format?: 'csv' | 'xlsx'
  },
): MappedRecord<ImportRows[Entity]> | null {
  const source = { header: Object.keys(record), file: 'f.csv', format }
  const map = compileFile(entity, entityFile(entity, fields, file), source, lookups)
  return map({ line: 7, fields: Object.values(record), raw: '' })
}

const CUSTOMER: Fields = { key: { column: 'id' }, name: { column: 'name' } }
const ANNA = { id: 'C1', name: '王建国' }

/** Seventeen digits in a region code that does not exist, of a man born on 1 January 1990. */
const BORN_1990 = '99999919900101123'
const WRONG = `${BORN_1990}${checkDigit(BORN_1990) === '1' ? '2' : '1'}`

function customer(fields: Fields, record: Readonly<Record<string, string>>) {
  return mapOne('customers', { ...CUSTOMER, ...fields }, { ...ANNA, ...record })
}

const TRANSACTION: Fields = {
  key: { column: 'id' },
  accountKey: { constant: 'A1' },
  on: { column: 'day' },
  direction: { column: 'dc' },
  amount: { column: 'amount' },
  kind: { constant: 'other' },
}
const PAYMENT = { id: 'T1', day: '2026-11-11', dc: '贷', amount: '1,234.50' }

function transaction(record: Partial<typeof PAYMENT>, fields: Fields = {}) {
  return mapOne('transactions', { ...TRANSACTION, ...fields }, { ...PAYMENT, ...record })
}

describe('what is kept and flagged (D2)', () => {
  it('a phone with letters: the customer enters without it', () => {
    expect(customer({ phone: { column: 'tel' } }, { tel: '13800O0abcd' })).toMatchObject({
      ok: true,
      row: { key: 'C1', phone: null },
      warnings: [{ code: 'phone-unreadable', field: 'phone', valueShape: '99999a9aaaa' }],
    })
  })

  it('a number that a spreadsheet has rounded: refused as a key, dropped as an identity number', () => {
    expect(customer({}, { id: '6.22202E+18' })).toMatchObject({
      ok: false,
      problems: [{ code: 'number-unreadable', field: 'key' }],
    })
    expect(customer({ idNumber: { column: 'cert' } }, { cert: '9.99999E+17' })).toMatchObject({
      ok: true,
      row: { idNumber: null },
      warnings: [{ code: 'number-unreadable', field: 'idNumber' }],
    })
    expect(customer({}, { id: 'E10' })).toMatchObject({ ok: true, row: { key: 'E10' } })
  })

  it('eighteen digits whose birth date does not exist: kept as unverified and flagged, like a wrong check digit', () => {
    const impossible = customer({ idNumber: { column: 'cert' } }, { cert: '999999199002300011' })
    expect(impossible).toMatchObject({
      row: { idNumber: '999999199002300011', idChecked: false, birthOn: null },
      warnings: [{ code: 'id-unverified', field: 'idNumber' }],
    })
    const passport = customer({ idNumber: { column: 'cert' } }, { cert: 'E12345678' })
    expect(passport).toMatchObject({ row: { idNumber: 'E12345678' }, warnings: [] })
  })

  it('an ID number with a wrong check digit: kept as unverified, and nothing is derived from it', () => {
    const wrong = customer({ idNumber: { column: 'cert' } }, { cert: WRONG })
    expect(wrong).toMatchObject({
      ok: true,
      row: { idNumber: WRONG, idChecked: false, birthOn: null, sex: null },
      warnings: [{ code: 'id-unverified', field: 'idNumber' }],
    })
  })

  it('an ID number with the right one vouches for birth date and sex where the extract has none', () => {
    const right = customer(
      { idNumber: { column: 'cert' } },
      { cert: `${BORN_1990}${checkDigit(BORN_1990)}`.toLowerCase() },
    )
    expect(right).toMatchObject({
      ok: true,
      row: { idChecked: true, birthOn: '1990-01-01', sex: 'male' },
      warnings: [],
    })
  })

  it('an unknown code in a field that may be empty', () => {
    expect(customer({ riskGrade: { column: 'risk' } }, { risk: 'Z9' })).toMatchObject({
      ok: true,
      row: { riskGrade: null },
      warnings: [{ code: 'code-unknown', field: 'riskGrade' }],
    })
  })

  it('a formula cell is text like any other', () => {
    expect(customer({ address: { column: 'addr' } }, { addr: '=cmd|calc!A0' })).toMatchObject({
      ok: true,
      row: { address: '=cmd|calc!A0' },
      warnings: [],
    })
  })
})

describe('what is rejected (D2)', () => {
  it.each([
    ['29 February 2023', { day: '2023-02-29' }, 'date-unreadable', 'on'],
    ['an amount with a letter O', { amount: '1,234.5O' }, 'amount-unreadable', 'amount'],
    ['an empty required field', { id: ' ' }, 'required-missing', 'key'],
    ['an unknown direction', { dc: '?' }, 'code-unknown', 'direction'],
    ['a key that is no key', { id: 'x'.repeat(101) }, 'text-too-long', 'key'],
  ])('%s', (_, record, code, field) => {
    expect(transaction(record)).toMatchObject({ ok: false, problems: [{ code, field }] })
  })

  it('an impossible birth date, although a customer may have none', () => {
    expect(customer({ birthOn: { column: 'born' } }, { born: '2023-02-29' })).toMatchObject({
      ok: false,
      problems: [{ code: 'date-unreadable', field: 'birthOn', valueShape: '9999-99-99' }],
    })
    expect(customer({ birthOn: { column: 'born' } }, { born: '' })).toMatchObject({ ok: true })
  })

  it('names every fault of a record at once', () => {
    const mapped = transaction({ day: 'x', amount: 'y', id: '' })
    expect(mapped?.ok === false && mapped.problems.map(({ field }) => field).sort()).toEqual([
      'amount',
      'key',
      'on',
    ])
  })

  it('no value appears in a problem', () => {
    const mapped = customer(
      { name: { column: 'name' }, income: { column: 'pay' } },
      { name: '123', pay: '王建国' },
    )
    expect(JSON.stringify(mapped)).not.toContain('王建国')
    expect(JSON.stringify(mapped)).not.toContain('123')
  })

  it('forgets one record’s faults before the next', () => {
    const source = { header: Object.keys(PAYMENT), file: 'f.csv', format: 'csv' } as const
    const map = compileFile('transactions', entityFile('transactions', TRANSACTION), source, NO_LOOKUPS)
    const record = (amount: string) => ({ line: 1, fields: Object.values({ ...PAYMENT, amount }), raw: '' })
    expect(map(record('x'))).toMatchObject({ ok: false })
    expect(map(record('5'))).toMatchObject({ ok: true, row: { amountFen: 500 }, warnings: [] })
  })

  it('a flagged record after a rejected one enters', () => {
    const fields = { ...CUSTOMER, phone: { column: 'tel' } }
    const source = { header: ['id', 'name', 'tel'], file: 'f.csv', format: 'csv' } as const
    const map = compileFile('customers', entityFile('customers', fields), source, NO_LOOKUPS)
    expect(map({ line: 1, fields: ['', '王建国', ''], raw: '' })).toMatchObject({ ok: false })
    expect(map({ line: 2, fields: ['C2', '王建国', 'none'], raw: '' })).toMatchObject({ ok: true })
  })

  it('a loan that names neither customer nor account', () => {
    const mapped = mapOne('loans', { key: { column: 'k' }, accountKey: { column: 'a' } }, { k: 'L1', a: '' })
    expect(mapped).toMatchObject({ ok: false, problems: [{ code: 'required-missing' }] })
  })
})

describe('transactions', () => {
  it('maps a plain one', () => {
    expect(transaction({})).toEqual({
      ok: true,
      warnings: [],
      row: {
        line: 7,
        key: 'T1',
        accountKey: 'A1',
        on: '2026-11-11',
        direction: 'in',
        amountFen: 123_450,
        balanceFen: null,
        kind: 'other',
        channel: null,
        note: null,
      },
    })
  })

  it('a negative amount, a reversal, turns the direction round', () => {
    expect(transaction({ amount: '-5.00' })).toMatchObject({ row: { direction: 'out', amountFen: 500 } })
  })

  it('the sign is dropped where the profile says that the direction already tells', () => {
    const amount = { column: 'amount', amount: { sign: 'drop' } } as const
    expect(transaction({ amount: '-5.00', dc: '借' }, { amount })).toMatchObject({
      row: { direction: 'out', amountFen: 500 },
    })
  })

  it('takes the direction from the amount’s sign, of which zero has none', () => {
    const direction: Expression = { column: 'amount', bySign: { positive: 'in', negative: 'out' } }
    const amount: Expression = { column: 'amount', amount: { sign: 'drop' } }
    const bySign = (figure: string) => transaction({ amount: figure }, { direction, amount })
    expect(bySign('-5.00')).toMatchObject({ row: { direction: 'out', amountFen: 500 } })
    expect(bySign('5.00')).toMatchObject({ row: { direction: 'in', amountFen: 500 } })
    expect(bySign('0.00')).toMatchObject({ problems: [{ code: 'required-missing', field: 'direction' }] })
  })

  it('takes the direction from which of two columns holds an amount', () => {
    const fields: Fields = {
      ...TRANSACTION,
      direction: {
        firstOf: [
          { column: 'debit', bySign: { positive: 'out' } },
          { column: 'credit', bySign: { positive: 'in' } },
        ],
      },
      amount: { firstOf: [{ column: 'debit', emptyWhen: ['0.00'] }, { column: 'credit' }] },
    }
    const record = { id: 'T1', day: '2026-11-11' }
    expect(mapOne('transactions', fields, { ...record, debit: '0.00', credit: '8.00' })).toMatchObject({
      row: { direction: 'in', amountFen: 800 },
    })
    expect(mapOne('transactions', fields, { ...record, debit: '9.00', credit: '' })).toMatchObject({
      row: { direction: 'out', amountFen: 900 },
    })
  })
})

describe('expressions', () => {
  const nameOf = (name: Expression, record: Readonly<Record<string, string>>, lookups = NO_LOOKUPS) =>
    mapOne('customers', { key: { constant: 'C1' }, name }, record, { lookups })

  it('a template fills its columns in and is empty when one of them is', () => {
    const name = { template: '客户 {id}-{branch}' }
    expect(nameOf(name, { id: '7', branch: 'B' })).toMatchObject({ row: { name: '客户 7-B' } })
    expect(nameOf(name, { id: '7', branch: '' })).toMatchObject({ problems: [{ code: 'required-missing' }] })
  })

  it('a map knows its codes, otherwise the rest, and nothing without it', () => {
    const map = { A: '甲某', B: '乙某' }
    expect(nameOf({ column: 'c', map }, { c: 'B' })).toMatchObject({ row: { name: '乙某' } })
    expect(nameOf({ column: 'c', map, otherwise: '某人' }, { c: 'X' })).toMatchObject({
      row: { name: '某人' },
    })
    expect(nameOf({ column: 'c', map }, { c: 'X' })).toMatchObject({ problems: [{ code: 'code-unknown' }] })
  })

  it('a map is not fooled by names that every object has', () => {
    expect(nameOf({ column: 'c', map: { A: '甲某' } }, { c: 'constructor' })).toMatchObject({ ok: false })
  })

  it('a slice in number ranges reads a sex out of a birth number', () => {
    const sex: Expression = {
      column: 'birth',
      slice: { from: 3, length: 2 },
      ranges: [
        { from: 1, to: 12, value: 'male' },
        { from: 51, to: 62, value: 'female' },
      ],
    }
    expect(customer({ sex }, { birth: '706213' })).toMatchObject({ row: { sex: 'female' } })
    expect(customer({ sex }, { birth: '451204' })).toMatchObject({ row: { sex: 'male' } })
    expect(customer({ sex }, { birth: '453304' })).toMatchObject({
      row: { sex: null },
      warnings: [{ field: 'sex' }],
    })
  })

  it('a lookup joins through another file and says when the key is not there', () => {
    const lookups: Lookups = new Map([['people', new Map([['full', new Map([['7', '李四']])]])]])
    const fields: Fields = {
      key: { constant: 'C1' },
      name: { lookup: 'people', by: { template: '{id}' }, take: 'full' },
    }
    const file = { ...entityFile('customers', { ...CUSTOMER }), fields }
    const source = { header: ['id'], file: 'f.csv', format: 'csv' } as const
    const map = compileFile('customers', file, source, lookups)
    expect(map({ line: 1, fields: ['7'], raw: '' })).toMatchObject({ row: { name: '李四' } })
    expect(map({ line: 1, fields: ['8'], raw: '' })).toMatchObject({ problems: [{ code: 'lookup-missing' }] })
  })

  it('filters leave records out without rejecting them', () => {
    const file = { where: { type: ['OWNER', 'JOINT'] }, unless: { closed: 'Y' } }
    const record = (type: string, closed: string) =>
      mapOne('customers', CUSTOMER, { ...ANNA, type, closed }, { file })
    expect(record('OWNER', 'N')).toMatchObject({ ok: true })
    expect(record('USER', 'N')).toBeNull()
    expect(record('JOINT', 'Y')).toBeNull()
  })

  it('refuses a column that the file does not have, by name', () => {
    expect(() => mapOne('customers', CUSTOMER, { id: '1' })).toThrowError(
      expect.objectContaining({ code: 'imports.missingColumn', detail: { file: 'f.csv', columns: 'name' } }),
    )
  })

  it('a workbook’s own dates are read besides the profile’s format', () => {
    const fields = { ...CUSTOMER, birthOn: { column: 'born' } }
    const file = { dateFormat: 'YYYYMMDD' }
    for (const born of ['19900101', '1990-01-01', '1990-01-01 08:00:00']) {
      const mapped = mapOne('customers', fields, { ...ANNA, born }, { file, format: 'xlsx' })
      expect(mapped).toMatchObject({ row: { birthOn: '1990-01-01' } })
    }
    expect(mapOne('customers', fields, { ...ANNA, born: '1990-01-01' }, { file })).toMatchObject({
      ok: false,
    })
  })
})

describe('cards', () => {
  const fields = { key: { column: 'no' }, customerKey: { constant: 'C1' }, number: { column: 'no' } }

  it('the tail comes from the whole number, blanks aside', () => {
    expect(mapOne('cards', fields, { no: '9999 0000 1111 2345' })).toMatchObject({
      row: { number: '9999000011112345', numberTail: '2345' },
    })
  })
})
