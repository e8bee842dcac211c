import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FolderRound } from '../../../src/main/arrivals/folder/folder-round.ts'
import { readRows } from '../../../src/main/arrivals/folder/read-rows.ts'
import { SourceTally } from '../../../src/main/arrivals/source-tally.ts'
import type { ArrivalMapping } from '../../../src/shared/domain/lobby/arrival-settings.ts'
import { checkDigit } from '../../../src/shared/domain/text/identity-number.ts'
import { type Lobby, openLobby } from '../../support/arrivals/recorded-arrivals.ts'

const MAPPING: ArrivalMapping = {
  fields: { ticket: '票号', business: '业务', idNumber: '证件', cardNumber: '', phone: '', customerNo: '' },
  words: [{ word: '理财|贵金属', business: 'wealth' }],
}
const person = (serial: number) => {
  const first17 = `99999919800101${String(serial).padStart(3, '0')}`
  return first17 + checkDigit(first17)
}
const [ONE, TWO] = [person(1), person(2)]

/** What a file tells, a row a line: ticket, number, or why there is none. */
function told(text: string | Buffer, mapping = MAPPING): readonly string[] {
  const read = readRows('queue.csv', Buffer.from(text), mapping)
  if (!read.ok) return [read.reason]
  return read.rows.map((row) => {
    if (!row.ok) return row.reason
    const { ticket, key } = row.arrival
    return `${ticket ?? '-'} ${key.kind === 'none' ? '-' : key.text}`
  })
}

describe('the table of a queue machine', () => {
  test('has one delimiter, found from its header: others stand in its fields', () => {
    expect(told(`票号,业务,证件\nA001,理财|贵金属,${ONE}\n`)).toEqual([`A001 ${ONE}`])
    expect(told(`票号|业务|证件\nA001|理财,贵金属;存款|${ONE}\n`)).toEqual([`A001 ${ONE}`])
    const read = readRows('q.csv', Buffer.from(`票号,业务,证件\nA001,理财|贵金属,${ONE}\n`), MAPPING)
    expect(read).toMatchObject({ rows: [{ arrival: { business: 'wealth' } }] })
  })

  const delimiters = [
    ',',
    '|',
    '\t',
    ';',
    '^',
    '~',
    '#',
    '$',
    '||',
    '|@|',
    '|+|',
    '@@',
    '，',
    '；',
    '｜',
    '::',
    '  ',
  ]
  test.each(delimiters)('written with %j', (delimiter) => {
    const row = (cells: readonly string[]) => cells.join(delimiter)
    const lines = [row(['票号', '姓名', '证件']), row(['A001', '王建国', ONE]), row(['A002', '李.明', TWO])]
    expect(told(`${lines.join('\r\n')}\r\n`)).toEqual([`A001 ${ONE}`, `A002 ${TWO}`])
  })

  test.each([
    ['LF', '\n', '\n'],
    ['CRLF', '\r\n', '\r\n'],
    ['CR', '\r', '\r'],
    ['CRLF in the header, LF in the rows', '\r\n', '\n'],
    ['LF in the header, CRLF in the rows', '\n', '\r\n'],
    ['CR CR LF, as a wrong copy leaves it', '\r\r\n', '\r\r\n'],
  ])('with %s', (_what, headerEnd, rowEnd) => {
    const rows = [`A001,${ONE}`, `A002,${TWO}`]
    for (const last of ['', rowEnd]) {
      expect(told(`票号,证件${headerEnd}${rows.join(rowEnd)}${last}`)).toEqual([`A001 ${ONE}`, `A002 ${TWO}`])
    }
  })

  const text = `票号,姓名,证件\r\nA001,王建国,${ONE}\r\n贵宾A002,李明,${TWO}\r\n`
  const all = [`A001 ${ONE}`, `贵宾A002 ${TWO}`]
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-8 with two marks', Buffer.from(`\ufeff\ufeff${text}`)],
    ['GB18030', iconv.encode(text, 'gb18030')],
    [
      'GB18030 behind a mark of UTF-8',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), iconv.encode(text, 'gb18030')]),
    ],
    ['UTF-16 with its mark', iconv.encode(`\ufeff${text}`, 'utf-16le')],
    ['UTF-16, the high byte first', iconv.encode(`\ufeff${text}`, 'utf-16be')],
    ['UTF-16 without a mark', iconv.encode(text, 'utf-16le')],
    ['padding of zero bytes', Buffer.concat([Buffer.from(text), Buffer.alloc(300)])],
    ['zero bytes behind its fields', Buffer.from(text.replaceAll(',', '\0\0,'))],
    ['DOS’s end of a file', Buffer.from(`${text}\u001a`)],
    ['a line that says sep=', Buffer.from(`sep=,\r\n${text}`)],
    ['a title', Buffer.from(`排队叫号明细\r\n日期:2026-11-30\r\n${text}`)],
    ['its header again', Buffer.from(text.replace('贵宾', '票号,姓名,证件\r\n贵宾'))],
    ['empty lines', Buffer.from(text.replaceAll('\r\n', '\r\n\r\n'))],
    ['quotes', Buffer.from(text.replace(/[^,\r\n]+/g, '"$&"'))],
    ['guards', Buffer.from(text.replace(ONE, `="${ONE}"`).replace(TWO, `'${TWO}`))],
  ])('as %s', (_what, bytes) => {
    expect(told(bytes)).toEqual(all)
  })

  test('quotes: a delimiter, a quote and a line end within; a stray one costs its own line', () => {
    const file = `票号,姓名,证件\nA001,"王,建国",${ONE}\nA002,"李""明""",${TWO}\nA003,王"五,${ONE}\nA004,"赵\n六",${TWO}\n`
    expect(told(file)).toEqual([`A001 ${ONE}`, `A002 ${TWO}`, `A003 ${ONE}`, `A004 ${TWO}`])
    expect(told(`票号,姓名,证件\nA001,"王,${ONE}\nA002,李明,${TWO}\nA003,"赵,${ONE}\n`)).toEqual([
      'badColumns',
      `A002 ${TWO}`,
      'badColumns',
    ])
  })

  test('one bad line costs no other, and is told: too many cells, a number in the wrong column, no text', () => {
    expect(
      told(`票号,业务,证件\nA001,理财,贵金属,${ONE}\nA002,${TWO}\nA003,理财\nA004,理财,${ONE},,\n`),
    ).toEqual(['badColumns', 'badColumns', 'A003 -', `A004 ${ONE}`])
    const bad = Buffer.concat([
      iconv.encode(`票号,姓名,证件\nA001,王建国,${ONE}\nA002,`, 'gb18030'),
      Buffer.from([0xff, 0xff]),
      iconv.encode(`,${TWO}\nA003,李明,${TWO}\n`, 'gb18030'),
    ])
    expect(told(bad)).toEqual([`A001 ${ONE}`, 'encoding', `A003 ${TWO}`])
    const cut = Buffer.concat([
      Buffer.from(`票号,姓名,证件\nA001,王建国,${ONE}\nA002,`),
      Buffer.from('李').subarray(0, 2),
      Buffer.from(`,${TWO}\nA003,赵敏,${TWO}\n`),
    ])
    expect(told(cut)).toEqual([`A001 ${ONE}`, 'encoding', `A003 ${TWO}`])
  })

  test('without a header nobody is guessed, the first line neither; by place it needs none', () => {
    expect(told(`A001,${ONE}\nA002,${TWO}\n`)).toEqual(['noFields', 'noFields'])
    const fields = { ...MAPPING.fields, ticket: '0', business: '', idNumber: '2' }
    expect(told(`A001|王建国|${ONE}\nA002|李,明|${TWO}\n`, { ...MAPPING, fields })).toEqual([
      `A001 ${ONE}`,
      `A002 ${TWO}`,
    ])
  })

  test('JSON a line, in whichever file, with a bad line between', () => {
    const mapping = { ...MAPPING, fields: { ...MAPPING.fields, ticket: 'no' } }
    expect(told('{"no":"A1"}\r\n{"no":}\r\n{"no":"A2"}\r\n', mapping)).toEqual(['A1 -', 'notJson', 'A2 -'])
    expect(told('[{"no":"A1"},{"no":"A2"}]', mapping)).toEqual(['A1 -', 'A2 -'])
  })

  test('comes back equal however it is written', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'王理财ab1 ,|;\t"\'@^#'), maxLength: 8 })
    const writer = fc.record({
      delimiter: fc.constantFrom(',', '|', '\t', ';', '|@|', '^'),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      encoding: fc.constantFrom('utf8', 'gb18030', 'utf-16le'),
      names: fc.array(cell, { minLength: 1, maxLength: 8 }),
    })
    fc.assert(
      fc.property(writer, ({ delimiter, end, encoding, names }) => {
        const line = (cells: readonly string[]) =>
          cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(delimiter)
        const rows = names.map((name, place) => line([`A${place + 1}`, name, person(place + 1)]))
        const file = `\ufeff${[line(['票号', '姓名', '证件']), ...rows].join(end)}${end}`
        expect(told(iconv.encode(file, encoding))).toEqual(
          names.map((_, place) => `A${place + 1} ${person(place + 1)}`),
        )
      }),
    )
  })
})

describe('a file that a queue machine holds open', () => {
  let folder: string
  let lobby: Lobby
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'huiyan-queue-'))
    lobby = openLobby()
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const path = () => join(folder, 'day.csv')
  const round = () => {
    const tally = new SourceTally('folder', lobby.sessions, lobby.clock)
    return new FolderRound({ folder, mapping: MAPPING, tally, clock: lobby.clock, stopped: () => false })
  }
  async function rest(rounds: FolderRound) {
    for (let n = 0; n < 20; n++) {
      await rounds.run().catch(() => undefined)
      lobby.clock.advance(300)
    }
  }
  /** On Windows a file that another program holds open cannot be moved; here the tray is in the way. */
  const cannotBeMoved = () => {
    writeFileSync(join(folder, 'done'), '')
    writeFileSync(join(folder, 'bad'), '')
  }

  test('is told as it grows, each line once, and half a line when it is whole', async () => {
    cannotBeMoved()
    const rounds = round()
    writeFileSync(path(), `票号,证件\r\nA001,${ONE}\r\n`)
    await rest(rounds)
    appendFileSync(path(), `A002,${TWO}\r\nA00`)
    await rest(rounds)
    appendFileSync(path(), '3,\r\n')
    await rest(rounds)
    expect(lobby.sessions.tickets()).toEqual(['A001', 'A002', 'A003'])
    expect(lobby.sessions.unread).toEqual(['badColumns'])
    rmSync(join(folder, 'done'))
    rmSync(join(folder, 'bad'))
    await rest(rounds)
    expect(readdirSync(folder)).not.toContain('day.csv')
    expect(lobby.sessions.tickets()).toHaveLength(3)
  })

  test('and replaces or cuts each day is told from its start', async () => {
    cannotBeMoved()
    const rounds = round()
    writeFileSync(path(), '票号,证件\nA001,\nA002,\n')
    await rest(rounds)
    writeFileSync(path(), '票号,证件\nB001,\n')
    await rest(rounds)
    expect(lobby.sessions.tickets()).toEqual(['A001', 'A002', 'B001'])
  })

  test('with more lines in a day than a file may have at once', async () => {
    cannotBeMoved()
    const rounds = round()
    writeFileSync(path(), '票号,证件\n')
    for (let part = 0; part < 3; part++) {
      const lines = Array.from({ length: 300 }, (_, n) => `A${String(part * 300 + n).padStart(4, '0')},\n`)
      appendFileSync(path(), lines.join(''))
      await rest(rounds)
    }
    expect(new Set(lobby.sessions.tickets()).size).toBe(900)
    expect(lobby.sessions.tickets()).toHaveLength(900)
  })

  test('that goes on under its name without a header keeps its columns', async () => {
    const rounds = round()
    writeFileSync(path(), '票号,证件\nA001,\n')
    await rest(rounds)
    writeFileSync(path(), `A002,${TWO}\n`)
    await rest(rounds)
    expect(lobby.sessions.tickets()).toEqual(['A001', 'A002'])
    expect(readdirSync(join(folder, 'done')).sort()).toEqual(['day-2.csv', 'day.csv'])
    mkdirSync(join(folder, 'x'))
  })
})
