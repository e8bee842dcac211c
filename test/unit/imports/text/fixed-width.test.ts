import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { fixedFieldText } from '../../../../src/main/features/imports/reading/text/fixed-field.ts'
import { importProfileSchema } from '../../../../src/shared/contract/import-profile.ts'
import { readCustomers } from '../../../support/imports/read-customers.ts'

const LAYOUT = [
  { column: '客户号', length: 4 },
  { column: '姓名', length: 6 },
  { column: '地址', length: 9 },
  { column: '职业', length: 4 },
]
const FIXED = { format: 'fixed', layout: LAYOUT, encoding: 'gb18030' }

/** Fills or cuts each text to its bytes, as a COBOL MOVE does. */
function record(...cells: readonly string[]): Buffer {
  return Buffer.concat(
    cells.map((cell, at) => {
      const length = LAYOUT[at]?.length ?? 0
      const bytes = iconv.encode(cell, 'gb18030').subarray(0, length)
      return Buffer.concat([bytes, Buffer.alloc(length - bytes.length, ' ')])
    }),
  )
}

function joined(records: readonly Buffer[], end: string): Buffer {
  return Buffer.concat(records.flatMap((each) => [each, Buffer.from(end)]))
}

const RECORDS = [record('0001', '张三', '北京路', '教师'), record('0002', '李四', '城南路二号', '')]
const ROWS = ['1 0001/张三/北京路/教师', '2 0002/李四/城南路二/']

describe('fixed-width files', () => {
  it.each(['\n', '\r\n', ''])(
    'are cut by bytes, and half a character costs its own field, with line end %j',
    async (end) => {
      expect(await readCustomers(joined(RECORDS, end), FIXED)).toMatchObject({
        rows: ROWS,
        faults: ['2 half-character address'],
      })
    },
  )

  it('may leave columns out, be in any order, and end their records with fill', async () => {
    const layout = [
      { column: '姓名', from: 5, length: 6 },
      { column: '客户号', from: 1, length: 4 },
    ]
    const fields = { key: { column: '客户号' }, name: { column: '姓名' } }
    const content = joined(RECORDS, '')
    expect((await readCustomers(content, { ...FIXED, layout, fields, recordLength: 23 })).rows).toEqual([
      '1 0001/张三//',
      '2 0002/李四//',
    ])
  })

  it('take only the lines of one type; the header and the trailer are counted', async () => {
    const content = joined([Buffer.from('H20261130'), ...RECORDS, Buffer.from('T00000002')], '\n')
    const recordType = { from: 1, is: ['0'] }
    expect(await readCustomers(content, { ...FIXED, recordType })).toMatchObject({
      rows: ['2 0001/张三/北京路/教师', '3 0002/李四/城南路二/'],
      faults: ['3 half-character address'],
      lines: { physical: 4, skipped: 2 },
    })
  })

  it('reject a record that is shorter or longer than the layout', async () => {
    const [first = Buffer.alloc(0)] = RECORDS
    const content = joined([first.subarray(0, 12), first, Buffer.concat([first, Buffer.from('x')])], '\n')
    expect(await readCustomers(content, FIXED)).toMatchObject({
      rows: ['2 0001/张三/北京路/教师'],
      faults: ['1 column-count', '3 column-count'],
    })
    const short = joined([first, first.subarray(0, 21)], '')
    expect((await readCustomers(short, FIXED)).faults).toEqual(['2 cut-short'])
    const lastField = joined([first.subarray(0, 21)], '\n')
    expect((await readCustomers(lastField, FIXED)).rows).toEqual(['1 0001/张三/北京路/教'])
  })

  it('in UTF-8 count bytes as well', async () => {
    const layout = [
      { column: '客户号', length: 2 },
      { column: '姓名', length: 9 },
      { column: '地址', length: 3 },
      { column: '职业', length: 3 },
    ]
    const content = 'C1张三　路  \nC2王小二街a\n'
    expect((await readCustomers(content, { format: 'fixed', layout })).rows).toEqual([
      '1 C1/张三/路/',
      '2 C2/王小二/街/a',
    ])
  })
})

describe('fields of a fixed width', () => {
  it.each([
    ['000012345', { decimals: 2 }, '0000123.45'],
    ['5', { decimals: 2 }, '0.05'],
    ['-0000150', { decimals: 2 }, '-00001.50'],
    ['0000150-', { decimals: 2 }, '00001.50-'],
    ['12.34', { decimals: 2 }, '12.34'],
    ['0001234{', { decimals: 2, zoned: true }, '000123.40'],
    ['0001234}', { decimals: 2, zoned: true }, '-000123.40'],
    ['0001234E', { zoned: true }, '00012345'],
    ['0001234N', { decimals: 2, zoned: true }, '-000123.45'],
    ['0001234u', { decimals: 2, zoned: true }, '-000123.45'],
    ['00012345', { decimals: 2, zoned: true }, '000123.45'],
    ['        ', { decimals: 2, zoned: true }, ''],
    ['00A1234N', { decimals: 2, zoned: true }, '00A1234N'],
    ['00123 ', {}, '00123 '],
  ])('%j by %j is %j', (text, form, expected) => {
    expect(fixedFieldText(text, { column: 'x', length: text.length, ...form })).toBe(expected)
  })
})

describe('a profile', () => {
  const file = { entity: 'customers', file: 'f', fields: { key: { column: 'k' }, name: { column: 'n' } } }

  it.each([
    ['a fixed-width file without a layout', { format: 'fixed' }],
    ['a layout of another file', { layout: LAYOUT }],
    ['a delimiter with a line end', { delimiter: '|\n' }],
  ])('is refused: %s', (_, entry) => {
    const profile = { version: 1, name: 'x', files: [{ ...file, ...entry }] }
    expect(importProfileSchema.safeParse(profile).success).toBe(false)
  })
})
