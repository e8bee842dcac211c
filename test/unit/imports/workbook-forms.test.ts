import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DETECT_ALL, type ExtractOptions } from '../../../src/main/features/imports/reading/extract.ts'
import { openSpreadsheet } from '../../../src/main/features/imports/reading/spreadsheet-file.ts'
import { AppError } from '../../../src/shared/domain/branch/app-error.ts'
import { zipOf } from '../../support/imports/packed-files.ts'
import { extractFolder } from '../../support/imports/written-files.ts'
import {
  packedWorkbook,
  textRow,
  type WrittenSheet,
  workbook,
  workbookParts,
} from '../../support/imports/written-workbook.ts'

const ROWS = textRow(1, '客户号', '姓名') + textRow(2, 'C1', '张三')
const TABLE: WrittenSheet = { rows: ROWS }
const PARTS = workbookParts({ sheets: [TABLE] })
const SHEET = 'xl/worksheets/sheet1.xml'

async function read(content: Buffer, options: Partial<ExtractOptions> = {}) {
  const dir = await extractFolder({ 'book.xlsx': content })
  const opened = await openSpreadsheet(join(dir, 'book.xlsx'), { ...DETECT_ALL, ...options })
  const lines: (string | number)[][] = []
  for await (const { records } of opened.records(opened.first.length)) {
    for (const { line, fields } of records) lines.push([line, ...fields])
  }
  return { header: opened.first, lines }
}

const RIGHT = { header: ['客户号', '姓名'], lines: [[2, 'C1', '张三']] }

function renamed(parts: Readonly<Record<string, string>>, rename: (name: string) => string) {
  return Object.fromEntries(Object.entries(parts).map(([name, xml]) => [rename(name), xml]))
}

/** The same elements under a prefix, as some writers name every one of them. */
function prefixed(xml: string): string {
  return xml.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:').replace('xmlns="', 'xmlns:x="')
}

function inUtf16(xml: string): Buffer {
  return Buffer.from(`\ufeff${xml}`, 'utf16le')
}

describe('a workbook is read whoever wrote it', () => {
  const bare = (xml: string) => xml.replace(/ r="[A-Z]*\d+"/g, '')
  it.each<[string, Buffer]>([
    ['deflated', packedWorkbook(PARTS)],
    ['stored', packedWorkbook(PARTS, { stored: true })],
    ['with 64-bit sizes', packedWorkbook(PARTS, { zip64: true })],
    ['behind other bytes', Buffer.concat([Buffer.from('#!/bin/sh\n'), packedWorkbook(PARTS)])],
    ['strict', workbook({ sheets: [TABLE], strict: true })],
    ['with prefixes', packedWorkbook({ ...PARTS, [SHEET]: prefixed(PARTS[SHEET] ?? '') })],
    ['without addresses', packedWorkbook({ ...PARTS, [SHEET]: bare(PARTS[SHEET] ?? '') })],
    ['with absolute targets', workbook({ sheets: [TABLE], target: (n) => `/xl/worksheets/sheet${n}.xml` })],
    [
      'with targets that climb',
      workbook({ sheets: [TABLE], target: (n) => `../xl/./worksheets/sheet${n}.xml` }),
    ],
    ['with backslashes in names', packedWorkbook(renamed(PARTS, (name) => name.replaceAll('/', '\\')))],
    ['with names in capitals', packedWorkbook(renamed(PARTS, (name) => name.toUpperCase()))],
    ['in UTF-16', packedWorkbook({ ...PARTS, [SHEET]: inUtf16(PARTS[SHEET] ?? '') })],
    [
      'with an extent that is wrong',
      packedWorkbook({
        ...PARTS,
        [SHEET]: (PARTS[SHEET] ?? '').replace('<sheetData>', '<dimension ref="A1"/><sheetData>'),
      }),
    ],
  ])('%s', async (_, content) => {
    expect(await read(content)).toEqual(RIGHT)
  })

  it('with a part that its relations do not name, and no styles at all', async () => {
    const { 'xl/styles.xml': _, ...others } = PARTS
    expect(await read(packedWorkbook(others))).toEqual(RIGHT)
  })
})

describe('the sheet that is read', () => {
  const chart: WrittenSheet = { name: '图', kind: 'chartsheet' }
  const dialog: WrittenSheet = { name: '宏', kind: 'dialogsheet' }
  const other: WrittenSheet = { name: '说明', rows: textRow(1, 'x', 'y') + textRow(2, '1', '2') }

  it.each<[string, WrittenSheet[]]>([
    ['behind charts and dialogs', [chart, dialog, TABLE, other]],
    ['behind empty sheets', [{ rows: '' }, { rows: '<row r="1"><c r="A1" s="1"/></row>' }, TABLE, other]],
    ['behind hidden ones', [{ ...other, state: 'veryHidden' }, { ...other, state: 'hidden' }, TABLE]],
    ['even hidden, where no other has cells', [{ rows: '' }, { ...TABLE, state: 'hidden' }]],
  ])('is the first with cells: %s', async (_, sheets) => {
    expect(await read(workbook({ sheets }))).toEqual(RIGHT)
  })

  it('is the named one, whatever blanks and capitals its name has', async () => {
    const book = workbook({ sheets: [other, { ...TABLE, name: 'Data & 1 ' }] })
    expect(await read(book, { sheet: 'Data & 1 ' })).toEqual(RIGHT)
    expect(await read(book, { sheet: 'data & 1' })).toEqual(RIGHT)
    await expect(read(book, { sheet: 'Data' })).rejects.toMatchObject({ code: 'imports.unknownSheet' })
  })

  it('is refused where another goes on with the same columns, unless it is named', async () => {
    const more: WrittenSheet = { rows: textRow(1, '客户号', '姓名') + textRow(2, 'C2', '李四') }
    await expect(read(workbook({ sheets: [TABLE, other, more] }))).rejects.toMatchObject({
      code: 'imports.severalSheets',
      detail: { sheets: 'Sheet1 · Sheet3' },
    })
    expect(await read(workbook({ sheets: [TABLE, more] }), { sheet: 'Sheet1' })).toEqual(RIGHT)
    expect(await read(workbook({ sheets: [TABLE, { ...more, state: 'hidden' }] }))).toEqual(RIGHT)
    expect(await read(workbook({ sheets: [TABLE, { rows: textRow(1, '客户号', '姓名') }] }))).toEqual(RIGHT)
  })

  it('keeps the names that a header of several lines merges downwards', async () => {
    const rows =
      textRow(1, '客户号', '余额', '') + textRow(2, '', '活期', '定期') + textRow(3, 'C1', '1', '2')
    const merges = '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>'
    const { header } = await read(workbook({ sheets: [{ rows, behind: merges }] }), { skipLines: 1 })
    expect(header).toEqual(['客户号', '活期', '定期'])
  })

  it('keeps every row: hidden ones, out of order, twice, without a number, among blank ones', async () => {
    const rows = [
      textRow(1, 'a', 'b'),
      textRow(3, '3', 'x').replace('<row', '<row hidden="1"'),
      textRow(2, '2', 'x'),
      textRow(2, '2', 'y'),
      textRow(3, '3', 'y')
        .replace(' r="3"', '')
        .replaceAll(/ r="[AB]3"/g, ''),
      // a row that says nothing of its number, but whose cells do
      textRow(9, '9', 'x').replace('<row r="9"', '<row'),
      ...Array.from(
        { length: 500 },
        (_, at) => `<row r="${at + 10}" s="1" customFormat="1"><c r="A${at + 10}" s="1"/></row>`,
      ),
      textRow(600, '600', 'x'),
    ]
    const { lines } = await read(workbook({ sheets: [{ rows: rows.join('') }] }))
    expect(lines).toEqual([
      [3, '3', 'x'],
      [2, '2', 'x'],
      [2, '2', 'y'],
      [3, '3', 'y'],
      [9, '9', 'x'],
      [600, '600', 'x'],
    ])
  })

  it('comes in pieces of any size, cut anywhere in its text', async () => {
    const many = Array.from({ length: 12_000 }, (_, at) => textRow(at + 2, `客户${at}`, '张&三'))
    const { lines } = await read(workbook({ sheets: [{ rows: textRow(1, 'k', 'n') + many.join('') }] }))
    expect(lines).toHaveLength(12_000)
    expect(
      lines.every((line, at) => line[0] === at + 2 && line[1] === `客户${at}` && line[2] === '张&三'),
    ).toBe(true)
  })
})

describe('a damaged workbook', () => {
  const rows = Array.from({ length: 200 }, (_, at) => textRow(at + 2, `C${at}`, `张${at}`)).join('')
  const good = workbook({ sheets: [{ rows: textRow(1, 'k', 'n') + rows }], texts: ['<t>x</t>'] })

  it('is refused before its first row, wherever a bit of it flipped', async () => {
    const right = await read(good)
    let refused = 0
    for (let at = 7; at < good.length; at += 41) {
      const bytes = Buffer.from(good)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8))
      const outcome = await read(bytes).catch((error: unknown) => error)
      // what names and times a member has twice, and parts that are not used, may differ unharmed
      if (outcome instanceof AppError) refused++
      else expect(outcome).toEqual(right)
    }
    expect(refused).toBeGreaterThan(good.length / 41 / 3)
  })

  it('says which part is damaged', async () => {
    const parts = workbookParts({ sheets: [TABLE] })
    const wrongSum = packedWorkbook(parts, { crc: 1 })
    await expect(read(wrongSum)).rejects.toMatchObject({
      code: 'imports.fileUnreadable',
      detail: { part: '_rels/.rels' },
    })
    const cutSheet = packedWorkbook({ ...parts, [SHEET]: (parts[SHEET] ?? '').slice(0, -40) })
    await expect(read(cutSheet)).rejects.toMatchObject({
      code: 'imports.fileUnreadable',
      detail: { part: SHEET },
    })
    const far = ROWS.replace('"A2"', '"ZZZ2"')
    await expect(read(workbook({ sheets: [{ rows: far }] }))).rejects.toMatchObject({
      detail: { part: SHEET },
    })
    const twice = zipOf(
      [...Object.entries(parts), [SHEET, parts[SHEET] ?? '']].map(([name = '', content = '']) => ({
        name,
        content,
      })),
    )
    await expect(read(twice)).rejects.toMatchObject({ detail: { part: SHEET } })
    await expect(read(good.subarray(0, -60))).rejects.toMatchObject({ code: 'imports.fileUnreadable' })
  })
})

describe('characters by their number', () => {
  // openpyxl leaves shared texts to Python's ElementTree, which writes whatever is not ASCII so
  it.each([
    ['&#134071;野家', '𠮷野家'],
    ['&#x20BB7;&#x2B36F;', '𠮷𫍯'],
    ['&#24352;&amp;&#x4e09;', '张&三'],
    ['&amp;#134071;', '&#134071;'],
  ])('%s, beyond the BMP as within it', async (written, name) => {
    const rows = `${textRow(1, '客户号', '姓名')}<row r="2"><c r="A2" t="inlineStr"><is><t>C1</t></is></c><c r="B2" t="s"><v>0</v></c></row>`
    expect((await read(workbook({ sheets: [{ rows }], texts: [`<t>${written}</t>`] }))).lines).toEqual([
      [2, 'C1', name],
    ])
  })
})
