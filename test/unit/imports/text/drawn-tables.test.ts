import { describe, expect, it } from 'vitest'
import { readCustomers } from '../../../support/imports/read-customers.ts'
import { openContent } from '../../../support/imports/written-files.ts'

/** What shells of databases print, written by psql 15, sqlite3 3.40 and MariaDB 10.11; people and values are invented. */
const DRAWN: readonly (readonly [string, string, string])[] = [
  ['psql \\x', '-[ RECORD 1 ]--\n客户号 | C1\n姓名   | 张三\n', 'imports.displayForm'],
  ['psql \\x in Chinese', '-[ 记录 1 ]--\n客户号 | C1\n姓名   | 张三\n', 'imports.displayForm'],
  ['psql \\x with a frame', '+-[ RECORD 1 ]--+\n| 客户号 | C1   |\n', 'imports.displayForm'],
  ['psql \\x without lines', '* Record 1\n客户号 C1\n姓名   张三\n', 'imports.displayForm'],
  ['psql latex', '\\begin{tabular}{l | l}\n\\textit{客户号} & \\textit{姓名} \\\\\n', 'imports.displayForm'],
  ['psql asciidoc', '\n[options="header",cols="<l,<l"]\n|====\n^l|客户号 ^l|姓名\n', 'imports.displayForm'],
  ['psql troff', '.LP\n.DS L\n.TS\ncenter;\n', 'imports.displayForm'],
  ['psql html', '<table border="1">\n  <tr>\n', 'imports.otherForm'],
  [
    'psql wrapped',
    ' 客户号 | 姓名 | 地址      | 职业\n--------+------+-----------+------\n C1     | 张三 | 上海市静.| 教师\n        |      |.安区     | \n C2     | 李四 | 北京      | 工人\n(2 rows)\n',
    'imports.displayForm',
  ],
  [
    'psql aligned with a line end in a cell',
    ' 客户号 | 姓名 | 地址   | 职业\n--------+------+--------+------\n C1     | 张三 | 第一行+| 教师\n        |      | 第二行 | \n(1 row)\n',
    'imports.displayForm',
  ],
  [
    'SQL*Plus with a long cell',
    '客户号|姓名|地址|职业\n------|----|----|----\nC1    |张三|上海|教师\n      |    |静安|\n\n已选择 1 行。\n',
    'imports.displayForm',
  ],
  [
    'psql without a border',
    '客户号 姓名 地址 职业\n------ ---- ---- ----\nC1     张三 上海 教师\n',
    'imports.blankColumns',
  ],
  [
    'sqlite3 column',
    '客户号  姓名  地址  职业\n---  --  --  --\nC1   张三  上海  教师\n',
    'imports.blankColumns',
  ],
  ['pandas to_string', '  客户号  姓名  地址  职业\n0  C1  张三  上海  教师\n', 'imports.blankColumns'],
  ['R write.table', '"客户号" "姓名" "地址" "职业"\n"1" "C1" "张三" "上海" "教师"\n', 'imports.blankColumns'],
  [
    'sqlite3 line',
    '   客户号 = C1\n     姓名 = 张三\n\n   客户号 = C2\n     姓名 = 李四\n',
    'imports.displayForm',
  ],
  ['sqlite3 tcl', '"\\345\\256\\242" "\\345\\247\\223"\n"C1" "\\345\\274\\240"\n', 'imports.displayForm'],
  ['sqlite3 box', '┌────────┬──────┐\n│ 客户号 │ 姓名 │\n├────────┼──────┤\n', 'imports.displayForm'],
  ['DuckDB', '┌─────────┬─────────┐\n│ 客户号  │  姓名   │\n│ varchar │ varchar │\n', 'imports.displayForm'],
  ['sqlite3 html', '<TR><TH>客户号</TH>\n<TH>姓名</TH>\n', 'imports.otherForm'],
  ['sqlite3 json', '[{"客户号":"C1","姓名":"张三"},\n', 'imports.notTable'],
  ['sqlite3 insert', "INSERT INTO c VALUES('C1','张三');\n", 'imports.notTable'],
  [
    'mysql -E',
    `${'*'.repeat(27)} 1. row ${'*'.repeat(27)}\n客户号: C1\n  姓名: 张三\n`,
    'imports.displayForm',
  ],
]

describe('what was laid out for the eye', () => {
  it.each(DRAWN)('%s is named', async (_, content, code) => {
    await expect(readCustomers(content)).rejects.toMatchObject({ code })
  })

  it('a title line of a name and a value makes none', async () => {
    const content = '机构 = 城南支行\n日期 = 2026-11-30\n\n客户号,姓名,地址,职业\nC1,张三,a,b\n'
    expect((await readCustomers(content)).rows).toEqual(['5 C1/张三/a/b'])
  })

  it('columns between blanks are read where the profile says so', async () => {
    const content = '"客户号" "姓名" "地址" "职业"\n"C1" "张三" "上海 静安" "教师"\n'
    expect((await readCustomers(content, { delimiter: ' ' })).rows).toEqual(['2 C1/张三/上海 静安/教师'])
  })

  it('sums below a drawn table are no cells that go on', async () => {
    const content = '客户号|姓名|地址|职业\n------|----|----|----\nC1|张三|a|b\n|||2\n合计|||2\n'
    expect((await readCustomers(content.replace('|||2\n', ''))).rows).toEqual(['3 C1/张三/a/b'])
  })

  it('a rule of Markdown with colons is a rule', async () => {
    const content = '| 客户号 | 姓名 | 地址 | 职业 |\n|:---|:--:|---:|----|\n| C1 | 张三 | a | b |\n'
    expect(await readCustomers(content)).toMatchObject({ rows: ['3 C1/张三/a/b'], faults: [] })
  })
})

describe('files of spreadsheet programs', () => {
  it.each([
    [
      'Gnumeric',
      '<?xml version="1.0"?>\n<gnm:Workbook xmlns:gnm="x" xmlns:office="y"><office:document-meta>',
    ],
    ['OpenDocument (.fods)', '<?xml version="1.0"?>\n<office:document xmlns:office="y">'],
  ])('%s is called by its name', async (format, content) => {
    await expect(openContent(content)).rejects.toMatchObject({
      code: 'imports.otherForm',
      detail: { format },
    })
  })
})
