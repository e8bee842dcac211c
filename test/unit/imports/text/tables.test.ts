import { describe, expect, it } from 'vitest'
import { readCustomers } from '../../../support/imports/read-customers.ts'

const HEAD = '客户号,姓名,地址,职业'

describe('quotes', () => {
  it('a stray quote in a file that quotes nothing is a character, and no line is swallowed', async () => {
    const content = `${HEAD}\nC1,王芳,a,"6寸\nC2,李明,b,爬山\nC3,赵敏,c,买5"\n`
    expect(await readCustomers(content)).toMatchObject({
      rows: ['2 C1/王芳/a/"6寸', '3 C2/李明/b/爬山', '4 C3/赵敏/c/买5"'],
      faults: [],
    })
  })

  it('a quote that could wrap a field over two lines is none, though the second looks like a record', async () => {
    const content = `${HEAD}\nC1,王芳,"a\nC2,李明,b",c\nC3,赵敏,d,e\n`
    const { rows, faults } = await readCustomers(content, { lineBreaks: true })
    expect(rows.at(-1)).toBe('4 C3/赵敏/d/e')
    expect(rows.join()).not.toContain('C2/李明')
    expect(faults[0]).toBe('2 unbalanced-quote')
  })

  it('in a file that quotes, it costs its own line', async () => {
    const content = `${HEAD}\nC0,吴一,"a,b",x\nC1,王芳,a,"6寸\nC2,李明,b,爬山\nC3,赵敏,c,买5"\n`
    expect(await readCustomers(content)).toMatchObject({
      rows: ['2 C0/吴一/a,b/x', '4 C2/李明/b/爬山', '5 C3/赵敏/c/买5"'],
      faults: ['3 unbalanced-quote'],
    })
  })

  it('with line breaks on, a join that would swallow records is refused all the same', async () => {
    const content = `${HEAD}\nC0,吴一,"a\nb",x\nC1,王芳,a,"6寸\nC2,李明,b,爬山\nC3,赵敏,c,买5"\n`
    expect(await readCustomers(content, { lineBreaks: true })).toMatchObject({
      rows: ['2 C0/吴一/a b/x', '5 C2/李明/b/爬山', '6 C3/赵敏/c/买5"'],
      faults: ['4 unbalanced-quote'],
      lines: { physical: 6, continuation: 1, skipped: 1, blank: 0 },
    })
    const keyed = `${HEAD}\nC1,"王芳,a\nC2,x\nC3,z",c,d\n"C4",赵敏,c,d\n`
    expect((await readCustomers(keyed, { lineBreaks: true })).faults[0]).toBe('2 unbalanced-quote')
  })

  it('a line end in a field is damage unless the profile expects it', async () => {
    const content = `${HEAD}\nC1,王芳,"a\nb",x\n`
    expect((await readCustomers(content)).rows).toEqual([])
    expect((await readCustomers(content, { lineBreaks: true })).rows).toEqual(['2 C1/王芳/a b/x'])
  })

  it.each([
    ['single ones', "'客户号','姓名','地址','职业'\n'C1','张三','a,b','it''s'\n", "2 C1/张三/a,b/it's"],
    ['full-width ones', '“客户号”,“姓名”,“地址”,“职业”\n“C1”,“张三”,“a,b”,“x”\n', '2 C1/张三/a,b/x'],
    ['blanks around them', `${HEAD}\n"C1" , "张三", "a,b" ,x\n`, '2 C1/张三/a,b/x'],
    [
      'a mark in front of the first',
      `\ufeff\ufeff"客户号","姓名","地址","职业"\n"C1","张三","a","b"\n`,
      '2 C1/张三/a/b',
    ],
    ['a guard that is no quote', `${HEAD}\nC1,张三,="0",b\n`, '2 C1/张三/0/b'],
  ])('%s', async (_, content, row) => {
    expect(await readCustomers(content)).toMatchObject({ rows: [row], faults: [] })
  })

  it('text behind a closing quote refuses its line', async () => {
    expect(await readCustomers(`${HEAD}\nC1,"张"三,a,b\nC2,"李四",a,b\n`)).toMatchObject({
      rows: ['3 C2/李四/a/b'],
      faults: ['2 unbalanced-quote'],
    })
    expect((await readCustomers(`${HEAD}\nC1,张三,="0,1",b\n`)).faults).toEqual(['2 column-count'])
  })
})

describe('the header', () => {
  it.each([
    [
      'titles of any number above it',
      `城南支行客户清单\n制表日期:2026-11-30\n\n查询条件:全部\n${HEAD}\nC1,张三,a,b\n`,
    ],
    ['titles with delimiters', `城南支行,,,\n客户清单,,,2026\n${HEAD}\nC1,张三,a,b\n`],
    ['sep= in front', `sep=;\n${HEAD.replaceAll(',', ';')}\nC1;张三;a;b\n`],
    ['sep= in quotes', `"sep=,"\r\n${HEAD}\r\nC1,张三,a,b\r\n`],
    ['a mark behind sep=', `sep=,\n\ufeff${HEAD}\nC1,张三,a,b\n`],
    ['unused columns of one name', '备注,客户号,姓名,备注,地址,职业,,\nx,C1,张三,y,a,b,,\n'],
    ['invisible characters and blanks', '\u200b客户号 , 姓 名,\u00a0地址,职\u3000业\nC1,张三,a,b\n'],
    ['cells with line ends', '"客户\n号",姓名,地址,职业\nC1,张三,a,b\n'],
    ['a rule below it', `${HEAD}\n------,----,----,----\nC1,张三,a,b\n`],
    [
      'a table of mysql',
      '+----+----+\n| 客户号 | 姓名 | 地址 | 职业 |\n+----+----+\n| C1 | 张三 | a | b |\n+----+----+\n1 row in set (0.00 sec)\n',
    ],
    [
      'a table of psql',
      ' 客户号 | 姓名 | 地址 | 职业\n--------+------+----+----\n C1     | 张三 | a    | b\n(1 row)\n\n',
    ],
    [
      'a table of SQL*Plus',
      '\n客户号|姓名|地址|职业\n------|----|----|----\nC1    |张三|a   |b\n\n已选择 1 行。\n\n',
    ],
  ])('%s', async (_, content) => {
    const { rows, faults } = await readCustomers(content)
    expect(rows.map((row) => row.replace(/^\d+ /, ''))).toEqual(['C1/张三/a/b'])
    expect(faults).toEqual([])
  })

  it.each([1, 4])('is found although %d lines were to be skipped', async (skipLines) => {
    const content = `清单\n日期:2026-11-30\n${HEAD}\nC1,张三,a,b\n`
    expect((await readCustomers(content, { skipLines })).rows).toEqual(['4 C1/张三/a/b'])
  })

  it('a column that the profile asks for may not stand there twice', async () => {
    const read = readCustomers('客户号,姓名,地址,姓名,职业\nC1,张三,a,李四,b\n')
    await expect(read).rejects.toMatchObject({
      code: 'imports.duplicateHeader',
      detail: { columns: '姓名 #1 · 姓名 #2' },
    })
  })

  it('names the column that is missing, and not a title', async () => {
    const read = readCustomers('城南支行,2026\n客户号,姓名,职业\nC1,张三,b\n')
    await expect(read).rejects.toMatchObject({ code: 'imports.missingColumn', detail: { columns: '地址' } })
  })

  it.each([
    ['余额(元)', '余额（元）', true],
    ['余额', '余额（万元）', false],
    ['Cust No', 'CUST NO', true],
    ['客户号', '客户号2', false],
  ])('%s names %s: %s', async (asked, written, same) => {
    const read = readCustomers(`${written},姓名,地址,职业\nC1,张三,a,b\n`, {
      fields: { key: { column: asked }, name: { column: '姓名' } },
    })
    if (same) expect((await read).rows).toEqual(['2 C1/张三//'])
    else await expect(read).rejects.toMatchObject({ code: 'imports.missingColumn' })
  })
})

describe('lines that are no records', () => {
  it('repeated headers, page breaks, sums and footers are skipped and counted', async () => {
    const content = [
      HEAD,
      'C1,张三,a,b',
      '本页合计,,,1',
      '\f客户号,姓名,地址,职业',
      'C2,李四,a,b',
      ',小计：,,1',
      ' 合 计 ,,,2',
      '总计（人）,2,',
      'Grand Total,,,2',
      '共 2 条',
      '制表人：王五   复核：赵六',
      '第 1 页 共 1 页',
      '(2 rows affected)',
      '-- 2 rows',
      '',
      '\u001a',
    ].join('\r\n')
    const { rows, faults, lines } = await readCustomers(content)
    expect(rows).toEqual(['2 C1/张三/a/b', '5 C2/李四/a/b'])
    expect(faults).toEqual([])
    expect(lines.skipped).toBe(12)
  })

  it('a person who is called like a sum stays a person, because the line has a key', async () => {
    expect((await readCustomers(`${HEAD}\nC1,合计,a,b\nTotal1,张三,小计,b\n`)).rows).toEqual([
      '2 C1/合计/a/b',
      '3 Total1/张三/小计/b',
    ])
  })

  it('a short line that is no footer is rejected', async () => {
    expect((await readCustomers(`${HEAD}\nC1,张三\n张三\n`)).faults).toEqual([
      '2 column-count',
      '3 column-count',
    ])
  })
})

describe('line ends', () => {
  it.each([
    ['CRLF in the header, LF in the rows', `${HEAD}\r\nC1,张三,a,b\nC2,李四,c,d\n`],
    ['two carriage returns', `${HEAD}\r\r\nC1,张三,a,b\r\r\nC2,李四,c,d\r\r\n`],
    ['carriage returns alone', `${HEAD}\rC1,张三,a,b\rC2,李四,c,d\r`],
    ['carriage returns in one part', `${HEAD}\nC1,张三,a,b\rC2,李四,c,d\n`],
    ['none at the end', `${HEAD}\nC1,张三,a,b\nC2,李四,c,d`],
    ['NULs at the end', `${HEAD}\nC1,张三,a,b\nC2,李四,c,d\n${'\0'.repeat(8)}`],
    ['a mark of the end', `${HEAD}\nC1,张三,a,b\nC2,李四,c,d\u001a`],
    ['marks where files were put together', `\ufeff${HEAD}\nC1,张三,a,b\n\ufeff${HEAD}\n\ufeffC2,李四,c,d\n`],
  ])('%s', async (_, content) => {
    const { rows, faults } = await readCustomers(content)
    expect(rows.map((row) => row.replace(/^\d+ /, ''))).toEqual(['C1/张三/a/b', 'C2/李四/c/d'])
    expect(faults).toEqual([])
  })

  it('other separators of lines are text', async () => {
    expect((await readCustomers(`${HEAD}\nC1,张三,a\u2028b\u0085c,d\n`)).rows[0]).toMatch(
      /^2 C1\/张三\/a.b.c\/d$/u,
    )
  })
})
