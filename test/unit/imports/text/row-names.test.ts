import { describe, expect, it } from 'vitest'
import { readCustomers } from '../../../support/imports/read-customers.ts'

const refused = { code: 'imports.rowNames', detail: { file: 'customers.txt', columns: 4 } }

describe('names of rows that the header does not name (R write.table)', () => {
  const rows = ['"C1","张三","北京路1号",NA', '"C2","李四","a,b","医生"']
  const table = (names: readonly string[], quote = '"') =>
    `"客户号","姓名","地址","职业"\n${rows.map((row, at) => `${quote}${names[at]}${quote},${row}\n`).join('')}`

  it.each([
    ['numbers', table(['1', '2'])],
    ['numbers that a filter has left', table(['7', '12'])],
    ['numbers without quotes', table(['1', '2'], '')],
    ['other texts', table(['甲', '乙'])],
    [
      'between tabs',
      table(['1', '2']).replaceAll('","', '"\t"').replace(',NA', '\tNA').replaceAll('C1,', 'C1\t'),
    ],
  ])('%s: are told of before anything is read', async (_, content) => {
    await expect(readCustomers(content)).rejects.toMatchObject(refused)
  })

  it('are read where the profile names their column', async () => {
    const said = { header: false, skipLines: 1, columns: ['行', '客户号', '姓名', '地址', '职业'] }
    const read = await readCustomers(table(['1', '2']), said)
    expect(read.rows).toEqual(['2 C1/张三/北京路1号/', '3 C2/李四/a,b/医生'])
  })

  it('are none where the header has a name for them (col.names = NA, write.csv)', async () => {
    const content = `"",${table(['1', '2'])}`
    expect((await readCustomers(content)).rows).toHaveLength(2)
  })

  it.each([
    ['a single record', '客户号,姓名,地址,职业\n1,C1,张三,a,b\n', ['2 column-count']],
    [
      'a record without them',
      '客户号,姓名,地址,职业\n1,C1,张三,a,b\n2,C2,李四,c,d\nC3,王五,e,f\n',
      ['2 column-count', '3 column-count'],
    ],
    [
      'texts that are cut',
      '客户号,姓名,地址,职业\nC1,张三,a,b,c\nC2,李四,d,e,f\n',
      ['2 column-count', '3 column-count'],
    ],
  ])('%s is no proof', async (_, content, faults) => {
    expect((await readCustomers(content)).faults).toEqual(faults)
  })

  it('records that end with a delimiter have none', async () => {
    const content = '客户号,姓名,地址,职业\n1,张三,a,b,\n2,李四,c,d,\n'
    expect((await readCustomers(content)).rows).toEqual(['2 1/张三/a/b', '3 2/李四/c/d'])
  })

  it.each([
    ['a number that a delimiter cut', ['C', '张三', '1,234.00', 'a'], '姓名'],
    ['a number without decimals that was cut', ['C', '张三', '1,234', 'a'], '姓名'],
    ['a text that a delimiter cut', ['C', '张三', '上海市,浦东', 'a'], '姓名'],
  ])('growing keys in front of %s are none', async (_, [, ...record]) => {
    const content = `客户号,姓名,地址,职业\n1001,${record.join(',')}\n1002,${record.join(',')}\n1003,${record.join(',')}\n`
    expect((await readCustomers(content)).faults).toEqual([
      '2 column-count',
      '3 column-count',
      '4 column-count',
    ])
  })

  it('quoted keys in front of a name in two fields are none', async () => {
    const content = '"客户号","姓名","地址","职业"\n"C1","张","三","a","b"\n"C2","李","四","c","d"\n'
    expect((await readCustomers(content)).faults).toEqual(['2 column-count', '3 column-count'])
  })

  it('records with nothing in one column more have none', async () => {
    const content = '客户号,姓名,地址,职业\n1,12,345,b,\n2,13,456,d,\n'
    expect((await readCustomers(content)).faults).toEqual(['2 column-count', '3 column-count'])
  })
})
