import { describe, expect, it } from 'vitest'
import { readCustomers } from '../../../support/imports/read-customers.ts'

const HEAD = '客户号,姓名,地址,职业'

describe('a backslash in front of a line end in quotes', () => {
  it.each([
    ['“”', '“甲\\\n乙”'],
    ['"', '"甲\\\n乙"'],
    ['"', '"\n甲\\\n"'],
  ])('may be the last character of its line: %s %j', async (quote, address) => {
    const content = `${HEAD}\r\nC1,张三,${address},a\r\nC2,李四,街,b\r\n`
    const { rows, faults } = await readCustomers(content, { quote, lineBreaks: true })
    expect(rows).toEqual(['2 C1/张三//a', `${2 + address.split('\n').length} C2/李四/街/b`])
    expect(faults).toEqual(['2 escape-unclear address'])
    const said = await readCustomers(content, { quote, lineBreaks: true, escape: 'none' })
    expect(said.rows[0]).toContain('甲\\')
  })

  it('escapes where only that makes a record', async () => {
    const content = `${HEAD}\nC1,张三,"甲\\\n\\"乙\\"",a\nC2,李四,街,b\n`
    expect(await readCustomers(content)).toMatchObject({
      rows: ['2 C1/张三/甲 "乙"/a', '4 C2/李四/街/b'],
      faults: [],
    })
  })

  it('outside of quotes escapes where the lines together are a record, and alone are none', async () => {
    const content = '客户号|姓名|地址|职业\nC1|张三|甲\\\n乙|a\nC2|李四|街|b\n'
    expect((await readCustomers(content)).rows).toEqual(['2 C1/张三/甲 乙/a', '4 C2/李四/街/b'])
  })
})

describe('a backslash at the end of the last record', () => {
  it('does not take in what stands under the rows', async () => {
    const content = '客户号|姓名|地址|职业\nC1|张三|街|a\nC2|李四|路|甲\\\n制表人：王某某\n'
    expect(await readCustomers(content)).toMatchObject({
      rows: ['2 C1/张三/街/a', '3 C2/李四/路/'],
      faults: ['3 escape-unclear occupation'],
      lines: { skipped: 2 },
    })
  })
})

describe('a backslash in front of a delimiter', () => {
  it('proves nothing where other lines have too many fields without one', async () => {
    const content = `${HEAD}\nC1,张三,1,234,a,\nC2,李四,甲\\,乙,b,\nC3,王五,2,345,c,\nC4,赵六,街,d,\n`
    const { rows, faults } = await readCustomers(content)
    expect(rows).toEqual([])
    expect(faults.slice(0, 3)).toEqual(['2 column-count', '3 column-count', '4 column-count'])
  })
})

describe('what looks like a path', () => {
  it.each([
    ['a backslash, an N and a line end in an unload', '"\\\\N\\n乙"'],
    ['a line end behind a letter and a colon', '"A:\\n乙"'],
  ])('is none: %s', async (_, address) => {
    const content = `${HEAD}\n"C1","张三",${address},"a"\n`
    expect(await readCustomers(content)).toMatchObject({
      rows: ['2 C1/张三//a'],
      faults: ['2 escape-unclear address'],
    })
  })

  it.each(['\\\\fs01\\reports', '\\\\10.1.2.3\\new', 'D:\\temp', 'C:\\b2'])(
    'is one, and its backslashes are characters: %s',
    async (address) => {
      const content = `${HEAD}\nC1,张三,${address},a\nC2,李四,甲\\t乙,b\n`
      expect(await readCustomers(content)).toMatchObject({
        rows: [`2 C1/张三/${address}/a`, '3 C2/李四/甲\\t乙/b'],
        faults: [],
      })
    },
  )
})

describe('where nothing tells what backslashes mean', () => {
  it('a line behind one that was rejected and ends with a backslash may be its rest', async () => {
    const content =
      '地址|客户号|姓名|职业\n甲\\\n乙|C1|张三|a\nD:\\资料|C2|李四|x\\|y\n街|C3|王五|\\\\|\n路|C4|赵六|d\n'
    const { rows, faults } = await readCustomers(content)
    expect(rows.map((row) => row.split('/')[0])).not.toContain('3 C1')
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(expect.arrayContaining(['2', '3']))
  })
})
