import { describe, expect, it } from 'vitest'
import { readCustomers } from '../../../support/imports/read-customers.ts'

const HEAD = '客户号,姓名,地址,职业'

function lines(count: number, line: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => `${line(at)}\n`).join('')
}

describe('a few stray lines say nothing of how records end', () => {
  it.each([
    ['beside many', 200],
    ['beside as many', 2],
    ['beside one', 1],
  ])('a delimiter behind two of them, %s whose quotes hide one', async (_, count) => {
    const good = lines(count, (at) => `C${at},张三,"上海市,浦东",a`)
    const content = `${HEAD}\n${good}D1,李四,北京市,朝阳区,\nD2,王五,天津市,河西区,\n`
    const { rows, faults } = await readCustomers(content)
    expect(rows).toHaveLength(count)
    expect(rows[0]).toBe('2 C0/张三/上海市,浦东/a')
    expect(faults).toEqual([`${count + 2} column-count`, `${count + 3} column-count`])
  })

  it('an empty column that was added by hand, where numbers are quoted', async () => {
    const good = lines(20, (at) => `C${at},张三,"1${at % 10},234.00",a`)
    const { rows } = await readCustomers(`${HEAD}\n${good}D1,李四,5000,,\nD2,王五,3000,,\n`)
    expect(rows.map((row) => row.split(' ')[1]?.split('/')[0])).toEqual(
      Array.from({ length: 20 }, (_, at) => `C${at}`),
    )
  })

  it('also where the last column of the others is empty', async () => {
    const good = lines(20, (at) => `C${at},张三,"上海市,浦东",`)
    const { rows } = await readCustomers(`${HEAD}\n${good}D1,李四,北京市,朝阳区,\nD2,王五,天津市,河西区,\n`)
    expect(rows).toHaveLength(20)
    expect(rows[0]).toBe('2 C0/张三/上海市,浦东/')
  })
})

describe('lone carriage returns in fields of a file whose records end with a delimiter', () => {
  it.each([
    ['in the last column', (text: string) => `张三,街,${text}`],
    ['in the middle', (text: string) => `张三,${text},a`],
    ['in the name', (text: string) => `${text},街,a`],
  ])('%s are text', async (_, record) => {
    const body = lines(100, (at) => `C${at},${record(at % 10 === 3 ? '浦东\r新区' : '上海')},`)
    const { rows, faults } = await readCustomers(`${HEAD}\n${body}`)
    expect([rows.length, faults]).toEqual([100, []])
  })

  it('in a table of two columns as well', async () => {
    const fields = { key: { column: '客户号' }, name: { column: '姓名' } }
    const body = lines(20, (at) => `C${at},${at % 4 === 3 ? '张\r三' : '李四'},`)
    const { rows, faults } = await readCustomers(`客户号,姓名\n${body}`, { fields })
    expect([rows.length, faults]).toEqual([20, []])
  })

  it('that end records in a part of the file do so', async () => {
    const body = lines(20, (at) => `C${2 * at},张三,街,a,\rC${2 * at + 1},李四,路,b,`)
    const { rows, faults } = await readCustomers(`${HEAD}\n${body}`)
    expect([rows.length, faults]).toEqual([40, []])
  })
})

describe('the end of a record that was given up', () => {
  it('is no record of its own where one more delimiter stands behind it', async () => {
    const content = `${HEAD}\nC1,甲\\\\\\\n乙,街,a,\nC2,李四,路,b\nC3,王五,桥,c\n`
    const { rows, faults } = await readCustomers(content, { escape: 'backslash', endDelimiter: false })
    expect(rows).toEqual(['4 C2/李四/路/b', '5 C3/王五/桥/c'])
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['2', '3'])
  })
})

describe('numbers with a decimal comma in quotes, between commas', () => {
  const fields = { key: { column: '客户号' }, name: { column: '姓名' }, income: { column: '年收入' } }

  it('are whole, and what stands beside the key is no part of a number', async () => {
    const content = '客户号,年龄,姓名,年收入\n1001,25,张三,"1.234,56",\n1002,31,李四,"2,50",\n'
    expect(await readCustomers(content, { fields, decimal: ',' })).toMatchObject({
      rows: ['2 1001/张三//', '3 1002/李四//'],
      faults: [],
    })
  })

  it('nor is the key where no number is in quotes', async () => {
    const content = '客户号,年龄,姓名,年收入\n1001,25,张三,100,\n1002,31,李四,200,\n'
    expect((await readCustomers(content, { fields, decimal: ',' })).rows).toHaveLength(2)
  })
})
