import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DETECT_ALL, openExtract } from '../../../src/main/features/imports/reading/extract.ts'
import { extractFolder, readAll } from '../../support/imports/written-files.ts'
import { textRow, type WrittenWorkbook, workbook } from '../../support/imports/written-workbook.ts'

async function recordsOf(book: WrittenWorkbook) {
  const dir = await extractFolder({ 'book.xlsx': workbook(book) })
  const { records } = await readAll(await openExtract(join(dir, 'book.xlsx'), DETECT_ALL))
  return records
}

/** What one cell of the given form shows, and what it holds where that differs. */
async function cell(
  xml: string,
  more: Omit<WrittenWorkbook, 'sheets'> = {},
): Promise<(string | undefined)[]> {
  const [record] = await recordsOf({
    ...more,
    sheets: [
      { rows: `${textRow(1, 'k', 'v')}<row r="2"><c r="A2" t="inlineStr"><is><t>k</t></is></c>${xml}</row>` },
    ],
  })
  const { fields = [], values = fields } = record ?? {}
  return fields[1] === values[1] ? [fields[1]] : [fields[1], values[1]]
}

function number(value: number | string, format: string, date1904 = false): Promise<(string | undefined)[]> {
  return cell(`<c r="B2" s="1"><v>${value}</v></c>`, { formats: [format], date1904 })
}

const MS_PER_DAY = 86_400_000
/** The serial of a day as the standard counts it from 1 March 1900 on (ECMA-376 part 1, 18.17.4.1). */
function serial(iso: string): number {
  return Math.round((Date.parse(`${iso}T00:00:00Z`) - Date.parse('1899-12-30T00:00:00Z')) / MS_PER_DAY)
}

describe('a date in a number cell', () => {
  it.each([
    'yyyymmdd',
    'yyyy"年"m"月"d"日"',
    'yyyy年m月d日',
    '[$-804]yyyy"年"m"月"d"日";@',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
    '[DBNum1][$-804]yyyy"年"m"月"d"日"',
    '[$-404]e/m/d',
    'dd.mm.yyyy',
    'mmm-yy',
    'aaaa',
    'm"月"d"日"',
    '[Red]yyyy\\-mm\\-dd_)',
    'mm',
    'yyyy/m/d h:mm',
    '[>=1]yyyy-m-d;General',
  ])('is the day it holds, whatever shows it: %s', async (format) => {
    expect(await number(serial('1990-03-05'), format)).toEqual(['1990-03-05'])
  })

  it.each([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 54, 57, 58, 71, 81])(
    'is a day in the built-in format %i',
    async (id) => {
      const xml = `<c r="B2" s="1"><v>${serial('2024-02-29')}</v></c>`
      expect(await cell(xml, { builtIn: [id] })).toEqual(['2024-02-29'])
    },
  )

  it.each([0, 1, 2, 3, 4, 11, 12, 37, 40, 41, 44, 48, 49, 59])(
    'is no day in the built-in format %i',
    async (id) => {
      expect(await cell('<c r="B2" s="1"><v>45351</v></c>', { builtIn: [id] })).toEqual(['45351'])
    },
  )

  it.each([
    [serial('1990-03-05') + 0.5, '1990-03-05 12:00:00'],
    // a second before midnight stays on its day, what is nearer than a millisecond is midnight
    [serial('1990-03-05') + 0.99999, '1990-03-05 23:59:59'],
    [serial('1990-03-05') + 0.999999999, '1990-03-06'],
    [2_958_465, '9999-12-31'],
    [61, '1900-03-01'],
    // before the day that never was, the sheet counts from 31 December 1899
    [59, '1900-02-28'],
    [1, '1900-01-01'],
  ])('keeps its time and the ends of the calendar: %s', async (value, text) => {
    expect(await number(value, 'yyyy-mm-dd')).toEqual([text])
  })

  it.each([0, 0.5, 60, -5, 2_958_466, 9_999_999_999, 13_800_000_077])(
    'that is no day stays the number %s',
    async (value) => {
      expect(await number(value, 'yyyy-mm-dd')).toEqual([String(value)])
    },
  )

  it('counts from 1904 where the workbook says so', async () => {
    const in1904 = serial('1990-03-05') - serial('1904-01-01')
    expect(await number(in1904, 'yyyymmdd', true)).toEqual(['1990-03-05'])
    expect(await number(0, 'yyyymmdd', true)).toEqual(['1904-01-01'])
    expect(await number(-1, 'yyyymmdd', true)).toEqual(['-1'])
  })

  it.each([
    [0.5, 'h:mm', '12:00:00'],
    [0.75, '上午/下午h"时"mm"分"', '18:00:00'],
    [1.5, '[h]:mm', '36:00:00'],
    [1.5, '[mm]:ss', '36:00:00'],
    // a stretch of time is no day of January 1900
    [1.5, 'h:mm', '1.5'],
    [serial('1990-03-05') + 0.5, 'h:mm', '1990-03-05 12:00:00'],
  ])('with a time only (%s, %s) is no day', async (value, format, text) => {
    expect(await number(value, format)).toEqual([text])
  })

  it.each([
    ['1990-03-05T00:00:00', '1990-03-05'],
    ['1990-03-05', '1990-03-05'],
    ['1990-03-05T00:00:00Z', '1990-03-05'],
    ['1990-03-05T00:00:00+08:00', '1990-03-05'],
    ['1990-03-05T23:30:00.000-05:00', '1990-03-05 23:30:00'],
    ['12:30:00', '12:30:00'],
    ['1990-03', '1990-03'],
  ])('written as text (%s) is the day as written, in any zone', async (written, text) => {
    expect(await cell(`<c r="B2" t="d"><v>${written}</v></c>`)).toEqual([text])
  })
})

describe('a number cell', () => {
  it.each([
    [0.0175, '0.00%', ['1.75%']],
    [0.0175, '0%', ['1.75%']],
    [1, '0%', ['100%']],
    [-0.005, '0.0%;[Red]-0.0%', ['-0.5%']],
    [0.07, '0%', ['7%']],
    [1.75, '0.00"%"', ['1.75']],
    [5, '0.0"‰"', ['5‰']],
  ])('%s in %s is the percentage it shows', async (value, format, texts) => {
    expect(await number(value, format)).toEqual(texts)
  })

  it.each([
    [7, '0000000000', ['0000000007', '7']],
    [-7, '000', ['-007', '-7']],
    [7, '"A"000', ['A007', '7']],
    [12_345, '000', ['12345']],
    [13_800_138_000, '000-0000-0000', ['138-0013-8000', '13800138000']],
    [20_240_131, '0000\\-00\\-00', ['2024-01-31', '20240131']],
    [3, '0"个月"', ['3个月', '3']],
    [3, 'General"元"', ['3元', '3']],
    [7, '"USD"000', ['USD007', '7']],
    [7, '"AUSDX"#', ['AUSDX7', '7']],
    [202_405, '0000"年"00"月"', ['2024年05月', '202405']],
    [7.5, '0000', ['7.5']],
    [1, '[=1]"男";[=2]"女";0', ['男', '1']],
    [2, '[=1]"男";[=2]"女";0', ['女', '2']],
    [9, '[=1]"男";[=2]"女";0', ['9']],
  ])('%s in %s shows its places and words, and holds the number', async (value, format, texts) => {
    expect(await number(value, format)).toEqual(texts)
  })

  it.each([
    [1234, '#,##0', '1234'],
    [1234.5, '#,##0.00"元"', '1234.5'],
    [1234.5, '_ "￥"* #,##0.00_ ;_ "￥"* \\-#,##0.00_ ;_ "￥"* "-"??_ ;_ @_ ', '1234.5'],
    [0, '_ "￥"* #,##0.00_ ;_ "￥"* \\-#,##0.00_ ;_ "￥"* "-"??_ ;_ @_ ', '0'],
    [12_000, '0!.0,"万"', '12000'],
    [12_000, '0\\.0,"万"', '12000'],
    [12_345, '0!.0000"万"', '12345'],
    [12_345, '[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0', '12345'],
    [12_000_000, '0.0,,', '12000000'],
    [0.5, '# ?/?', '0.5'],
    [100, '[$¥-804]#,##0.00', '100'],
    [100, '[$CNY] #,##0.00', '100'],
    [100, '#,##0.00"元"', '100'],
    [1_234_567, '0.00E+00', '1234567'],
    [5, ';;;', '5'],
    [5, '@', '5'],
  ])('%s in %s is the number it holds, not the scale it shows', async (value, format, text) => {
    expect(await number(value, format)).toEqual([text])
  })

  it.each([
    [12, '0"万"', '12万'],
    [1.5, '0.00"万元"', '1.5万元'],
    [3, '0"亿"', '3亿'],
    [3, '0"年"', '3年'],
    [100, '"$"#,##0.00', '$100'],
    [100, '[$US$-409]#,##0.00', 'US$100'],
    [100, '[$€-2]\\ #,##0.00', '€100'],
    [100, '[$¥-411]#,##0', 'JPY100'],
    [-100, '#,##0.00"美元"', '-100美元'],
    [100, 'General"HKD"', '100HKD'],
  ])('%s in %s means what it shows: no yuan', async (value, format, text) => {
    expect(await number(value, format)).toEqual([text])
  })

  it.each([
    ['18.899999999999999', ['18.9']],
    ['0.30000000000000004', ['0.3']],
    ['1E-7', ['0.0000001']],
    ['-2.5E-5', ['-0.000025']],
    ['1.23E7', ['12300000']],
    ['007', ['7']],
    ['12.50', ['12.5']],
    ['-0', ['0']],
    ['6222021001012346', ['6.22202100101235E+15']],
    ['6.2220210010123461E+18', ['6.22202100101235E+18']],
    // what is left of a sum that is nought or whole
    ['2.8421709430404007E-14', ['0.000000000000028421709430404', '0']],
    ['0.010000000009313226', ['0.0100000000093132', '0.01']],
    // a hundredth of a fen is no residue
    ['12.3401', ['12.3401']],
    ['0.00000002', ['0.00000002']],
    ['NaN', ['#VALUE!']],
    ['1,234', ['#VALUE!']],
  ])('that is stored as %s', async (stored, texts) => {
    expect(await cell(`<c r="B2"><v>${stored}</v></c>`)).toEqual(texts)
  })
})

describe('other cells', () => {
  it.each([
    ['<c r="B2" t="s"><v>0</v></c>', '张三'],
    ['<c r="B2" t="s"><v>1</v></c>', '李 四'],
    ['<c r="B2" t="s"><v>2</v></c>', 'a\rb_x000D_'],
    ['<c r="B2" t="s"><v>99</v></c>', '#VALUE!'],
    [
      '<c r="B2" t="inlineStr"><is><r><t>王</t></r><r><t>五</t></r><rPh sb="0" eb="1"><t>wang</t></rPh></is></c>',
      '王五',
    ],
    ['<c r="B2" t="inlineStr"><is><t><![CDATA[a<b]]></t></is></c>', 'a<b'],
    ['<c r="B2" t="inlineStr"><v>v</v></c>', 'v'],
    ['<c r="B2"><is><t>x</t></is></c>', 'x'],
    ['<c r="B2" t="str"><f>A1</f><v>x&#10;y &amp; z</v></c>', 'x\ny & z'],
    ['<c r="B2" t="b"><v>1</v></c>', 'TRUE'],
    ['<c r="B2" t="b"><v>0</v></c>', 'FALSE'],
    ['<c r="B2" t="e"><v>#REF!</v></c>', '#REF!'],
    ['<c r="B2" t="e"/>', '#VALUE!'],
    ['<c r="B2" t="e"><f>NA()</f><v>#N/A</v></c>', '#N/A'],
    ['<c r="B2"><f>1+1</f><v>2</v></c>', '2'],
    ['<c r="B2" t="s"/>', ''],
    ['<c r="B2" s="7"/>', ''],
    // a formula that gives an empty text has been computed, one without a value has not
    ['<c r="B2" t="str"><f>""</f><v></v></c>', ''],
    ['<c r="B2"><f>1+1</f><v></v></c>', '#FORMULA!'],
    ['<c r="B2"><f>1+1</f></c>', '#FORMULA!'],
    ['<c r="B2"><f t="shared" si="0"/></c>', '#FORMULA!'],
    ['<c r="B2"><v>1</v></c><c r="B2"><v>2</v></c>', '#VALUE!'],
  ])('%s', async (xml, text) => {
    const texts = [
      '<r><t>张</t></r><r><rPr><b/></rPr><t>三</t></r><rPh sb="0" eb="1"><t>ZHANG</t></rPh><phoneticPr fontId="1"/>',
      '<t xml:space="preserve">李 四</t>',
      '<t>a_x000D_b_x005F_x000D_</t>',
    ]
    expect(await cell(xml, { texts })).toEqual([text])
  })

  it('a formula’s nought counts only where somebody has computed it', async () => {
    const xml = '<c r="B2"><f>SUM(C1:C9)</f><v>0</v></c>'
    expect(await cell(xml)).toEqual(['0'])
    expect(await cell(xml, { fullCalcOnLoad: true })).toEqual(['#FORMULA!'])
    expect(await cell(xml.replace('>0<', '>5<'), { fullCalcOnLoad: true })).toEqual(['5'])
    expect(await cell('<c r="B2"><v>0</v></c>', { fullCalcOnLoad: true })).toEqual(['0'])
  })

  it('a number whose fen are beyond the fifteen digits of the sheet is known as rounded', async () => {
    expect(await number('89999999999999.99', '#,##0.00')).toEqual(['9E+13'])
    expect(await number('-12345678901234.56', 'General')).toEqual(['-1.23456789012346E+13'])
    expect(await number('90000000000000.00', '#,##0.00')).toEqual(['90000000000000'])
    expect(await number('1234567890123.45', '#,##0.00')).toEqual(['1234567890123.45'])
  })

  it('a text shows what its format puts around it', async () => {
    const xml = '<c r="B2" s="1" t="inlineStr"><is><t>12</t></is></c>'
    expect(await cell(xml, { formats: ['"A"@'] })).toEqual(['A12'])
    expect(await cell(xml, { formats: ['@'] })).toEqual(['12'])
  })

  it('cells under a merged one are marked, blank rows and titles under one are blank', async () => {
    const rows = [
      textRow(1, '名单'),
      textRow(2, 'k', 'n', 'v'),
      textRow(3, 'A', 'x', '1'),
      textRow(4, '', 'y', '2'),
      '<row r="5"><c r="B5" t="inlineStr"><is><t>z</t></is></c></row>',
      textRow(6, '备注'),
      '<row r="7"><c r="A7" s="0"/></row>',
    ].join('')
    const merges = ['A1:C1', 'A3:A5', 'B5:C5', 'A6:C7'].map((ref) => `<mergeCell ref="${ref}"/>`)
    const behind = `<mergeCells count="4">${merges.join('')}</mergeCells>`
    const dir = await extractFolder({ 'b.xlsx': workbook({ sheets: [{ rows, behind }] }) })
    const extract = await openExtract(join(dir, 'b.xlsx'), { ...DETECT_ALL, skipLines: 1 })
    expect(extract.header).toEqual(['k', 'n', 'v'])
    const { records } = await readAll(extract)
    expect(records.map(({ line, fields }) => [line, ...fields])).toEqual([
      [3, 'A', 'x', '1'],
      [4, '#MERGED!', 'y', '2'],
      [5, '#MERGED!', 'z', '#MERGED!'],
      [6, '备注', '#MERGED!', '#MERGED!'],
    ])
  })

  it('a cell under a merged one is marked in what the row holds too', async () => {
    const padded = '<row r="3"><c r="A3" s="1"><v>7</v></c></row>'
    const rows = textRow(1, 'k', 'v') + textRow(2, 'x', '5') + padded
    const behind = '<mergeCells><mergeCell ref="B2:B3"/></mergeCells>'
    const [, record] = await recordsOf({ sheets: [{ rows, behind }], formats: ['000'] })
    expect(record).toMatchObject({ fields: ['007', '#MERGED!'], values: ['7', '#MERGED!'] })
  })
})
