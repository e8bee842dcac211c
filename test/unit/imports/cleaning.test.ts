import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cleanText,
  codeReader,
  MAX_TEXT_LENGTH,
  readCount,
  readPercent,
  shapeOf,
} from '../../../src/shared/domain/imports/cleaning.ts'
import { dateFormatFault, dateReader } from '../../../src/shared/domain/imports/date-format.ts'
import { fieldsOf, IMPORT_ENTITIES, IMPORT_FIELDS } from '../../../src/shared/domain/imports/import-fields.ts'
import { readAmount } from '../../../src/shared/domain/imports/money-text.ts'

const YUAN = { decimal: '.', unit: 'yuan' } as const

describe('amounts', () => {
  it.each([
    ['0', 0],
    ['12', 1_200],
    ['12.5', 1_250],
    ['12.50', 1_250],
    ['12.', 1_200],
    ['12.5000', 1_250],
    ['1,234.50', 123_450],
    ['1,234,567.89', 123_456_789],
    ['１，２３４.５０', 123_450],
    ['¥1,234.50', 123_450],
    ['-￥12.00', -1_200],
    ['+7.01', 701],
    ['(12.30)', -1_230],
    ['12.30-', -1_230],
    ['-0.00', 0],
    ['12345678901234.56', 1_234_567_890_123_456],
  ])('%s is %i fen', (text, fen) => {
    expect(readAmount(text, YUAN)).toBe(fen)
  })

  it.each([
    '1,234.5O',
    'l2',
    '12.345',
    '1,23',
    '12,34,567',
    '1.234,50',
    '.',
    '-',
    '',
    '12.3.4',
    '--1',
    '0x10',
  ])('%j is refused rather than guessed', (text) => {
    expect(readAmount(text, YUAN)).toBe('amount-unreadable')
  })

  it('an amount beyond what can be counted exactly is refused', () => {
    expect(readAmount('99999999999999999', YUAN)).toBe('amount-out-of-range')
  })

  it('reads the decimal comma where the profile says so', () => {
    const comma = { decimal: ',', unit: 'yuan' } as const
    expect(readAmount('1.234,50', comma)).toBe(123_450)
    expect(readAmount('12,5', comma)).toBe(1_250)
    expect(readAmount('1234.50', comma)).toBe('amount-unreadable')
  })

  it('reads fen as whole numbers', () => {
    const fen = { decimal: '.', unit: 'fen' } as const
    expect(readAmount('123450', fen)).toBe(123_450)
    expect(readAmount('1,234', fen)).toBe(1_234)
    expect(readAmount('12.5', fen)).toBe('amount-unreadable')
  })

  it('reads back whatever amount it is given, grouped or not', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), fc.boolean(), (fen, grouped) => {
        const yuan = Math.trunc(Math.abs(fen) / 100)
        const whole = grouped ? yuan.toLocaleString('en-US') : String(yuan)
        const text = `${fen < 0 ? '-' : ''}${whole}.${String(Math.abs(fen) % 100).padStart(2, '0')}`
        expect(readAmount(text, YUAN)).toBe(fen)
      }),
    )
  })
})

describe('dates', () => {
  it.each([
    ['YYYY-MM-DD', '2024-02-29', '2024-02-29'],
    ['YYYYMMDD', '20241231', '2024-12-31'],
    ['YYYY/M/D', '2024/3/5', '2024-03-05'],
    ['YYYY年M月D日', '2024年12月5日', '2024-12-05'],
    ['DD.MM.YYYY', '05.12.2024', '2024-12-05'],
    ['YYYY-MM-DD hh:mm:ss', '2024-12-05 23:59:59', '2024-12-05'],
  ])('%s reads %s', (format, text, on) => {
    expect(dateReader(format)(text)).toBe(on)
  })

  it.each([
    ['YYYY-MM-DD', '2023-02-29'],
    ['YYYYMMDD', '20231301'],
    ['YYYYMMDD', '00000000'],
    ['YYYYMMDD', '99991231'],
    ['YYYY-MM-DD', '2024-1-5'],
    ['YYYY-MM-DD', '2024-01-05 10:00:00'],
    ['YYYY.MM.DD', '2024-01-05'],
    ['YYYY-MM-DD hh:mm:ss', '2024-12-05 24:00:01'],
  ])('%s refuses %s', (format, text) => {
    expect(dateReader(format)(text)).toBeNull()
  })

  it('puts two-digit years into the century that the pivot says', () => {
    const read = dateReader('YYMMDD', { yearPivot: 30 })
    expect(read('290101')).toBe('2029-01-01')
    expect(read('300101')).toBe('1930-01-01')
  })

  it('takes the offset off a month that marks a sex', () => {
    const read = dateReader('YYMMDD', { yearPivot: 0, monthOffset: 50 })
    expect(read('706213')).toBe('1970-12-13')
    expect(read('450204')).toBe('1945-02-04')
    expect(read('706313')).toBeNull()
  })

  it('answers the same the second time, readable or not', () => {
    const read = dateReader('YYYY-MM-DD')
    for (const _ of [1, 2]) {
      expect(read('2024-02-29')).toBe('2024-02-29')
      expect(read('2023-02-29')).toBeNull()
    }
  })

  it('a format without a year, or with a two-digit one and no pivot, is at fault', () => {
    expect(dateFormatFault('MM-DD', undefined)).toContain('year')
    expect(dateFormatFault('YYYY-DD', undefined)).toContain('month')
    expect(dateFormatFault('YYMMDD', undefined)).toContain('yearPivot')
    expect(dateFormatFault('YYMMDD', 30)).toBeNull()
    expect(dateFormatFault('YYYY-MM-DD hh:mm:ss', undefined)).toBeNull()
  })
})

describe('text', () => {
  it('turns line breaks, full-width spaces and control characters into single spaces', () => {
    expect(cleanText('\u3000北京市\r\n 朝阳区\u0007\t1 号 ')).toBe('北京市 朝阳区 1 号')
  })

  it('replaces half a character, which no database stores', () => {
    expect(cleanText('王\ud842')).toBe('王\ufffd')
  })

  it('leaves what looks like a formula as the text it is', () => {
    expect(cleanText("=cmd|' /C calc'!A0")).toBe("=cmd|' /C calc'!A0")
  })

  it('cleaning is idempotent and leaves no character outside Unicode behind', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = cleanText(text)
        expect(cleanText(once)).toBe(once)
        expect(once.isWellFormed()).toBe(true)
      }),
    )
  })

  it('the outline of a value shows its form and nothing of its content', () => {
    expect(shapeOf('王建国 138-1234abc')).toBe('汉汉汉 999-9999aaa')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: MAX_TEXT_LENGTH }), (text) => {
        const shape = shapeOf(text)
        expect(shape.length).toBeLessThanOrEqual(25)
        expect(shape.replace(/[9汉a…?\p{P}\p{S} ]/gu, '')).toBe('')
      }),
    )
  })
})

describe('numbers and codes', () => {
  it('counts are whole, percentages may be fractions', () => {
    expect(readCount('36')).toBe(36)
    expect(readCount('36.0')).toBe(36)
    expect(readCount('36.5')).toBeNull()
    expect(readCount('3六')).toBeNull()
    expect(readPercent('1.75', '.')).toBe(1.75)
    expect(readPercent('1.75%', '.')).toBe(1.75)
    expect(readPercent('1,75', ',')).toBe(1.75)
    expect(readPercent('1,75', '.')).toBeNull()
  })

  it('codes are found by themselves and by their usual words, whatever the case', () => {
    const read = codeReader(IMPORT_FIELDS.transactions.direction)
    expect(read('IN')).toBe('in')
    expect(read('贷')).toBe('in')
    expect(read('Dr')).toBe('out')
    expect(read('sideways')).toBeNull()
  })

  it('every usual word stands for a code of its own list', () => {
    for (const entity of IMPORT_ENTITIES) {
      for (const [field, spec] of Object.entries(fieldsOf(entity))) {
        for (const word of Object.values(spec.spellings ?? {})) {
          expect(spec.values, `${entity}.${field}`).toContain(word)
        }
      }
    }
  })
})
