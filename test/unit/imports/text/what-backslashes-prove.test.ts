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

  it('escapes where three texts or more have no other line end, as OUTFILE writes them', async () => {
    const line = (key: string, text: string) => `"${key}","张三","${text}","a"\n`
    const content = `${HEAD}\n${line('C1', '甲\\\n乙')}${line('C2', '说\\"好\\"\\\n了')}${line('C3', '丙\\\n丁\\\n戊')}`
    expect(await readCustomers(content)).toMatchObject({
      rows: ['2 C1/张三/甲 乙/a', '4 C2/张三/说"好" 了/a', '6 C3/张三/丙 丁 戊/a'],
      faults: [],
    })
    const plain = `${content}${line('C4', '己\n庚')}`
    const { rows } = await readCustomers(plain, { lineBreaks: true })
    expect(rows.join()).not.toContain('甲 乙')
  })

  it('beside quotes that backslashes escape may be a character as well (Spark)', async () => {
    const content = `${HEAD}\nC1,张三,"甲\\\n\\"乙\\"",a\nC2,李四,街,b\n`
    const { rows, faults } = await readCustomers(content, { lineBreaks: true })
    expect(rows).toEqual(['4 C2/李四/街/b'])
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['2', '3'])
    const said = await readCustomers(content, { lineBreaks: true, escape: 'quotes' })
    expect(said.rows[0]).toBe('2 C1/张三/甲\\ "乙"/a')
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

describe('a text with Windows line ends in an unload (OUTFILE), written as a return, a backslash and a feed', () => {
  it.each([
    ['in a middle column', ['C1', '张三', '一\r\\\n二', 'a'], '', 'C1/张三/一 二/a'],
    ['in the last column', ['C1', '张三', '街', '一\r\\\n二'], '', 'C1/张三/街/一 二'],
    ['in quotes', ['C1', '张三', '街', '一\r\\\n二'], '"', 'C1/张三/街/一 二'],
    ['in quotes in a middle column', ['C1', '张三', '一\r\\\n二', 'a'], '"', 'C1/张三/一 二/a'],
    ['over three lines', ['C1', '张三', '一\r\\\n二\r\\\n三', 'a'], '', 'C1/张三/一 二 三/a'],
    ['beside a tab', ['C1', '张三', '甲\\t乙', '一\r\\\n二'], '', 'C1/张三/甲 乙/一 二'],
  ] as const)('is one text %s', async (_, record, quote, row) => {
    const line = (fields: readonly string[]) => fields.map((each) => quote + each + quote).join('\t')
    const head = ['客户号', '姓名', '地址', '职业']
    const content = `${[head, record, ['C2', '李四', '路', 'b'], ['C3', '王五', '桥', 'c']].map(line).join('\n')}\n`
    const { rows, faults } = await readCustomers(content)
    expect(rows.map((each) => each.replace(/^\d+ /, ''))).toEqual([row, 'C2/李四/路/b', 'C3/王五/桥/c'])
    expect(faults).toEqual([])
  })

  it('also where lone returns end some of the records', async () => {
    const content =
      '客户号|姓名|地址|职业\nC1|张三|街|a\rC2|李四|一\r\\\n二|b\nC3|王五|三\\\n四|c\rC4|赵六|桥|d\n'
    const { rows, faults } = await readCustomers(content)
    expect(faults.filter((fault) => fault.includes('escape'))).toEqual([])
    expect(rows.join()).not.toContain('\\')
  })

  it('also in many records, in a file that has lone returns in texts', async () => {
    const lines = Array.from({ length: 300 }, (_, at) => {
      const address = at % 30 === 0 ? '一\r\\\n二' : at % 7 === 0 ? '三\r四' : '街'
      return `C${at}\t张三\t${address}\ta\n`
    })
    const { rows, faults } = await readCustomers(`客户号\t姓名\t地址\t职业\n${lines.join('')}`)
    expect([rows.length, faults]).toEqual([300, []])
  })
})

describe('a path with doubled backslashes, and one that may as well be a tab or a line end', () => {
  it.each([
    ['D:\\t台账', ['2 escape-unclear address', '3 escape-unclear address']],
    ['方案A:\\n第一条', ['2 escape-unclear address', '3 escape-unclear address']],
  ])('%s: neither is believed, and none loses a backslash unseen', async (address, told) => {
    const content = `${HEAD}\nC1,张三,见 C:\\\\temp,a\nC2,李四,存 ${address},b\nC3,王五,街,c\n`
    const { rows, faults } = await readCustomers(content)
    expect(rows).toEqual(['2 C1/张三//a', '3 C2/李四//b', '4 C3/王五/街/c'])
    expect(faults).toEqual(told)
  })

  it.each(['E:\\b', 'Z:\\b文件', 'D:\\f盘资料', 'C:\\0'])(
    '%s alone is a path: no text holds such a control character',
    async (path) => {
      const content = `${HEAD}\nC1,张三,${path},a\nC2,李四,街,b\n`
      expect(await readCustomers(content)).toMatchObject({
        rows: [`2 C1/张三/${path}/a`, '3 C2/李四/街/b'],
        faults: [],
      })
    },
  )

  it('a path that is one for sure is read, and the other one told', async () => {
    const content = `${HEAD}\nC1,张三,见 C:\\\\temp,a\nC2,李四,E:\\b,b\n`
    expect(await readCustomers(content)).toMatchObject({
      rows: ['2 C1/张三//a', '3 C2/李四/E:\\b/b'],
      faults: ['2 escape-unclear address'],
    })
  })

  it('beside a NULL and escaped quotes, such a path is told as well', async () => {
    const content = `${HEAD}\nC1,张三,"6寸\\"屏",\\N\nC2,李四,存 D:\\t台账,b\n`
    const { rows, faults } = await readCustomers(content)
    expect(rows).toEqual(['2 C1/张三/6寸"屏/', '3 C2/李四//b'])
    expect(faults).toEqual(['3 escape-unclear address'])
  })

  it('where other texts prove that backslashes escape, they do', async () => {
    const content =
      '客户号|姓名|地址|职业\nC1|张三|方案A:\\n第一条|a\nC2|李四|C:\\\\temp|b\nC3|王五|甲\\|乙|c\nC4|赵六|街|d\n'
    expect((await readCustomers(content)).rows).toEqual([
      '2 C1/张三/方案A: 第一条/a',
      '3 C2/李四/C:\\temp/b',
      '4 C3/王五/甲|乙/c',
      '5 C4/赵六/街/d',
    ])
  })
})

describe('a backslash that ends the file’s last line', () => {
  it.each(['', '\n', '\r\n', '\n\n'])(
    'proves nothing beside quotes that backslashes escape (Spark), with %j behind it',
    async (end) => {
      const content = `${HEAD}\nC1,张三,"6寸\\"屏",甲\\\\乙\nC2,李四,街,b\nC3,王五,"5寸\\"屏",停用\\${end}`
      expect(await readCustomers(content)).toMatchObject({
        rows: ['2 C1/张三/6寸"屏/', '3 C2/李四/街/b', '4 C3/王五/5寸"屏/'],
        faults: ['2 escape-unclear occupation', '4 escape-unclear occupation'],
      })
    },
  )

  it('on a line that another record follows is a character', async () => {
    const content = `${HEAD}\nC1,张三,"6寸\\"屏",停用\\\nC2,李四,街,甲\\n乙\n`
    expect(await readCustomers(content)).toMatchObject({
      rows: ['2 C1/张三/6寸"屏/停用\\', '3 C2/李四/街/甲\\n乙'],
      faults: [],
    })
  })
})
