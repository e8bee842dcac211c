import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellReader, DEFAULT_NULLS, NO_NULLS } from '../../../src/shared/domain/imports/cell-text.ts'
import { isRoundedNumber, readText } from '../../../src/shared/domain/imports/cleaning.ts'
import {
  digitsOfNumber,
  hasLostCardDigits,
  hasLostIdDigits,
  isBrokenKey,
  plainKey,
  readKey,
} from '../../../src/shared/domain/imports/key-text.ts'
import { checkDigit } from '../../../src/shared/domain/text/identity-number.ts'

const code = cellReader('code', NO_NULLS)
const text = cellReader('text', NO_NULLS)

/** What exports put round a number so that a spreadsheet leaves it alone. */
const GUARDS: Readonly<Record<string, (plain: string) => string>> = {
  'a formula': (plain) => `="${plain}"`,
  'a formula with doubled quotes': (plain) => `=""${plain}""`,
  'the function T': (plain) => `=T("${plain}")`,
  'an apostrophe': (plain) => `'${plain}`,
  'a full-width apostrophe': (plain) => `＇${plain}`,
  'a typographic apostrophe': (plain) => `‘${plain}`,
  'a backtick': (plain) => `\`${plain}`,
  'a tab in front': (plain) => `\t${plain}`,
  'a tab behind': (plain) => `${plain}\t`,
  'a tab in words': (plain) => `${plain}\\t`,
  'zero width': (plain) => `\u200b${plain}\ufeff`,
  'direction marks of copied text': (plain) => `\u202d${plain}\u202c`,
  'a blank that does not break': (plain) => `\u00a0${plain}\u3000`,
  'quotes left over': (plain) => `"${plain}"`,
  brackets: (plain) => `[${plain}]`,
  'an apostrophe before a formula': (plain) => `'="${plain}"`,
}

const number = fc.stringMatching(/^[0-9A-Z]{1,20}$/)

describe('guards of exports', () => {
  it.each(Object.entries(GUARDS))('%s is taken off any number, and nothing else', (_, guard) => {
    fc.assert(
      fc.property(number, (plain) => {
        expect(code(guard(plain))).toBe(plain)
      }),
    )
  })

  it('full width becomes half width, zeros in front stay', () => {
    expect(plainKey('００１２３')).toBe('00123')
    expect(plainKey('000123')).toBe('000123')
    expect(plainKey('12\u200b34')).toBe('1234')
  })

  it.each([
    ['="1-2"', '1-2'],
    ["'1-2", '1-2'],
    ["'=cmd|x", '=cmd|x'],
    ["'北京市", '北京市'],
    ['\u200b北京\u200b', '北京'],
  ])('in free text %j is %s', (written, plain) => {
    expect(text(written)).toBe(plain)
  })

  it.each([
    "'90后",
    "'s-Hertogenbosch",
    "'甲'和'乙'",
    '`code`',
    '[备注]',
    '"引用"',
    '=A1&"x"',
    '=1+2',
    '路径\\t',
  ])('in free text %j is content', (written) => {
    expect(text(written)).toBe(written)
  })

  it('reading a cell twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'="\'`[]\\tT(01王\u200b -') }), (written) => {
        for (const read of [code, text]) expect(read(read(written))).toBe(read(written))
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('words for nothing', () => {
  const read = cellReader('code', DEFAULT_NULLS)

  it.each([
    '\\N',
    'NULL',
    'null',
    '(null)',
    '<NULL>',
    '[null]',
    'N/A',
    'NaN',
    'NA',
    'None',
    '-',
    '--',
    '—',
    '/',
    '="NULL"',
  ])('%j is empty', (word) => {
    expect(read(word)).toBe('')
  })

  it.each(['N', 'n', 'Nullson', '无', '-1', '#N/A', '0', 'Na'])('%j is not', (word) => {
    expect(read(word)).toBe(word)
  })

  it('a profile’s words are the only ones', () => {
    const own = cellReader('text', new Set(['无', 'NIL']))
    expect(['无', 'NIL', 'NULL', '-'].map(own)).toEqual(['', '', 'NULL', '-'])
  })
})

describe('numbers that a program has rounded', () => {
  it.each([
    '6.22202E+18',
    '1.1010119900307E+017',
    '6.2E18',
    '1.1E17',
    '1,1E+17',
    '1.10101E 17',
    '1E+17',
    '1e18',
    '6.22202D+18',
    '6.2×10^18',
    '#########',
  ])('%s names nobody', (written) => {
    expect(isRoundedNumber(written)).toBe(true)
    expect(readKey(written)).toBeNull()
  })

  it.each(['E10', '7E12', '1E10', '12E5678', '123', 'A1.5', '1-2', '2024E', 'e5'])(
    '%s is a key',
    (written) => {
      expect(readKey(written)).toBe(written)
    },
  )

  it.each(['=A1', '="A', '000123"', '123.0', '123.', '12\ufffd4', '1.23E+3'])(
    '%s is no key of a bank',
    (written) => {
      expect(isBrokenKey(plainKey(written))).toBe(true)
    },
  )

  it('the digits of a number with a nought behind its point, or with all of them before a power', () => {
    expect(digitsOfNumber('02188886666.0')).toBe('02188886666')
    expect(digitsOfNumber('1.3800000005E10')).toBe('13800000005')
    expect(digitsOfNumber('1.38E10')).toBe('1.38E10')
    expect(digitsOfNumber('5.10105195501010056E17')).toBe('5.10105195501010056E17')
    expect(digitsOfNumber('13800000005')).toBe('13800000005')
  })

  it('noughts for the last digits are seen where the check digit contradicts', () => {
    for (let serial = 100; serial < 1_000; serial += 100) {
      const body = `11010119900307${serial}`
      const right = `${body}${checkDigit(body)}`
      expect(hasLostIdDigits(right)).toBe(false)
      expect(hasLostIdDigits(`${body}0`)).toBe(right !== `${body}0`)
    }
    expect(hasLostIdDigits('110101199003071230')).toBe(false)
    expect(hasLostCardDigits('6222021234567890000')).toBe(true)
    expect(hasLostCardDigits('6222021234567890128')).toBe(false)
    for (let tens = 0; tens < 100; tens++) {
      const number = `6222021234567${String(tens).padStart(2, '0')}0`
      expect(hasLostCardDigits(number)).toBe(luhnSum(number) % 10 !== 0)
    }
  })
})

/** ISO/IEC 7812-1 read from the left, another way than the rule does it. */
function luhnSum(digits: string): number {
  return [...digits].reduce((sum, digit, at) => {
    const twice = (digits.length - at) % 2 === 0 ? [...String(Number(digit) * 2)] : [digit]
    return sum + twice.reduce((total, each) => total + Number(each), 0)
  }, 0)
}

describe('free text of web programs and conversions', () => {
  it.each([
    ['A&amp;B 公司', 'A&B 公司'],
    ['北京&nbsp;朝阳', '北京 朝阳'],
    ['一楼<br/>二楼', '一楼 二楼'],
    ['&#30000;&#x5e73;', '田平'],
    ['&#134071;', '𠮷'],
    ['a&amp;lt;b', 'a&lt;b'],
    ['R&D 5<6', 'R&D 5<6'],
    ['北\u00ad京\u200b市', '北京市'],
  ])('%j reads %s', (written, plain) => {
    expect(readText(written)).toBe(plain)
  })

  it('a character lost on the way is said', () => {
    expect(readText('北京\ufffd市')).toBeNull()
  })
})
