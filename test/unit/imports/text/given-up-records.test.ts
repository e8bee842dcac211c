import { describe, expect, it } from 'vitest'
import { readCustomers } from '../../../support/imports/read-customers.ts'

/** Lines that are told of, and the keys that were read. */
async function keysAndLines(content: string, said: Readonly<Record<string, unknown>> = {}) {
  const { rows, faults } = await readCustomers(content, said)
  return {
    keys: rows.map((row) => row.split(' ')[1]?.split('/')[0]),
    lines: faults.map((fault) => Number(fault.split(' ')[0])),
  }
}

describe('the end of a record that was given up is no record of its own', () => {
  it('where a quoted delimiter stands in front of the open quote', async () => {
    const content = [
      '"职业","地址","客户号","姓名"',
      '"x","北京路","C1","张三"',
      '"8,5","',
      '路',
      '1,234","C2","李四"',
      '"y","南京路","C3","王五"',
      '',
    ].join('\n')
    for (const lineBreaks of [true, false]) {
      expect(await keysAndLines(content, { lineBreaks })).toEqual({ keys: ['C1', 'C3'], lines: [3, 4, 5] })
    }
  })

  it('where it goes on in a second field with line ends', async () => {
    const content = [
      '"地址","客户号","姓名","职业"',
      '"a,b,c,d',
      'x","C2","李四","e',
      'f"',
      '"g","C3","王五","h"',
      '',
    ].join('\n')
    expect(await keysAndLines(content, { lineBreaks: true })).toEqual({ keys: ['C3'], lines: [2, 3, 4] })
  })

  it('where a backslash at the line’s end goes on in the first column', async () => {
    const content = 'a\\\np\\|q\\|r\\|s\\\nb|C2|李四|e\nx|C3|王五|y\n'
    const said = {
      header: false,
      columns: ['地址', '客户号', '姓名', '职业'],
      quote: 'none',
      escape: 'backslash',
    }
    expect(await keysAndLines(content, said)).toEqual({ keys: ['C3'], lines: [1, 2, 3] })
  })

  it('where a lone carriage return ends another record on its first line', async () => {
    const head = '地址,客户号,姓名,职业'
    const quoted = [head, '"路","C1","张三","a"\r"', '备注","C2","李四","b"', '"街","C3","王五","c"', '']
    expect(await keysAndLines(quoted.join('\n'))).toEqual({ keys: ['C3'], lines: [2, 3] })
    const ended = [
      `${head},`,
      '"路","C1","张三","a",\r"',
      '备注","C2","李四","b",',
      '"街","C3","王五","c",',
      '',
    ]
    expect(await keysAndLines(ended.join('\n'))).toEqual({ keys: ['C3'], lines: [2, 3] })
    const escaped = [
      head,
      '"路","C1","张三","a"\r"\\\r\\',
      '\\"中","C2","李四","b"',
      '"街","C3","王五","c"',
      '',
    ]
    expect(await keysAndLines(escaped.join('\n'), { escape: 'backslash' })).toEqual({
      keys: ['C3'],
      lines: [2, 3],
    })
  })

  it('where a lone carriage return ends it, and the next record stands behind', async () => {
    const content = [
      '地址|客户号|姓名|职业',
      '"路|1"|C1|张三|a',
      'b|C2|李四|"',
      '~"\rd|C3|王五|c',
      'e|C4|赵六|f',
      '',
    ].join('\n')
    expect(await keysAndLines(content)).toEqual({ keys: ['C1', 'C4'], lines: [3, 4] })
  })

  it('where a lone carriage return puts its beginning behind the last field of another', async () => {
    const content = 'C1|张三|"路"|a\nC2|李四|x|13\r"y\n"|C3|王五|c\nC4|赵六|z|"d"\n'
    const said = { header: false, columns: ['客户号', '姓名', '地址', '职业'] }
    expect(await keysAndLines(content, said)).toEqual({ keys: ['C1', 'C4'], lines: [2, 3] })
  })

  it('where a second record was given up while the first was open', async () => {
    const content = '地址,客户号,姓名,职业\n甲\\\n,C1,张三,a\r乙\\\r\\\n街,C2,李四,b\nx,C3,王五,c\\,d\n'
    const { keys, lines } = await keysAndLines(content, { quote: 'none', escape: 'backslash' })
    expect(keys).toEqual(['C3'])
    expect(lines).toEqual([2, 3, 4])
  })

  it('where it begins like a sum', async () => {
    const content =
      '地址|客户号|姓名|职业\n"路"|C1|张三|"甲\n小计:"\n街|C2|李四|b\n"x\n合计"|C3|王五|c\ny|C4|赵六|d\n'
    expect(await keysAndLines(content)).toEqual({ keys: ['C2', 'C4'], lines: [2, 3, 5, 6] })
  })

  it('but one that would make too many fields of both is read', async () => {
    const content = '客户号,姓名,地址,职业\nC1,张三,"路,a\nC2,李四,街,6寸"\nC3,王五,"c","d"\n'
    expect(await keysAndLines(content)).toEqual({ keys: ['C2', 'C3'], lines: [2] })
  })
})

describe('quotes in a file in which lone carriage returns end some lines', () => {
  it('are no text where one of them closes in front of a return', async () => {
    const content = '客户号,姓名,地址,职业\nC1,张三,x,"，€\r\n¦"\rC2,李四,y,b\r\nC3,王五,z,c\n'
    const { rows, faults } = await readCustomers(content)
    expect(rows).toEqual(['4 C3/王五/z/c'])
    expect(faults).toEqual(['2 unbalanced-quote', '3 unbalanced-quote'])
  })
})

describe('quotes that swallow a record behind a lone carriage return', () => {
  it('are refused as those that swallow one behind a line feed are', async () => {
    const content = '客户号|姓名|地址|职业\nC1|张三|"x|a\rC2|李四|"|b\nC3|王五|"z"|c\n'
    expect(await keysAndLines(content)).toEqual({ keys: ['C3'], lines: [2] })
  })
})

describe('a footer behind a lone carriage return', () => {
  it('does not become part of a record that goes over several lines', async () => {
    const content = 'C1|张三|x|a\nC2|李四|y|北京\\\n路\r制表人：王某某\n'
    const said = {
      header: false,
      columns: ['客户号', '姓名', '地址', '职业'],
      quote: 'none',
      escape: 'backslash',
    }
    const { rows, faults, lines } = await readCustomers(content, said)
    expect(rows).toEqual(['1 C1/张三/x/a'])
    expect(faults).toEqual(['2 column-count'])
    expect(lines).toMatchObject({ physical: 3, continuation: 1 })
  })
})
