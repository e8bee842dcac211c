import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { detectFile } from '../../../../src/main/features/imports/reading/wizard.ts'
import { readCustomers } from '../../../support/imports/read-customers.ts'
import { extractFolder } from '../../../support/imports/written-files.ts'

const COLUMNS = ['客户号', '姓名', '地址', '职业']
const BARE = { header: false, columns: COLUMNS }
const HEAD = COLUMNS.join(',')

/** As every program writes a field in which somebody pressed Enter: in quotes, the line end as it is. */
function quoted(rows: readonly (readonly string[])[], delimiter: string, newline: string): string {
  return rows.map((row) => row.map((field) => `"${field}"`).join(delimiter) + newline).join('')
}

const THREE_LINES = [
  ['C1', '张三', '北京\n海淀\n路', '教师'],
  ['C2', '李四', '上海\n静安\n路', '医生'],
]

describe('a file without a header whose fields hold line ends', () => {
  it.each([
    [',', '\n'],
    [',', '\r\n'],
    ['\t', '\n'],
    ['|@|', '\n'],
  ])('delimiter %j, line end %j: the refusal says so, with the line', async (delimiter, newline) => {
    const content = quoted(THREE_LINES, delimiter, newline)
    await expect(readCustomers(content, BARE)).rejects.toMatchObject({
      code: 'imports.lineBreaks',
      detail: { file: 'customers.txt', line: 1 },
    })
    const { rows, faults } = await readCustomers(content, { ...BARE, lineBreaks: true })
    expect(rows).toEqual(['1 C1/张三/北京 海淀 路/教师', '4 C2/李四/上海 静安 路/医生'])
    expect(faults).toEqual([])
  })

  it('is told by the lines behind the titles', async () => {
    const content = `机构清单\n\n${quoted(THREE_LINES, ',', '\n')}`
    await expect(readCustomers(content, { ...BARE, skipLines: 2 })).rejects.toMatchObject({
      code: 'imports.lineBreaks',
      detail: { line: 3 },
    })
  })

  it('has its delimiter found by whole records, where other marks stand in the texts', async () => {
    const rows = [
      ['C1', '张三', '北京,海淀\n路,口\n号,楼', '教师'],
      ['C2', '李四', '上海,静安\n路,口\n号,楼', '医生'],
    ]
    const content = quoted(rows, ';', '\n')
    expect((await readCustomers(content, { ...BARE, lineBreaks: true })).rows).toEqual([
      '1 C1/张三/北京,海淀 路,口 号,楼/教师',
      '4 C2/李四/上海,静安 路,口 号,楼/医生',
    ])
    await expect(readCustomers(content, BARE)).rejects.toMatchObject({ code: 'imports.lineBreaks' })
  })

  it('has all its columns in the wizard, which knows none of their names', async () => {
    const dir = await extractFolder({ 'c.csv': quoted(THREE_LINES, ',', '\n') })
    const found = await detectFile(join(dir, 'c.csv'), { titleLines: 0, header: false })
    expect(found).toMatchObject({ delimiter: ',', hasHeader: false, header: ['1', '2', '3', '4'] })
  })

  it('is read where one record fits, though a delimiter stands in its quotes', async () => {
    const content = 'C1,张三,"北京\n海淀\n路",教师\nC2,李四,"静安路,2号",医生\n'
    expect(await readCustomers(content, BARE)).toMatchObject({
      rows: ['4 C2/李四/静安路,2号/医生'],
      faults: ['1 line-break', '2 line-break', '3 line-break'],
    })
  })
})

describe('a file without a header that does not have the columns', () => {
  it.each([
    ['never closed', 'C1,张三,"北京,海淀路,教师\nC2,李四,"上海,静安路,医生\n'],
    ['closed inside a field', 'C1,张三,"北"京,海淀路,教师\nC2,李四,"上"海,静安路,医生\n'],
  ])('quotes that are %s are named, with the line', async (_, content) => {
    await expect(readCustomers(content, BARE)).rejects.toMatchObject({
      code: 'imports.unbalancedQuote',
      detail: { file: 'customers.txt', line: 1 },
    })
  })

  it('quotes that are no cause are not: the number of columns is', async () => {
    const content = 'C1,张三,"北京,路"\nC2,李四,"上海,路"\n'
    await expect(readCustomers(content, BARE)).rejects.toMatchObject({
      code: 'imports.columnCount',
      detail: { line: 1, expected: 4, found: 3 },
    })
  })
})

describe('a record over several lines in a file of which nobody has said that it has such', () => {
  it.each([
    ['a header', `${HEAD}\n`, {}, 1],
    ['none', '', BARE, 0],
  ])('with %s: every line of it is told the cause', async (_, head, entry, before) => {
    const content = `${head}C1,张三,"北京\n海淀路\n\n3 号",教师\nC2,李四,静安路,医生\n`
    const { rows, faults } = await readCustomers(content, entry)
    expect(rows).toEqual([`${before + 5} C2/李四/静安路/医生`])
    expect(faults).toEqual([1, 2, 4].map((line) => `${before + line} line-break`))
  })

  it('a quote that nothing closes is no such record', async () => {
    const content = `${HEAD}\nC0,吴一,"a,b",x\nC1,王芳,a,"6寸\nC2,李明,b,爬山\n`
    expect((await readCustomers(content)).faults).toEqual(['3 unbalanced-quote'])
  })

  it('nor is one that a quote closes whose record would swallow another', async () => {
    const content = `${HEAD}\nC1,王芳,"a\nC2,李明,b",c\nC3,赵敏,d,e\n`
    expect((await readCustomers(content)).faults.join()).not.toContain('line-break')
  })
})
