import { describe, expect, it } from 'vitest'
import { readCustomers } from '../../../support/imports/read-customers.ts'

const HEAD = '客户号,姓名,地址,职业'
const COLUMNS = ['客户号', '姓名', '地址', '职业']

describe('backslashes that escape quotes and nothing else', () => {
  it.each([{}, { escape: 'quotes' }])(
    'as Spark, json2csv and older Python write them %j: other backslashes are characters',
    async (said) => {
      const content = `${HEAD}\nC1,张三,"说\\"好\\"的店",a\nC2,李四,C:\\new\\table,b\nC3,王五,"D:\\资料\\","x,y"\nC4,赵六,"6\\"",c\n`
      expect(await readCustomers(content, said)).toMatchObject({
        rows: [
          '2 C1/张三/说"好"的店/a',
          '3 C2/李四/C:\\new\\table/b',
          '4 C3/王五/D:\\资料\\/x,y',
          '5 C4/赵六/6"/c',
        ],
        faults: [],
      })
    },
  )

  it('a backslash in front of the one that escapes is escaped itself', async () => {
    const content = `${HEAD}\nC1,张三,"说\\"好\\"",D:\\temp\nC2,李四,"a\\\\\\"b","c\\\\"\n`
    expect((await readCustomers(content, { escape: 'quotes' })).rows).toEqual([
      '2 C1/张三/说"好"/D:\\temp',
      '3 C2/李四/a\\"b/c\\\\',
    ])
  })

  it('prove nothing of a text that has two readings', async () => {
    const content = `${HEAD}\nC1,张三,"说\\"好\\"的店",a\nC2,李四,资料\\new,b\n`
    expect(await readCustomers(content)).toMatchObject({
      rows: ['2 C1/张三/说"好"的店/a', '3 C2/李四//b'],
      faults: ['3 escape-unclear address'],
    })
  })

  it('beside a NULL or doubled backslashes all of them escape', async () => {
    const nulls = `${HEAD}\nC1,张三,"说\\"好\\"的店",\\N\nC2,李四,"甲\\t乙",b\n`
    expect((await readCustomers(nulls)).rows).toEqual(['2 C1/张三/说"好"的店/', '3 C2/李四/甲 乙/b'])
    const doubled = `${HEAD}\nC1,张三,"说\\"好\\"的店",a\nC2,李四,资料\\\\new,b\n`
    expect((await readCustomers(doubled)).rows).toEqual(['2 C1/张三/说"好"的店/a', '3 C2/李四/资料\\new/b'])
  })

  it('in a file that doubles its quotes (PHP) the line is refused, and none is lost', async () => {
    const content = `${HEAD}\nC1,张三,"C:\\new",a\nC2,李四,"说""好""的店",b\nC3,王五,"x\\"y",c\n`
    expect(await readCustomers(content)).toMatchObject({
      rows: ['2 C1/张三/C:\\new/a', '3 C2/李四/说"好"的店/b'],
      faults: ['4 unbalanced-quote'],
    })
  })
})

describe('another mark that escapes', () => {
  it.each([
    // Python csv with QUOTE_NONE, with doublequote off; MariaDB OUTFILE with ESCAPED BY
    ['^', `${HEAD}\nC1,张三,A座^,B室,a\nC2,李四,x^^y,b\n`, ['2 C1/张三/A座,B室/a', '3 C2/李四/x^y/b']],
    ['!', `${HEAD}\nC1,张三,"说!"好!"的店",a\n`, ['2 C1/张三/说"好"的店/a']],
    [
      '^',
      `${HEAD}\nC1,张三,说^"好^"的店,a\nC2,李四,"x,y",b\n`,
      ['2 C1/张三/说"好"的店/a', '3 C2/李四/x,y/b'],
    ],
    ['~', `${HEAD}\nC1,张三,~N,a\nC2,李四,x~~y,~N\n`, ['2 C1/张三//a', '3 C2/李四/x~y/']],
    [
      '^',
      `${HEAD}\nC1,张三,第一行^\n第二行,a\nC2,李四,A座^,B室,b\n`,
      ['2 C1/张三/第一行 第二行/a', '4 C2/李四/A座,B室/b'],
    ],
    ['^', `${HEAD}\nC1,张三,x^^2,a\nC2,李四,10^^4,b\n`, ['2 C1/张三/x^2/a', '3 C2/李四/10^4/b']],
  ])('%s is named, and read where the profile names it', async (mark, content, rows) => {
    await expect(readCustomers(content)).rejects.toMatchObject({
      code: 'imports.escapeMark',
      detail: { mark },
    })
    expect(await readCustomers(content, { escape: mark })).toMatchObject({ rows, faults: [] })
  })

  it.each([
    ['one stray delimiter behind a text', `${HEAD}\nC1,张三,好吗?,b\nC2,李四,好!,c\n`],
    ['a closing quote behind a mark', `${HEAD}\nC1,张三,"去,好吗?",b\nC2,李四,"好!",c\n`],
    ['quotes around a sentence', `${HEAD}\nC1,张三,他说"好!",b\nC2,李四,他说"去吗?",c\n`],
    ['a face at the end of a text', `${HEAD}\nC1,张三,谢谢^^,b\nC2,李四,^^好,c\n`],
    ['one word that is stressed', `${HEAD}\nC1,张三,好!!谢谢,b\n`],
    ...[
      '您好!!请回电',
      '到期??待确认',
      '好的~~谢谢',
      '理财||存款',
      'A&&B',
      '3@@5',
      '5%%6',
      '谢谢^^再联系',
      '3$$4',
      'a``b',
    ].map((text): [string, string] => [
      `a mark that people type twice, as in ${text}`,
      `${HEAD}\nC1,张三,${text},b\nC2,李四,街,${text}\n`,
    ]),
    ['a face between words', `${HEAD}\nC1,张三,OK^^thanks,b\nC2,李四,好^^3点见,c\n`],
    ['a power once', `${HEAD}\nC1,张三,x^^2,b\nC2,李四,街,c\n`],
    ['a mark that stands alone elsewhere', `${HEAD}\nC1,张三,x^^2,b\nC2,李四,x^2,c\n`],
    ['a doubled quote', `${HEAD}\nC1,张三,"他说""好!""",b\n`],
  ])('%s is none', async (_, content) => {
    const { rows, faults } = await readCustomers(content)
    expect(rows).toHaveLength(content.split('\n').length - 2)
    expect(faults).toEqual([])
  })

  it('two question marks are what an encoding has left of a character, and told as such', async () => {
    const { faults } = await readCustomers(`${HEAD}\nC1,王??明,街,b\nC2,李??华,路,c\n`)
    expect(faults).toEqual(['2 character-lost name', '3 character-lost name'])
  })

  it('the first record of a file without a header may have it', async () => {
    const content = '"C1","张三","说!"好!"的店",!N\n"C2","李四","x,y","b"\n'
    const said = { header: false, columns: COLUMNS }
    await expect(readCustomers(content, said)).rejects.toMatchObject({ code: 'imports.escapeMark' })
    expect((await readCustomers(content, { ...said, escape: '!' })).rows).toEqual([
      '1 C1/张三/说"好"的店/',
      '2 C2/李四/x,y/b',
    ])
    const slashed = '"C1","张三","说\\"好\\"的店",\\N\n"C2","李四","x,y","b"\n'
    expect((await readCustomers(slashed, said)).rows[0]).toBe('1 C1/张三/说"好"的店/')
  })
})

describe('single quotes', () => {
  it('wrap only the fields that need it', async () => {
    const content = `${HEAD}\nC1,张三,'A座,B室',a\nC2,李四,'it''s',b\nC3,王五,'''90后集合',c\nC4,'赵六',上海,d\n`
    expect(await readCustomers(content)).toMatchObject({
      rows: ['2 C1/张三/A座,B室/a', "3 C2/李四/it's/b", "4 C3/王五/'90后集合/c", '5 C4/赵六/上海/d'],
      faults: [],
    })
  })

  it('wrap fields with blanks, as PHP writes them', async () => {
    const content = `${HEAD.replaceAll(',', ';')}\nC1;'王 五';上海;a\nC2;李四;'D:\\资 料';b\n`
    expect((await readCustomers(content)).rows).toEqual(['2 C1/王五/上海/a', '3 C2/李四/D:\\资 料/b'])
  })

  it('are characters in a file that has double ones', async () => {
    const content = `${HEAD}\nC1,张三,'甲',"a,b"\nC2,李四,'乙',b\n`
    expect((await readCustomers(content)).rows).toEqual(["2 C1/张三/'甲'/a,b", "3 C2/李四/'乙'/b"])
  })

  it('are characters where one does not close', async () => {
    const content = `${HEAD}\nC1,张三,'90后,a\nC2,李四,'x''y',b\n`
    expect((await readCustomers(content)).rows).toEqual(["2 C1/张三/'90后/a", "3 C2/李四/'x''y'/b"])
  })

  it('wrap the names although records have line ends (sqlite3 .mode quote)', async () => {
    const content =
      "'客户号','姓名','地址','职业'\n'C1','张三','第一行\n第二行\n第三行',NULL\n'C2','李四','a,b','c'\n"
    expect((await readCustomers(content, { lineBreaks: true })).rows).toEqual([
      '2 C1/张三/第一行 第二行 第三行/',
      '5 C2/李四/a,b/c',
    ])
  })
})

describe('a delimiter that does not fit', () => {
  it('is not tried for longer than it takes to see that quotes do not fit it', async () => {
    const content = '"客户号"|"姓名"|"地址"|"职业"\n"C1"|"张三"||"a"\n'
    expect((await readCustomers(content)).rows).toEqual(['2 C1/张三//a'])
  })

  it('and is named in the profile leaves columns missing, and no quote open', async () => {
    const content = '"客户号","姓名","地址","职业"\n"C1","张三","b","a"\n'
    await expect(readCustomers(content, { delimiter: ';' })).rejects.toMatchObject({
      code: 'imports.missingColumn',
      detail: { columns: '客户号' },
    })
    await expect(readCustomers('客户号,"姓名\n', {})).rejects.toMatchObject({
      code: 'imports.unbalancedQuote',
    })
  })
})

describe('names in guards', () => {
  it('are read without them, as json2csv’s excelStrings and Excel’s own formulas write them', async () => {
    const guarded = (cells: readonly string[]) => cells.map((cell) => `"=""${cell}"""`).join(',')
    const content = `${guarded(COLUMNS)}\n${guarded(['C1', '张三', '上海""""6寸""""店', 'a'])}\n`
    expect(await readCustomers(content)).toMatchObject({ rows: ['2 C1/张三/上海"6寸"店/a'], faults: [] })
    const bare = '="客户号",=T("姓名"),地址,职业\n="0001",张三,a,b\n'
    expect((await readCustomers(bare)).rows).toEqual(['2 0001/张三/a/b'])
  })
})
