import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCount, readPercent } from '../../../src/shared/domain/imports/cleaning.ts'
import { type AmountFormat, readAmount } from '../../../src/shared/domain/imports/money-text.ts'

const YUAN: AmountFormat = { decimal: '.', unit: 'yuan' }

describe('amounts as banks’ programs write them', () => {
  it.each([
    ['Oracle leaves the nought out', '.5', 50],
    ['and out of negative ones', '-.35', -35],
    ['a point without decimals', '5.', 500],
    ['Java from ten million on', '1.23E7', 1_230_000_000],
    ['a power below one', '1.0E-2', 1],
    ['JavaScript', '1.23e+7', 1_230_000_000],
    ['all digits behind a power with plus', '1.23456789E+7', 1_234_567_890],
    ['Fortran', '1.5D3', 150_000],
    ['DB2 pads', '+000000001.750000', 175],
    ['a sign in front', '+0001.50', 150],
    ['a minus behind', '12.00-', -1_200],
    ['a plus behind', '000000012345.00+', 1_234_500],
    ['brackets', '(12.00)', -1_200],
    ['full-width brackets', '（12.00）', -1_200],
    ['angle brackets', '<12.00>', -1_200],
    ['groups by apostrophes', "1'234'567.50", 123_456_750],
    ['by typographic ones', '1’234.50', 123_450],
    ['by a thin blank', '1\u2009234.50', 123_450],
    ['by a narrow blank that does not break', '1\u202f234.50', 123_450],
    ['full width throughout', '－１，２３４．５０', -123_450],
    ['the minus of Unicode', '−12', -1_200],
    ['its small one', '﹣12', -1_200],
    ['the yuan sign', '￥-12.5', -1_250],
    ['a bracketed one', '(¥12.50)', -1_250],
    ['the code of the currency', 'CNY 12.5', 1_250],
    ['its name', '人民币12.50元整', 1_250],
    ['万', '1.2345万', 1_234_500],
    ['万元', '3万元', 3_000_000],
    ['亿', '0.5亿', 5_000_000_000],
    ['what cannot be seen', '\u200b12.50\u202c', 1_250],
    ['negative nought', '-0.00', 0],
  ])('%s: %s', (_, text, fen) => {
    expect(readAmount(text, YUAN)).toBe(fen)
  })

  it.each([
    ['a fen would be lost', '12.345'],
    ['behind 万 too', '1.23456789万'],
    ['and below a power of ten', '2.8E-14'],
    ['a spreadsheet shows six digits of twelve', '1.23457E+11'],
    ['a narrow column shows two', '1.23E+07'],
    ['a decimal comma where a point is expected', '0,125'],
    ['another currency', '$12'],
    ['its code', '12 USD'],
    ['Indian groups', '12,34,567'],
    ['two kinds of groups', "1,234'567"],
    ['two signs', '-12-'],
    ['a sign in brackets', '(-12)'],
    ['a word nobody explained', '12.00CR'],
    ['a dash alone, which may be nought', '-'],
    ['digits in words', '壹佰'],
    ['two numbers', '12.5.6'],
  ])('refused, because %s: %s', (_, text) => {
    expect(readAmount(text, YUAN)).toBe('amount-unreadable')
  })

  it('beyond what can be counted exactly is told from unreadable', () => {
    expect(readAmount('6.2E18', YUAN)).toBe('amount-out-of-range')
    expect(readAmount('1E400', YUAN)).toBe('amount-out-of-range')
  })

  it('CR and DR mean what the profile says, for COBOL prints both beside negative numbers', () => {
    const bank: AmountFormat = { ...YUAN, signMarks: { positive: ['CR', '贷'], negative: ['DR', '借'] } }
    expect(readAmount('12.00CR', bank)).toBe(1_200)
    expect(readAmount('12.00 dr', bank)).toBe(-1_200)
    expect(readAmount('借 12.00', bank)).toBe(-1_200)
    expect(readAmount('12.00', bank)).toBe(1_200)
    expect(readAmount('-12.00CR', bank)).toBe('amount-unreadable')
    expect(readAmount('12.00CR', { ...YUAN, signMarks: { negative: ['CR', 'DB'] } })).toBe(-1_200)
  })

  it('COBOL’s zoned decimals carry the sign over the last digit, where the profile says so', () => {
    const zoned: AmountFormat = { decimal: '.', unit: 'fen', signMarks: 'overpunch' }
    expect(readAmount('0000012345{', zoned)).toBe(123_450)
    expect(readAmount('0000012345}', zoned)).toBe(-123_450)
    expect(readAmount('00012C', zoned)).toBe(123)
    expect(readAmount('00012L', zoned)).toBe(-123)
    expect(readAmount('000123', zoned)).toBe(123)
    expect(readAmount('00012L', { decimal: '.', unit: 'fen' })).toBe('amount-unreadable')
  })

  it('a file in 万元, and a unit beside a number that contradicts the file', () => {
    expect(readAmount('1.2345', { decimal: '.', unit: 'wan' })).toBe(1_234_500)
    expect(readAmount('1.23456789', { decimal: '.', unit: 'wan' })).toBe('amount-unreadable')
    expect(readAmount('12元', { decimal: '.', unit: 'fen' })).toBe('amount-unreadable')
    expect(readAmount('12元', { decimal: '.', unit: 'wan' })).toBe('amount-unreadable')
  })

  it('what a formula leaves below a millionth of a fen is forgiven in workbooks only', () => {
    const cell: AmountFormat = { ...YUAN, residue: true }
    expect(readAmount('0.000000000000028', cell)).toBe(0)
    expect(readAmount('2.8421709430404007E-14', cell)).toBe(0)
    expect(readAmount('-1234.4999999999998', cell)).toBe(-123_450)
    expect(readAmount('1234.505', cell)).toBe('amount-unreadable')
    expect(readAmount('1234.50001', cell)).toBe('amount-unreadable')
    expect(readAmount('1234.4999999999998', YUAN)).toBe('amount-unreadable')
  })
})

/** Written with whole numbers only, and apart from the reader. */
function writers(mark: '.' | ','): Record<string, (fen: bigint) => string> {
  const group = mark === '.' ? ',' : '.'
  const parts = (fen: bigint) => {
    const abs = fen < 0n ? -fen : fen
    return {
      sign: fen < 0n ? '-' : '',
      whole: String(abs / 100n),
      cents: String(abs % 100n).padStart(2, '0'),
    }
  }
  const grouped = (whole: string, by: string) => whole.replace(/\B(?=(\d{3})+$)/g, by)
  const wide = (text: string) =>
    text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
  const plain = (fen: bigint) => {
    const { sign, whole, cents } = parts(fen)
    return `${sign}${whole}${mark}${cents}`
  }
  return {
    plain,
    grouped: (fen) => `${parts(fen).sign}${grouped(parts(fen).whole, group)}${mark}${parts(fen).cents}`,
    blanks: (fen) => `${parts(fen).sign}${grouped(parts(fen).whole, '\u00a0')}${mark}${parts(fen).cents}`,
    apostrophes: (fen) => `${parts(fen).sign}${grouped(parts(fen).whole, "'")}${mark}${parts(fen).cents}`,
    behind: (fen) => `${parts(fen).whole}${mark}${parts(fen).cents}${fen < 0n ? '-' : '+'}`,
    brackets: (fen) => (fen < 0n ? `(${plain(-fen)})` : plain(fen)),
    bare: (fen) => plain(fen).replace(/^(-?)0(?=[.,]\d*[1-9])/, '$1'),
    short: (fen) => plain(fen).replace(/[.,]?0+$/, (end) => (/[.,]/.test(end) ? '' : end)),
    padded: (fen) =>
      `${fen < 0n ? '-' : '+'}${parts(fen).whole.padStart(13, '0')}${mark}${parts(fen).cents}0000`,
    power: (fen) => {
      const digits = String(fen < 0n ? -fen : fen)
      return `${fen < 0n ? '-' : ''}${digits[0]}${mark}${digits.slice(1) || '0'}E${digits.length - 3}`
    },
    wide: (fen) => wide(plain(fen)),
    currency: (fen) => `¥${plain(fen)}`,
    yuan: (fen) => `${plain(fen)}元`,
    wan: (fen) => {
      const { sign } = parts(fen)
      const digits = String(fen < 0n ? -fen : fen).padStart(7, '0')
      return `${sign}${digits.slice(0, -6)}${mark}${digits.slice(-6)}万`
    },
  }
}

const MOST_FEN = 900_000_000_000_000n
const anyFen = fc.oneof(
  fc.bigInt({ min: -MOST_FEN, max: MOST_FEN }),
  fc.bigInt({ min: -20_000n, max: 20_000n }),
)

describe.each(['.', ','] as const)('any amount in any form, with %s before the fen', (decimal) => {
  it.each(Object.entries(writers(decimal)))('%s', (_, write) => {
    fc.assert(
      fc.property(anyFen, (fen) => {
        expect(readAmount(write(fen), { decimal, unit: 'yuan' }), write(fen)).toBe(Number(fen))
      }),
      { numRuns: 300 },
    )
  })

  it('never reads a text as one amount with a point and as another with a comma, unless a group stands in it', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789.,-+()E 万元'), maxLength: 12 })
    fc.assert(
      fc.property(text, (written) => {
        const point = readAmount(written, { decimal: '.', unit: 'yuan' })
        const comma = readAmount(written, { decimal: ',', unit: 'yuan' })
        if (typeof point !== 'number' || typeof comma !== 'number' || point === comma) return
        expect(written).toMatch(/[1-9]\d{0,2}[.,]\d{3}|0{3}[.,]\d{3}|0\d\d[.,]\d{3}/)
      }),
      { numRuns: 5_000 },
    )
  })
})

describe('rates and terms', () => {
  it.each([
    ['1.75', 1.75],
    ['1.75%', 1.75],
    ['1.75 ％', 1.75],
    ['.05', 0.05],
    ['+000000001.750000', 1.75],
    ['17.5‰', 1.75],
    ['175BP', 1.75],
    ['-0.1', -0.1],
    ['0E-10', 0],
  ])('%s is %d percent a year', (text, percent) => {
    expect(readPercent(text, '.')).toBe(percent)
  })

  it('a file may give its rates as fractions; a sign beside the number says it first', () => {
    expect(readPercent('.0175', '.', 'fraction')).toBe(1.75)
    expect(readPercent('0.0435', '.', 'fraction')).toBe(4.35)
    expect(readPercent('1.75%', '.', 'fraction')).toBe(1.75)
    expect(readPercent('17.5', '.', 'permille')).toBe(1.75)
    expect(readPercent('175', '.', 'basis-point')).toBe(1.75)
  })

  it.each(['1000', '%', '', '1.7.5', '1.75 a', '1.23E+11'])('%j is no rate', (text) => {
    expect(readPercent(text, '.')).toBeNull()
  })

  it('a fraction is the percent that was meant, whatever its digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (millionths) => {
        const fraction = `0.${String(millionths).padStart(8, '0')}`
        expect(readPercent(fraction, '.', 'fraction')).toBe(Number(`${millionths}e-6`))
      }),
    )
  })

  it.each([
    ['12', 12],
    ['12.0', 12],
    ['012', 12],
    ['１２', 12],
    ['1.2E1', 12],
    ['12个月', 12],
    ['36期', 36],
    ['1年', 12],
    ['1年6个月', 18],
    ['12M', 12],
    ['2Y', 24],
  ])('%s is %i months', (text, months) => {
    expect(readCount(text)).toBe(months)
  })

  it.each(['30天', '90D', '12.5', '-12', '', '个月', '1234567'])('%j is no number of months', (text) => {
    expect(readCount(text)).toBeNull()
  })
})
