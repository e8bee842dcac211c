import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readCustomers } from '../../../support/imports/read-customers.ts'

const HEAD = ['客户号', '姓名', '地址', '职业']
const FIRST = ['C1', '张三', '北京路1号', '教师']
const SECOND = ['C2', '李四', '', '']

describe('delimiters', () => {
  const marks = [
    '|@|',
    '||',
    '^|',
    '~|~',
    '!^',
    '|+|',
    '@@',
    '|#|',
    '\u0001',
    '\u001b',
    '\u001d',
    '｜',
    '^',
    '，',
  ]

  it.each(marks)('%j is found and taken as the profile says it', async (mark) => {
    const content = [HEAD, FIRST, SECOND].map((row) => `${row.join(mark)}\r\n`).join('')
    const expected = ['2 C1/张三/北京路1号/教师', '3 C2/李四//']
    expect(await readCustomers(content)).toMatchObject({ rows: expected, faults: [] })
    expect(await readCustomers(content, { delimiter: mark })).toMatchObject({ rows: expected, faults: [] })
    const body = [FIRST, SECOND, FIRST].map((row) => `${row.join(mark)}\n`).join('')
    const bare = await readCustomers(body, { header: false, columns: HEAD })
    expect(bare.rows.slice(0, 2)).toEqual(['1 C1/张三/北京路1号/教师', '2 C2/李四//'])
  })

  it.each(['\\x1d', '\\u001d', '\\035', '0x1d'])(
    'one that cannot be typed may be written %s',
    async (written) => {
      const content = [HEAD, FIRST].map((row) => row.join('\u001d')).join('\n')
      expect((await readCustomers(content, { delimiter: written })).rows).toEqual([
        '2 C1/张三/北京路1号/教师',
      ])
    },
  )

  it('without a header, the number of columns tells one bar with empty columns from two', async () => {
    const content = 'C1||张三|a\nC2||李四|b\n'
    const columns = ['客户号', '地址', '姓名', '职业']
    expect((await readCustomers(content, { header: false, columns })).rows).toEqual([
      '1 C1/张三//a',
      '2 C2/李四//b',
    ])
  })

  it('the marks inside a longer one are text, and an empty column is no longer one', async () => {
    expect((await readCustomers('客户号|@|姓名|@|地址|@|职业\nC1|@|张|三|@|a@b|@|\n')).rows).toEqual([
      '2 C1/张|三/a@b/',
    ])
    expect((await readCustomers('客户号|姓名||地址|职业\nC1|张三||a|b\n')).rows).toEqual(['2 C1/张三/a/b'])
  })
})

describe('lines that end with a delimiter', () => {
  const head = '客户号|姓名|地址|职业'

  it.each([
    ['in the header and the rows', `${head}|\nC1|张三|a|b|\nC2|李四|c|d|\n`],
    ['in the rows only', `${head}\nC1|张三|a|b|\nC2|李四|c|d|\n`],
    ['in the header only', `${head}|\nC1|张三|a|b\nC2|李四|c|d\n`],
    ['nowhere', `${head}\nC1|张三|a|b\nC2|李四|c|d\n`],
  ])('%s', async (_, content) => {
    expect(await readCustomers(content)).toMatchObject({
      rows: ['2 C1/张三/a/b', '3 C2/李四/c/d'],
      faults: [],
    })
  })

  it('is decided once: a line that differs is rejected and moves nothing', async () => {
    const content = `${head}|\nC1|张三|a|b|\nC2|李四|上海|浦东|d|\nC3|王五|a|b|c\nC4|赵六|a|b\n`
    expect(await readCustomers(content)).toMatchObject({
      rows: ['2 C1/张三/a/b'],
      faults: ['3 column-count', '4 column-count', '5 column-count'],
    })
  })

  it('is no reading of a number with a comma and an empty last column', async () => {
    const columns = '客户号,姓名,地址,职业'
    expect(await readCustomers(`${columns}\nC1,张三,1,234,\n`)).toMatchObject({
      rows: [],
      faults: ['2 column-count'],
    })
    const every = `${columns}\nC1,张三,1,234,\nC2,李四,5,678.00,\nC3,王五,-9,012,\n`
    expect((await readCustomers(every)).rows).toEqual([])
  })

  it('can be said in the profile, where one row cannot tell', async () => {
    const content = `${head}\nC1|张三|a|b|\n`
    expect((await readCustomers(content)).faults).toEqual(['2 column-count'])
    expect((await readCustomers(content, { endDelimiter: true })).rows).toEqual(['2 C1/张三/a/b'])
    expect((await readCustomers(`${head}|\nC1|张三|a|b|\n`, { endDelimiter: true })).rows).toEqual([
      '2 C1/张三/a/b',
    ])
  })

  it('a last line that lacks it was cut', async () => {
    expect((await readCustomers(`${head}|\nC1|张三|a|b|\nC2|李四|c|d`)).faults).toEqual(['3 cut-short'])
  })
})

describe('escapes of database unloads', () => {
  const bare = { header: false, columns: HEAD, quote: 'none' }

  it.each([{}, { escape: 'backslash' }])('MySQL and MariaDB OUTFILE, PostgreSQL COPY %j', async (said) => {
    const content =
      'C1\t张三\t\\N\ta\nC2\t李\\\\四\t北京\\\t朝阳\t\\N\nC3\t王五\t上海\\\n浦东\tb\nC4\t赵六\tx\\ny\\tz\t\\\\N\n'
    expect(await readCustomers(content, { ...bare, delimiter: '\t', ...said })).toMatchObject({
      rows: ['1 C1/张三//a', '2 C2/李\\四/北京 朝阳/', '3 C3/王五/上海 浦东/b', '5 C4/赵六/x y z/'],
      faults: [],
      lines: { physical: 5, continuation: 1 },
    })
  })

  it('OUTFILE with quotes, where a line end in a field stands as it is', async () => {
    const content =
      '"C1","张三",\\N,"a"\r\n"C2","李\\\\四","街\\"3\\"号",\\N\r\n"C3","王五","上海\n浦东\\\\",""\r\n"C5","N","\\\\N","c"\r\n'
    expect(await readCustomers(content, { header: false, columns: HEAD })).toMatchObject({
      rows: ['1 C1/张三//a', '2 C2/李\\四/街"3"号/', '3 C3/王五/上海 浦东\\/', '5 C5/N//c'],
      faults: [],
    })
  })

  it.each([{}, { escape: 'backslash' }])('Informix UNLOAD %j', async (said) => {
    const content = 'C1|张三|\\ |a|\nC2|李四|北京\\|朝阳||\nC3|王\\\\五|a\\\nb|c|\n'
    const expected = ['1 C1/张三//a', '2 C2/李四/北京|朝阳/', '3 C3/王\\五/a b/c']
    expect((await readCustomers(content, { ...bare, ...said })).rows).toEqual(expected)
    const withTail = await readCustomers(content, { ...bare, columns: [...HEAD, '尾'], ...said })
    expect(withTail.rows).toEqual(expected)
  })

  it('Hive and Impala have a NULL and no escapes', async () => {
    const content = 'C1\u0001张三\u0001C:\\new\u0001\\N\nC2\u0001李四\u0001\\N\u0001b\n'
    expect((await readCustomers(content, { header: false, columns: HEAD })).rows).toEqual([
      '1 C1/张三/C:\\new/',
      '2 C2/李四//b',
    ])
  })

  it('the end of a COPY is no record', async () => {
    const content = 'C1\t张三\ta\\tb\t\\N\n\\.\n'
    expect(await readCustomers(content, { header: false, columns: HEAD })).toMatchObject({
      rows: ['1 C1/张三/a b/'],
      faults: [],
      lines: { skipped: 1 },
    })
  })

  it('a backslash in a file without escapes is a character', async () => {
    expect((await readCustomers('客户号,姓名,地址,职业\nC1,张三,\\\\server\\new,a\n')).rows).toEqual([
      '2 C1/张三/\\\\server\\new/a',
    ])
  })

  it('a text with two readings is not taken where nothing proves either', async () => {
    const content = '客户号,姓名,地址,职业\nC1,张三,甲\\t乙,a\nC2,李四,D:\\temp,x\\\\y\n'
    const unclear = await readCustomers(content.replace('D:\\temp', '街'))
    expect(unclear.rows).toEqual(['2 C1/张三//a', '3 C2/李四/街/'])
    expect(unclear.faults).toEqual(['2 escape-unclear address', '3 escape-unclear occupation'])
    for (const said of [{}, { escape: 'none' }]) {
      expect((await readCustomers(content, said)).rows).toEqual([
        '2 C1/张三/甲\\t乙/a',
        '3 C2/李四/D:\\temp/x\\\\y',
      ])
    }
    expect((await readCustomers(content, { escape: 'backslash' })).rows).toEqual([
      '2 C1/张三/甲 乙/a',
      '3 C2/李四/D: emp/x\\y',
    ])
  })

  it('a repeated header does not tell how many fields a record has', async () => {
    const head = HEAD.join('|@|')
    const records = ['C1|@|张三|@|\\N|@|a|@|', 'C2|@|李四|@|b|@|甲\\|@|', 'C3|@|王五|@|\\N|@|c|@|']
    const content = [head, ...records.slice(0, 2), head, ...records.slice(2), ''].join('\n')
    const { rows, faults } = await readCustomers(content)
    expect(rows).toEqual(['2 C1/张三//a', '3 C2/李四/b/甲\\', '5 C3/王五//c'])
    expect(faults).toEqual([])
  })

  it('a NULL behind an escaped delimiter of two characters proves nothing', async () => {
    const content =
      '客户号||姓名||地址||职业||\nC1||张三||x\\|\\|||\\N||\nC2||李四||甲\\r\\n乙||a||\nC3||王五||街||b||\n'
    const { rows, faults } = await readCustomers(content, { quote: 'none' })
    expect(rows).toContain('4 C3/王五/街/b')
    expect(faults).toContain('3 escape-unclear address')
  })

  it('a backslash at a line’s end escapes nothing because the next line has an open quote', async () => {
    const content = '客户号,姓名,地址,职业\nC1,张三,街,6寸"甲\\\nC2,李四,路,"é\nC3,王五,x\\\\srv\\n,b\n'
    const { rows, faults } = await readCustomers(content)
    expect(rows).toEqual(['2 C1/张三/街/', '3 C2/李四/路/"é', '4 C3/王五//b'])
    expect(faults).toEqual(['2 escape-unclear occupation', '4 escape-unclear address'])
  })

  it('words for NULL are empty where they fill a field, in quotes or not', async () => {
    const content = '客户号,姓名,地址,职业\nC1,张三,NULL,(null)\nC2,NULL先生,"NULL", NULL \n'
    expect((await readCustomers(content, { nulls: ['NULL', '(null)'] })).rows).toEqual([
      '2 C1/张三//',
      '3 C2/NULL先生//',
    ])
  })

  it('a NUL that was escaped costs its field', async () => {
    const content = 'C1\t张三\tx\\0y\t\\N\nC2\t李四\ta\\\\b\t\\N\n'
    expect(await readCustomers(content, { ...bare, delimiter: '\t', escape: 'backslash' })).toMatchObject({
      rows: ['1 C1/张三//', '2 C2/李四/a\\b/'],
      faults: ['1 nul-character address'],
    })
  })
})

describe('quotes', () => {
  it.each(["'", '“”'])('%s that wrap every field are found although a sum has none', async (marks) => {
    const line = (fields: readonly string[]) =>
      `${fields.map((field) => `${marks[0]}${field}${marks.at(-1)}`).join(',')}\n`
    const content = `${line(HEAD)}${line(FIRST)}${line(['C2', '李四', 'x,y', ''])}合计,,,12.00\n共 2 条记录\n`
    expect(await readCustomers(content)).toMatchObject({
      rows: ['2 C1/张三/北京路1号/教师', '3 C2/李四/x,y/'],
      faults: [],
    })
  })

  it('of the Chinese form are those of the file only where its delimiter stands round them', async () => {
    const content = '客户号||姓名||地址||职业\nC1||张三||""""""||a\nC2||李四||x||y，“书”\n'
    expect((await readCustomers(content)).rows).toEqual(['2 C1/张三/""/a', '3 C2/李四/x/y，“书”'])
  })
})

describe('lines that carriage returns end', () => {
  const head = '客户号,姓名,地址,职业'

  it.each([
    ['quotes', `${head}\rC1,张三,"北京\n路",a\rC2,李四,"上海\r\n路",b\r`, { lineBreaks: true }],
    [
      'single quotes',
      `'客户号','姓名','地址','职业'\r'C1','张三','北京\n路','a'\r'C2','李四','上海\n路','b'\r`,
      {
        lineBreaks: true,
      },
    ],
    [
      'quotes of the Chinese form',
      `“客户号”,“姓名”,“地址”,“职业”\r“C1”,“张三”,“北京\n路”,“a”\r“C2”,“李四”,“上海\n路”,“b”\r`,
      {
        lineBreaks: true,
      },
    ],
    ['escapes', `${head}\rC1,张三,北京\\\n路,a\rC2,李四,上海\\\n路,b\r`, { escape: 'backslash' }],
  ])('may have line feeds in fields: %s', async (_, content, said) => {
    expect(await readCustomers(content, said)).toMatchObject({
      rows: [
        expect.stringMatching(/^\d C1\/张三\/北京 路\/a$/),
        expect.stringMatching(/^\d C2\/李四\/上海 路\/b$/),
      ],
      faults: [],
    })
  })

  it('are no line ends where they stand in fields, beside guards', async () => {
    const content = `"'10009155566","张三","a\\\r\\\nb","'000100"\r\n`
    const said = { header: false, columns: HEAD, escape: 'backslash' }
    const { rows, lines } = await readCustomers(content, said)
    expect(rows).toEqual(['1 10009155566/张三/a b/000100'])
    expect(lines.physical).toBe(2)
  })

  it('are refused by name where line feeds end the others', async () => {
    for (const content of [`${head}\rC1,张三,a,b\nC2,李四,c,d\n`, `${head}\rC1,张三,"a",b\nC2,李四,c,"d"\n`])
      await expect(readCustomers(content)).rejects.toMatchObject({ code: 'imports.mixedLineEnds' })
  })
})

describe('Big5', () => {
  const bare = { header: false, columns: HEAD }

  it('that has nothing but characters of Hong Kong’s supplement is not taken for rare ones of GB18030', async () => {
    const content = iconv.encode('C1,户é,x,y\n', 'big5')
    expect(iconv.decode(content, 'big5')).not.toBe(iconv.decode(content, 'gb18030'))
    await expect(readCustomers(content, bare)).rejects.toMatchObject({ code: 'imports.encodingUnclear' })
    expect((await readCustomers(content, { ...bare, encoding: 'big5' })).rows).toEqual(['1 C1/户é/x/y'])
  })

  it('is known although some of its characters are of the supplement', async () => {
    const text = 'C1,陳大文,香港九龍旺角彌敦道六百號,會計\nC2,李小明,香港新界沙田啲嘅街市三樓,教師\n'
    expect((await readCustomers(iconv.encode(text, 'big5'), bare)).rows).toHaveLength(2)
    expect((await readCustomers(iconv.encode(text, 'big5'), bare)).rows[1]).toContain('啲嘅')
  })

  it('is not what a rare character among common ones of GB18030 makes a file', async () => {
    const content = iconv.encode('C1,王堃,x,y\n', 'gb18030')
    expect((await readCustomers(content, bare)).rows).toEqual(['1 C1/王堃/x/y'])
  })
})

describe('half a GBK character', () => {
  /** Cuts a column at a number of bytes, as a program with fields of a fixed size does. */
  function cut(text: string, bytes: number): Buffer {
    return iconv.encode(text, 'gb18030').subarray(0, bytes)
  }

  function file(mark: string, end: string, header = true): Buffer {
    const line = (cells: readonly (string | Buffer)[]) =>
      Buffer.concat(
        cells.flatMap((cell, at) => [
          Buffer.isBuffer(cell) ? cell : iconv.encode(cell, 'gb18030'),
          Buffer.from(at < cells.length - 1 ? mark : `${end}\n`),
        ]),
      )
    return Buffer.concat([
      ...(header ? [line(HEAD)] : []),
      line(['C1', '张三', '城南路一号', '钳工']),
      line(['C2', '蒋五', cut('城南路二号江', 11), '会计']),
      line(['C3', '沈六', '城南路三号', cut('教师江', 5)]),
      line(['C4', '魏七', '城南路四号', '']),
    ])
  }

  it.each([',', '|', '^', '~', '|@|', '\t', ';'])(
    'costs its own field and never the one behind %j',
    async (mark) => {
      for (const end of ['', mark]) {
        expect(await readCustomers(file(mark, end), { delimiter: mark })).toMatchObject({
          rows: [
            '2 C1/张三/城南路一号/钳工',
            '3 C2/蒋五/城南路二号/会计',
            '4 C3/沈六/城南路三号/教师',
            '5 C4/魏七/城南路四号/',
          ],
          faults: ['3 half-character address', '4 half-character occupation'],
        })
      }
    },
  )

  it('leaves a character alone whose second byte is the delimiter', async () => {
    expect(iconv.encode('膢', 'gb18030')[1]).toBe('|'.charCodeAt(0))
    const content = iconv.encode('客户号|姓名|地址|职业\nC1|膢一|膢|a\nC2|李四|b|c\n', 'gb18030')
    expect((await readCustomers(content)).rows).toEqual(['2 C1/膢一/膢/a', '3 C2/李四/b/c'])
  })

  it('where two characters may be the half one, the record is rejected', async () => {
    const content = Buffer.concat([
      iconv.encode('客户号|姓名|地址|职业\nC1|膢一|', 'gb18030'),
      cut('江', 1),
      Buffer.from('|a\nC2|b|c|d\n'),
    ])
    expect(await readCustomers(content, { encoding: 'gb18030' })).toMatchObject({
      rows: ['3 C2/b/c/d'],
      faults: ['2 column-count'],
    })
  })

  it('in a key refuses the record', async () => {
    const content = Buffer.concat([file('|', ''), cut('江', 1), Buffer.from('|x|y|z\n')])
    expect((await readCustomers(content)).faults).toContain('6 undecodable key')
  })
})
