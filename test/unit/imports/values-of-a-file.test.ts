import { describe, expect, it } from 'vitest'
import { compileFile, type MappedRecord } from '../../../src/main/features/imports/reading/entity-rows.ts'
import { NO_LOOKUPS } from '../../../src/main/features/imports/reading/expression.ts'
import type { Expression } from '../../../src/shared/contract/import-expression.ts'
import { type ImportProfileInput, importProfileSchema } from '../../../src/shared/contract/import-profile.ts'
import type { ImportEntity, ImportRows } from '../../../src/shared/domain/imports/import-rows.ts'

type FileInput = Exclude<ImportProfileInput['files'][number], { entity: 'lookup' }>
type Options = Partial<Omit<FileInput, 'entity' | 'file' | 'fields'>> & {
  /** Undefined for a column that no field takes. */
  readonly fields?: Readonly<Record<string, Expression | undefined>>
}

/** One record of a file through a profile in which every field is a column of its own name, unless said otherwise. */
function mapped<Entity extends ImportEntity>(
  entity: Entity,
  record: Readonly<Record<string, string>>,
  options: Options = {},
  format: 'csv' | 'xlsx' = 'csv',
): MappedRecord<ImportRows[Entity]> | null {
  const columns = Object.fromEntries(Object.keys(record).map((column) => [column, { column }]))
  const given = Object.entries<Expression | undefined>({ ...columns, ...options.fields })
  const fields = Object.fromEntries(given.filter(([, expression]) => expression !== undefined))
  const input = { ...options, entity, file: 'f', fields }
  const [file] = importProfileSchema.parse({ version: 1, name: 'x', files: [input] }).files
  if (!file || file.entity === 'lookup') throw new Error('no entity file')
  const map = compileFile(entity, file, { header: Object.keys(record), file: 'f', format }, NO_LOOKUPS)
  return map({ line: 2, fields: Object.values(record), raw: '' })
}

const PERSON = { key: '000123', name: '张三' }
const ACCOUNT = { key: 'A1', customerKey: 'C1', kind: '活期' }

describe('guarded cells', () => {
  it.each(['="000123"', "'000123", '`000123', '\t000123', '=""000123""'])(
    'key, number and phone of %j',
    (key) => {
      const guard = (plain: string) => key.replace('000123', plain)
      const row = mapped('customers', {
        key,
        name: '张三',
        idNumber: guard('11010519491231002X'),
        phone: guard('10000001111'),
        birthOn: guard('1949-12-31'),
      })
      expect(row).toMatchObject({
        ok: true,
        row: {
          key: '000123',
          idNumber: '11010519491231002X',
          idChecked: true,
          phone: '10000001111',
          birthOn: '1949-12-31',
        },
        warnings: [],
      })
    },
  )

  it('a card number, with its groups', () => {
    const row = mapped('cards', { key: '1', customerKey: 'C1', number: '="6222 0212-3456 7890 128"' })
    expect(row).toMatchObject({ row: { number: '6222021234567890128', numberTail: '0128' } })
  })

  it('filters and codes see what was guarded', () => {
    const row = mapped(
      'customers',
      { ...PERSON, sex: '="1"', state: "'Y" },
      {
        where: { state: 'Y' },
        fields: { sex: { column: 'sex', map: { '1': 'male' } }, state: undefined },
      },
    )
    expect(row).toMatchObject({ ok: true, row: { sex: 'male' } })
  })

  it('a code in full width, or with the nought of a column read as numbers', () => {
    for (const sex of ['１', '1.0', '1\u200b']) {
      const row = mapped(
        'customers',
        { ...PERSON, sex },
        {
          fields: { sex: { column: 'sex', map: { '1': 'male' } } },
        },
      )
      expect(row).toMatchObject({ ok: true, row: { sex: 'male' } })
    }
  })
})

describe('keys and numbers that are none any more', () => {
  it.each(['1.1010119900307E+017', '6.2E18', '1,1E+17', '123.0', '=B2', '######', '6222021234567890000'])(
    'key %s: rejected',
    (key) => {
      expect(mapped('customers', { ...PERSON, key })).toMatchObject({
        ok: false,
        problems: [{ code: 'number-unreadable', field: 'key' }],
      })
    },
  )

  it.each(['5.10105195501010056E17', '1.1010119900307E+017', '110101199003070000'])(
    'ID %s: flagged',
    (idNumber) => {
      expect(mapped('customers', { ...PERSON, idNumber })).toMatchObject({
        row: { idNumber: null },
        warnings: [{ code: 'number-unreadable', field: 'idNumber' }],
      })
    },
  )

  it('a phone that a program wrote as a number is one where all its digits are there', () => {
    expect(mapped('customers', { ...PERSON, phone: '1.3800000005E10' })).toMatchObject({
      row: { phone: '13800000005' },
    })
    expect(mapped('customers', { ...PERSON, phone: '1.38E+10' })).toMatchObject({
      row: { phone: null },
      warnings: [{ code: 'phone-unreadable' }],
    })
  })

  it('a profile may say that a key was stored as a number, and how many digits it had', () => {
    const fields = { key: { column: 'key', number: { pad: 10 } } }
    const key = (written: string) => mapped('customers', { ...PERSON, key: written }, { fields })
    expect(key('123.0')).toMatchObject({ row: { key: '0000000123' } })
    expect(key('1.0000000006E10')).toMatchObject({ row: { key: '10000000006' } })
    expect(key('1.1E17')).toMatchObject({ ok: false, problems: [{ code: 'number-unreadable' }] })
  })
})

describe('words for nothing', () => {
  it('are no name, number or date of anybody', () => {
    const row = mapped('customers', {
      ...PERSON,
      idNumber: '-',
      phone: 'N/A',
      birthOn: '\\N',
      address: 'NULL',
    })
    expect(row).toMatchObject({
      ok: true,
      row: { idNumber: null, phone: null, birthOn: null, address: null },
      warnings: [],
    })
    expect(mapped('customers', { ...PERSON, name: 'NULL' })).toMatchObject({
      ok: false,
      problems: [{ code: 'required-missing', field: 'name' }],
    })
  })

  it('a dash for an amount may be nought: refused, unless the profile says that it is nothing', () => {
    expect(mapped('accounts', { ...ACCOUNT, balance: '-' })).toMatchObject({ ok: false })
    expect(mapped('accounts', { ...ACCOUNT, balance: 'NULL' })).toMatchObject({ row: { balanceFen: null } })
    expect(mapped('accounts', { ...ACCOUNT, balance: '-' }, { nulls: ['-'] })).toMatchObject({
      row: { balanceFen: null },
    })
  })

  it('a word that the profile maps keeps that meaning', () => {
    const fields = { sex: { column: 'sex', map: { '-': 'female' } } }
    expect(mapped('customers', { ...PERSON, sex: '-' }, { fields })).toMatchObject({
      row: { sex: 'female' },
    })
  })
})

describe('amounts, rates and dates of a file', () => {
  it('nought among the empty words of an amount is every way to write nought', () => {
    const fields = { balance: { firstOf: [{ column: 'debit', emptyWhen: ['0.00'] }, { column: 'credit' }] } }
    for (const debit of ['0.00', '.00', '0', '0.0000', '-0.00']) {
      const row = mapped(
        'accounts',
        { ...ACCOUNT, debit, credit: '5.00' },
        {
          fields: { ...fields, debit: undefined, credit: undefined },
        },
      )
      expect(row, debit).toMatchObject({ row: { balanceFen: 500 } })
    }
  })

  it('the rate of DB2, and rates as fractions', () => {
    expect(mapped('accounts', { ...ACCOUNT, rate: '+000000001.750000' })).toMatchObject({
      row: { ratePercent: 1.75 },
    })
    expect(mapped('accounts', { ...ACCOUNT, rate: '.0175' }, { rateUnit: 'fraction' })).toMatchObject({
      row: { ratePercent: 1.75 },
    })
  })

  it('a formula’s residue is forgiven in a workbook, and refused in text', () => {
    const record = { ...ACCOUNT, balance: '0.000000000000028421709430404007' }
    expect(mapped('accounts', record, {}, 'xlsx')).toMatchObject({ row: { balanceFen: 0 } })
    expect(mapped('accounts', record)).toMatchObject({ ok: false })
  })

  it('a date that says there is none: empty where there may be none, unreadable where one must be', () => {
    const never = { ...ACCOUNT, maturesOn: '9999-12-31', openedOn: '0001-01-01' }
    expect(mapped('accounts', never)).toMatchObject({
      row: { maturesOn: null, openedOn: null },
      warnings: [],
    })
    expect(mapped('accounts', never, { fillerDates: 'refuse' })).toMatchObject({ ok: false })
    const payment = {
      key: '1',
      accountKey: 'A',
      direction: 'in',
      amount: '1',
      kind: 'other',
      on: '0001-01-01',
    }
    expect(mapped('transactions', payment)).toMatchObject({
      ok: false,
      problems: [{ code: 'date-unreadable', field: 'on' }],
    })
  })

  it('several formats a field', () => {
    const options = { dateFormat: ['DD-MON-YY', 'auto'], yearPivot: 30 }
    for (const [birthOn, on] of [
      ['05-3月 -26', '2026-03-05'],
      ['05-10月-26', '2026-10-05'],
      ['2026/3/5', '2026-03-05'],
    ] as const) {
      expect(mapped('customers', { ...PERSON, birthOn }, options)).toMatchObject({ row: { birthOn: on } })
    }
  })

  it('two formats that would read one text as two days are a fault of the profile', () => {
    expect(() =>
      mapped('customers', { ...PERSON, birthOn: '' }, { dateFormat: ['DD/MM/YYYY', 'MM/DD/YYYY'] }),
    ).toThrow(/two different days/)
  })
})

describe('lost characters', () => {
  it('a name is kept and flagged, other text is left out', () => {
    expect(mapped('customers', { ...PERSON, name: '张\ufffd', address: '北京\ufffd' })).toMatchObject({
      ok: true,
      row: { name: '张\ufffd', address: null },
      warnings: [
        { code: 'character-lost', field: 'name' },
        { code: 'character-lost', field: 'address' },
      ],
    })
  })
})
