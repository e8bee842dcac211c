import { describe, expect, it } from 'vitest'
import { readCustomers } from '../../../support/imports/read-customers.ts'

const BARE = { header: false, columns: ['客户号', '姓名', '地址', '职业'] }

describe('what every line begins with (LINES STARTING BY)', () => {
  it.each([
    ['>>', '>>C1\t张三\ta\tb\n>>C2\t李四\tc\\\nd\te\n'],
    ['REC:', 'REC:C1,张三,"a\nb",c\nREC:C2,李四,d,e\nREC:C3,王五,f,g\n'],
    ['xxx', 'xxx"C1","张三","a","b"\nxxx"C2","李四","c\nd","e"\nxxx"C3","王五","f","g"\n'],
    ['##', '##C1,张三,a,b\n'],
  ])('%s is named, and taken off where the profile names it', async (prefix, content) => {
    await expect(readCustomers(content, BARE)).rejects.toMatchObject({
      code: 'imports.linePrefix',
      detail: { prefix },
    })
    const { rows, faults } = await readCustomers(content, { ...BARE, linePrefix: prefix, lineBreaks: true })
    const keys = rows.map((row) => row.slice(row.indexOf(' ') + 1).split('/')[0])
    expect(keys).toEqual(['C1', 'C2', 'C3'].filter((key) => content.includes(key)))
    expect(faults).toEqual([])
  })

  it('a line without it is rejected', async () => {
    const content = '>>C1,张三,a,b\nC2,李四,c,d\n\n>>C3,王五,e,f\n'
    expect(await readCustomers(content, { ...BARE, linePrefix: '>>' })).toMatchObject({
      rows: ['1 C1/张三/a/b', '4 C3/王五/e/f'],
      faults: ['2 column-count'],
      lines: { physical: 4, blank: 1 },
    })
  })

  it('stands in front of a header as well', async () => {
    const content = '>>客户号,姓名,地址,职业\n>>C1,张三,a,b\n'
    await expect(readCustomers(content)).rejects.toMatchObject({ code: 'imports.linePrefix' })
    expect((await readCustomers(content, { linePrefix: '>>' })).rows).toEqual(['2 C1/张三/a/b'])
  })

  it.each([
    [
      'letters and digits that all keys share',
      'CN-0001,张三,a,b\nCN-0002,李四,c,d\n',
      ['1 CN-0001', '2 CN-0002'],
    ],
    ['guards', "'0001,张三,a,b\n'0002,李四,c,d\n", ['1 0001', '2 0002']],
    ['formulas', '="0001",张三,a,b\n="0002",李四,c,d\n', ['1 0001', '2 0002']],
    ['marks that only some keys have', '#1,张三,a,b\n22,李四,c,d\n33,王五,e,f\n', ['1 #1', '2 22', '3 33']],
  ])('%s are none', async (_, content, keys) => {
    expect((await readCustomers(content, BARE)).rows.map((row) => row.split('/')[0])).toEqual(keys)
  })

  it('belongs to the key where the profile says so', async () => {
    expect((await readCustomers('##C1,张三,a,b\n##C2,李四,c,d\n', { ...BARE, linePrefix: '' })).rows).toEqual(
      ['1 ##C1/张三/a/b', '2 ##C2/李四/c/d'],
    )
  })

  it('is known where pieces of the file end inside it', async () => {
    const long = Array.from({ length: 30_000 }, (_, at) => `>>>C${at},张三,甲乙丙丁,b`).join('\n')
    const { rows, faults } = await readCustomers(`${long}\n`, { ...BARE, linePrefix: '>>>' })
    expect([rows.length, rows.at(-1), faults]).toEqual([30_000, '30000 C29999/张三/甲乙丙丁/b', []])
  })
})

describe('what every line ends with (LINES TERMINATED BY)', () => {
  it.each([
    ['||', 'C1|@|张三|@|a|@|b||\nC2|@|李四|@|c|@|d||\n'],
    ['#', 'C1,张三,a,b#\nC2,李四,c,d#\n'],
  ])('%s is named, and taken off where the profile names it', async (mark, content) => {
    await expect(readCustomers(content, BARE)).rejects.toMatchObject({
      code: 'imports.lineEnd',
      detail: { mark },
    })
    expect(await readCustomers(content, { ...BARE, lineEnd: `${mark}\n` })).toMatchObject({
      rows: ['1 C1/张三/a/b', '2 C2/李四/c/d'],
      faults: [],
    })
  })

  it('is no delimiter behind empty columns, and no end of a rate', async () => {
    expect((await readCustomers('C1|张三||\nC2|李四||\n', BARE)).rows).toHaveLength(2)
    expect((await readCustomers('C1,张三,a,5%\nC2,李四,b,6%\n', BARE)).rows).toHaveLength(2)
  })

  it('may be all that ends a record, also a line end inside a field', async () => {
    const content = 'C1|张三|第一行\n第二行|b@@@C2|李四|c|d@@@'
    expect(await readCustomers(content, { ...BARE, lineEnd: '@@@' })).toMatchObject({
      rows: ['1 C1/张三/第一行 第二行/b', '2 C2/李四/c/d'],
      faults: [],
    })
  })

  it('belongs to the last column where the profile says so', async () => {
    const content = 'C1,张三,a,b#\nC2,李四,c,d#\n'
    expect((await readCustomers(content, { ...BARE, lineEnd: '\n' })).rows[0]).toBe('1 C1/张三/a/b#')
  })
})

describe('ASCII’s own delimiters', () => {
  it('cut records and fields, and line ends are text', async () => {
    const rows = [BARE.columns, ['C1', '张三', '第一行\n第二行', 'b'], ['C2', '李四', 'a,b', '']]
    const content = rows.map((row) => `${row.join('\u001f')}\u001e`).join('')
    expect(await readCustomers(content)).toMatchObject({
      rows: ['2 C1/张三/第一行 第二行/b', '3 C2/李四/a,b/'],
      faults: [],
    })
  })

  it('one of them alone is a delimiter like any other', async () => {
    const content = [BARE.columns, ['C1', '张三', 'a', 'b']].map((row) => `${row.join('\u001e')}\n`).join('')
    expect((await readCustomers(content)).rows).toEqual(['2 C1/张三/a/b'])
  })
})
