import { describe, expect, it } from 'vitest'
import { readCustomers } from '../../../support/imports/read-customers.ts'

const COLUMNS = ['客户号', '姓名', '地址', '职业']
const BARE = { header: false, columns: COLUMNS }

describe('quotes that wrap every field', () => {
  it.each(["'", '“”'])(
    '%s are found where a field of each line is cut by a delimiter or a line end',
    async (marks) => {
      const line = (fields: readonly string[]) =>
        fields.map((field) => `${marks[0]}${field}${marks.at(-1)}`).join(',')
      const content = [
        line(['C1', '张三', 'x,y', 'a']),
        line(['C2', '李四', 'x,y', '']),
        line(['C3', '王五', '北京路', '一\n二']),
        '',
      ].join(',\n')
      expect(await readCustomers(content, BARE)).toMatchObject({
        rows: ['1 C1/张三/x,y/a', '2 C2/李四/x,y/'],
        faults: ['3 line-break', '4 line-break'],
      })
      expect((await readCustomers(content, { ...BARE, lineBreaks: true })).rows.at(-1)).toBe(
        '3 C3/王五/北京路/一 二',
      )
    },
  )
})

describe('quotes that wrap every field of a few records', () => {
  it.each([
    ['with blanks behind the delimiters', "'C1', '张三', '上海', 'a'\n"],
    ['with blanks in front of them', '“C1” ,“张三” ,“上海” ,“a” \n'],
    ['with blanks around them', "'C1' , '张三' , '上海' , 'a'\n"],
  ])('are found %s', async (_, record) => {
    const content = `客户号,姓名,地址,职业\n${record}`
    expect(await readCustomers(content)).toMatchObject({ rows: ['2 C1/张三/上海/a'], faults: [] })
  })

  it('are found where one of them is cut by a delimiter and has blanks around', async () => {
    const content = '客户号,姓名,地址,职业\n“C1” ,“张三” ,“上海,浦东” ,“a” \n'
    expect((await readCustomers(content)).rows).toEqual(['2 C1/张三/上海,浦东/a'])
  })

  it('are found where backslashes escape them in every record', async () => {
    const content = "客户号,姓名,地址,职业\n'C1','O\\'Neill','上海','a'\n'C2','D\\'Arcy','路','b'\n"
    const { rows } = await readCustomers(content, { escape: 'quotes' })
    expect(rows).toEqual(["2 C1/O'Neill/上海/a", "3 C2/D'Arcy/路/b"])
    const unsaid = await readCustomers(content)
    expect(unsaid.rows.map((row) => row.split('/').filter((_, at) => at !== 1))).toEqual([
      ['2 C1', '上海', 'a'],
      ['3 C2', '路', 'b'],
    ])
  })

  it('are none where a record has other fields', async () => {
    const content = "客户号,姓名,地址,职业\nC1,'张三','上海',a\nC2,李四,'90后,b\n"
    expect((await readCustomers(content)).rows[0]).toBe("2 C1/'张三'/'上海'/a")
  })
})

describe('a quote that is never closed is no character', () => {
  it('where others wrap fields on the same line', async () => {
    const content = '客户号,姓名,地址,职业\n"C1","张三","街"6号,6寸"\n'
    const { rows, faults } = await readCustomers(content)
    expect(rows).toEqual([])
    expect(faults[0]).toBe('2 unbalanced-quote')
  })

  it('where it may wrap a field over two lines that end with one more delimiter', async () => {
    const content = '客户号,姓名,地址,职业\nC1,张三,街,"\n路",\n共 1 条记录\n'
    const { rows, faults } = await readCustomers(content)
    expect(rows).toEqual([])
    expect(faults[0]).toBe('2 unbalanced-quote')
  })
})

describe('the delimiter behind every record', () => {
  it('is found although a stray quote hides one on a line, and lone returns end others', async () => {
    const content = 'C1@@张三@@"@@中;"@@\r\nC2@@李四@@a@@@@\nC3@@王五@@b@@x@@\rC4@@赵六@@c@@y@@\r\n'
    const { rows, faults } = await readCustomers(content, { ...BARE, lineBreaks: true })
    expect(rows.map((row) => row.slice(2))).toEqual(['C2/李四/a/', 'C3/王五/b/x', 'C4/赵六/c/y'])
    expect(faults).toEqual(['1 column-count'])
  })
})

describe('lines that carriage returns end', () => {
  it.each([
    ['"', '"一\r\n二"'],
    ["'", "'一\n二'"],
    ["'", "'一\r\n二'"],
  ])('are known where a cell of the first one has line ends of its own: %s %j', async (quote, address) => {
    const content = `C1,张三,${address},a\rC2,李四,街,b\rC3,王五,路,c\r`
    const { rows, lines } = await readCustomers(content, { ...BARE, quote, lineBreaks: true })
    // a return counts as a line wherever it stands
    const more = address.split('\r').length - 1
    expect(rows).toEqual(['1 C1/张三/一 二/a', `${2 + more} C2/李四/街/b`, `${3 + more} C3/王五/路/c`])
    expect(lines.physical).toBe(3 + more)
  })

  it('are known where the file has one alone, at its end', async () => {
    const { lines } = await readCustomers('"C1","张三","一\n二","a"\r', { ...BARE, lineBreaks: true })
    expect(lines.physical).toBe(1)
  })

  it('are none where feeds end them as well', async () => {
    const content = 'C1,张三,"一\r二",a\nC2,李四,街,b\r\nC3,王五,路,c\n'
    const { rows, lines } = await readCustomers(content, { ...BARE, lineBreaks: true })
    expect(rows).toHaveLength(3)
    expect(lines.physical).toBe(3)
  })
})

describe('a number that its decimal comma cuts', () => {
  it('makes no file whose records end with a delimiter', async () => {
    const content = '客户号,姓名,年收入,职业\nC1,张三,89,99,\nC2,李四,-1234,50,\n'
    const fields = { key: { column: '客户号' }, name: { column: '姓名' }, income: { column: '年收入' } }
    const { rows, faults } = await readCustomers(content, { fields, decimal: ',' })
    expect(rows).toEqual([])
    expect(faults).toEqual(['2 column-count', '3 column-count'])
  })
})

describe('a sum that a lone carriage return ends', () => {
  it('takes no record behind it along', async () => {
    const content = '客户号|姓名|地址|职业\nC1|张三|街|a\n小计:\rC2|李四|路|b\nC3|王五|x|c\n'
    const { rows, lines } = await readCustomers(content)
    expect(rows).toEqual(['2 C1/张三/街/a', '4 C2/李四/路/b', '5 C3/王五/x/c'])
    expect(lines.skipped).toBe(2)
  })
})

describe('the last line end of a file that an escape has made text', () => {
  it('begins no line', async () => {
    const content = '客户号|姓名|地址|职业\nC1|张三|甲\\\n乙|a\nC2|李四|街|b\\\n'
    const { rows, lines } = await readCustomers(content, { quote: 'none', escape: 'backslash' })
    expect(rows).toEqual(['2 C1/张三/甲 乙/a', '4 C2/李四/街/b'])
    expect(lines.physical).toBe(4)
  })
})
