import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import {
  DETECT_ALL,
  type ExtractOptions,
  openExtract,
} from '../../../src/main/features/imports/reading/extract.ts'
import { MAX_UNPACKED_BYTES } from '../../../src/main/features/imports/reading/workbook/package-parts.ts'
import { extractFolder, faults, readAll } from '../../support/imports/written-files.ts'

type Cell = string | number | boolean | null | { value: Date; type: DateConstructor; format: string }

async function openRows(rows: Cell[][], options: Partial<ExtractOptions> = {}) {
  const dir = await extractFolder({ 'sheet.xlsx': await writeWorkbook(rows).toBuffer() })
  return openExtract(join(dir, 'sheet.xlsx'), { ...DETECT_ALL, ...options })
}

function day(iso: string): Cell {
  return { value: new Date(iso), type: Date, format: 'yyyy-mm-dd' }
}

describe('workbooks', () => {
  it('are known by their content and read like any other extract', async () => {
    const extract = await openRows([
      ['客户号', '姓名', '开户日', '余额'],
      ['0012', '王建国', day('2024-02-29T00:00:00Z'), 18.9],
      ['0013', '=cmd|calc!A0', null, 1234567.01],
    ])
    expect(extract).toMatchObject({
      format: 'xlsx',
      header: ['客户号', '姓名', '开户日', '余额'],
      encoding: null,
    })
    const { records } = await readAll(extract)
    expect(records.map(({ line, fields }) => [line, ...fields])).toEqual([
      [2, '0012', '王建国', '2024-02-29', '18.9'],
      [3, '0013', '=cmd|calc!A0', '', '1234567.01'],
    ])
  })

  it('show amounts as the sheet does, not as binary fractions store them', async () => {
    const { records } = await readAll(
      await openRows([['a'], [0.1 + 0.2], [999_999_999_999_999], [4.35 * 100]]),
    )
    expect(records.map(({ fields }) => fields[0])).toEqual(['0.3', '999999999999999', '435'])
  })

  it('give numbers whose last digits the sheet has lost in its own rounded form, which no key can be', async () => {
    const { records } = await readAll(await openRows([['a'], [6222021001012346000], [1e15]]))
    expect(records.map(({ fields }) => fields[0])).toEqual(['6.22202100101235E+18', '1E+15'])
  })

  it('number their rows as the sheet does, through title and empty rows', async () => {
    const whole = await readAll(
      await openRows(
        [['名单'], [null], ['id', 'name'], ['1', 'a'], [null, null], ['2', 'b'], ['3', 'c', 'stray']],
        {
          skipLines: 2,
        },
      ),
    )
    expect(whole.records.map(({ line }) => line)).toEqual([4, 6])
    expect(faults(whole)).toEqual(['7 column-count'])
  })

  it('number columns of one name, and refuse an unknown sheet and an empty sheet', async () => {
    const { header } = await openRows([
      ['id', 'id'],
      ['1', '2'],
    ])
    expect(header).toEqual(['id #1', 'id #2'])
    await expect(openRows([['id'], ['1']], { sheet: '不在' })).rejects.toMatchObject({
      code: 'imports.unknownSheet',
    })
    await expect(openRows([[null]])).rejects.toMatchObject({ code: 'imports.emptyFile' })
  })

  it('that would unpack to gigabytes are refused before they are unpacked', async () => {
    const bytes = await writeWorkbook([['id'], ['1']]).toBuffer()
    const entry = bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'))
    bytes.writeUInt32LE(MAX_UNPACKED_BYTES + 1, entry + 24)
    const dir = await extractFolder({ 'bomb.xlsx': bytes })
    const opened = openExtract(join(dir, 'bomb.xlsx'), DETECT_ALL)
    await expect(opened).rejects.toMatchObject({
      code: 'imports.spreadsheetTooLarge',
      detail: { limitMiB: 2_048 },
    })
  })

  it('refuse text that only calls itself a workbook', async () => {
    const dir = await extractFolder({ 'a.xlsx': 'id,name\n1,a\n' })
    const forced = openExtract(join(dir, 'a.xlsx'), { ...DETECT_ALL, format: 'xlsx' })
    await expect(forced).rejects.toMatchObject({ code: 'imports.formatDiffers' })
    const auto = await openExtract(join(dir, 'a.xlsx'), DETECT_ALL)
    expect(auto.format).toBe('csv')
  })
})
