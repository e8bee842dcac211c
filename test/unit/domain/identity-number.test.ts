import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDigit, readIdNumber } from '../../../src/shared/domain/text/identity-number.ts'
import { civilDate, wildText } from '../../support/domain/arbitraries.ts'

/** Invented numbers in a region code that no place has. */
const idNumber = fc
  .tuple(civilDate, fc.integer({ min: 1, max: 999 }))
  .map(([birthOn, order]) => `999999${birthOn.replaceAll('-', '')}${String(order).padStart(3, '0')}`)
  .map((first17) => first17 + checkDigit(first17))

const vouchedFor = (number: string) => {
  const read = readIdNumber(number)
  return read.kind === 'resident' && read.checked
}

describe('a resident number (GB 11643)', () => {
  it("has the check digit of the standard's own example", () => {
    expect(checkDigit('11010519491231002')).toBe('X')
    expect(checkDigit('44052418800101001')).toBe('4')
  })

  it('tells birth date, sex and region', () => {
    expect(readIdNumber('11010519491231002x')).toEqual({
      kind: 'resident',
      number: '11010519491231002X',
      birthOn: '1949-12-31',
      sex: 'female',
      regionCode: '110105',
      checked: true,
    })
    expect(readIdNumber(' 440524 18800101 0014 ')).toMatchObject({ sex: 'male', checked: true })
    expect(readIdNumber('１１０１０５１９４９１２３１００２Ｘ')).toMatchObject({ checked: true })
  })

  it('with a wrong check digit is kept and flagged, not refused', () => {
    expect(readIdNumber('110105194912310021')).toMatchObject({
      kind: 'resident',
      number: '110105194912310021',
      birthOn: '1949-12-31',
      checked: false,
    })
  })

  it('of fifteen digits becomes eighteen, with nothing to vouch for it', () => {
    const read = readIdNumber('999999670401001')
    expect(read).toMatchObject({ birthOn: '1967-04-01', sex: 'male', checked: false })
    expect(vouchedFor(read.number)).toBe(true)
  })

  it.each(['110105202302290025', '999999991301001', 'E12345678', '12345', '', '01010519491231002X'])(
    'is not what %s is',
    (text) => {
      expect(readIdNumber(text)).toEqual({ kind: 'other', number: text })
    },
  )

  it('is vouched for by its own check digit', () => {
    fc.assert(
      fc.property(idNumber, (number) => {
        expect(vouchedFor(number)).toBe(true)
      }),
    )
  })

  it('is not vouched for when any one digit is wrong', () => {
    fc.assert(
      fc.property(idNumber, fc.nat(17), fc.integer({ min: 1, max: 9 }), (number, place, by) => {
        const wrong = number[place] === 'X' ? String(by) : String((Number(number[place]) + by) % 10)
        expect(vouchedFor(number.slice(0, place) + wrong + number.slice(place + 1))).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  it('is not vouched for when two different neighbours are swapped', () => {
    fc.assert(
      fc.property(idNumber, fc.nat(16), (number, place) => {
        fc.pre(number[place] !== number[place + 1])
        const swapped = `${number.slice(0, place)}${number[place + 1]}${number[place]}${number.slice(place + 2)}`
        expect(vouchedFor(swapped)).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  it('is read from anything without failing', () => {
    fc.assert(
      fc.property(wildText, (text) => {
        expect(readIdNumber(text).number).toBeTypeOf('string')
      }),
    )
  })
})
