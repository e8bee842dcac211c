import { describe, expect, it } from 'vitest'
import { isCivilDate } from '../../../src/shared/domain/calendar/civil-date.ts'
import { cellReader, DEFAULT_NULLS } from '../../../src/shared/domain/imports/cell-text.ts'
import { readText } from '../../../src/shared/domain/imports/cleaning.ts'
import { dateReader } from '../../../src/shared/domain/imports/date-format.ts'
import { NO_DATE } from '../../../src/shared/domain/imports/date-parts.ts'
import { saysNothing } from '../../../src/shared/domain/imports/no-value.ts'
import { readIdNumber } from '../../../src/shared/domain/text/identity-number.ts'
import { readName } from '../../../src/shared/domain/text/person-name.ts'
import { readPhoneCell } from '../../../src/shared/domain/text/phone-cell.ts'

const FIRST_SURROGATE = 0xd800
const LAST_SURROGATE = 0xdfff

/** Every character of one UTF-16 unit. */
function* characters(): Generator<string> {
  for (let code = 0; code <= 0xffff; code++) {
    if (code < FIRST_SURROGATE || code > LAST_SURROGATE) yield String.fromCharCode(code)
  }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** Days that exist and days that do not, by the years around every limit. */
function* days(): Generator<{ year: string; month: string; day: string }> {
  for (const year of [
    '0000',
    '0001',
    '1849',
    '1850',
    '1899',
    '1900',
    '1901',
    '1980',
    '2023',
    '2099',
    '2100',
    '2200',
    '2999',
    '9999',
  ]) {
    for (let month = 0; month <= 13; month++) {
      for (let day = 0; day <= 32; day++) yield { year, month: two(month), day: two(day) }
    }
  }
}

describe('what is told to be plain by a look reads as it does the long way', () => {
  it('a date with dashes, beside the same date with other marks', () => {
    for (const fillers of ['empty', 'refuse'] as const) {
      const read = dateReader('auto', { fillers })
      const differing = [...days()].filter(
        ({ year, month, day }) => read(`${year}-${month}-${day}`) !== read(`${year}/${month}/${day}`),
      )
      expect(differing).toEqual([])
    }
  })

  it('a date where another format comes first, or the month is marked', () => {
    expect(dateReader('YYYY-DD-MM')('2024-02-03')).toBe('2024-03-02')
    expect(dateReader(['YYYYMMDD', 'YYYY-MM-DD'])('2024-02-03')).toBe('2024-02-03')
    expect(dateReader('YYYYMMDD')('2024-02-03')).toBeNull()
    expect(dateReader('YYYY-MM-DD', { monthOffset: 5 })('2024-07-03')).toBe('2024-02-03')
    expect(dateReader('auto', { fillers: 'empty' })('9999-12-31')).toBe(NO_DATE)
  })

  it('a civil date, beside the calendar of the runtime', () => {
    const exists = (text: string) => {
      const at = new Date(`${text}T00:00:00Z`)
      return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text
    }
    const wrong = [...days()]
      .map(({ year, month, day }) => `${year}-${month}-${day}`)
      .filter((text) => isCivilDate(text) !== exists(text))
    expect(wrong).toEqual([])
    expect(['2024-2-03', '2024-02-3', '20240203', ' 2024-02-03', ''].filter(isCivilDate)).toEqual([])
  })

  it('free text with any character in it, beside the same behind blanks', () => {
    const differing = [...characters()].filter((char) => readText(`a${char}b`) !== readText(`  a${char}b`))
    expect(differing).toEqual([])
  })

  it('a cell with any character at its ends, beside the same between blanks', () => {
    for (const kind of ['code', 'text'] as const) {
      const read = cellReader(kind, DEFAULT_NULLS)
      const differing = [...characters()].filter((char) => {
        const cell = `${char}1${char}`
        return read(cell) !== read(` ${cell}\t`)
      })
      expect(differing).toEqual([])
    }
  })

  it.each([
    '10015079242',
    '13800000301',
    '02188886666',
    '4008001234',
    '88886666',
    '1234567',
    '0000000',
    '861380000030',
  ])('the phone %s, beside the same with a blank behind it', (text) => {
    expect(readPhoneCell(text)).toEqual(readPhoneCell(`${text} `))
  })

  it.each(['11010119900307123X', '110101199003071233', '110101199013071233', '310101800101123'])(
    'the identity number %s, beside the same in groups',
    (text) => {
      expect(readIdNumber(text)).toEqual(readIdNumber(`${text.slice(0, 6)} ${text.slice(6)}`))
    },
  )

  it('a name of Han characters, as long as a name may be and longer', () => {
    expect(readName('王建国')).toEqual({ ok: true, name: '王建国' })
    expect(readName('国'.repeat(64))).toEqual({ ok: true, name: '国'.repeat(64) })
    expect(readName('国'.repeat(65))).toEqual({ ok: false, reason: 'length' })
  })

  it('words for nothing in any case, and keys that only begin like one', () => {
    const words = [
      'NULL',
      'Null',
      '(null)',
      '<NA>',
      'N/A',
      'nan',
      '\\N',
      '{NULL}',
      'UNDEFINED',
      '无',
      '未登记',
    ]
    expect(words.filter((word) => !saysNothing(word))).toEqual([])
    expect(['N0001', 'C0000001', '(1)', 'U1', '0', '-', '无锡'].filter(saysNothing)).toEqual([])
  })
})
