import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  birthdayNear,
  cardNumberOf,
  idNumberOf,
  MAX_CUSTOMERS,
  phoneOf,
} from '../../../src/shared/demo/allocation.ts'
import { readIdNumber } from '../../../src/shared/domain/text/identity-number.ts'
import { branchOf } from '../../support/demo/demo-branches.ts'

const index = fc.nat(MAX_CUSTOMERS - 1)
/** Indices that are a multiple of 490 apart share a sequence number, the only way two numbers could meet. */
const lap = fc.nat(Math.floor(MAX_CUSTOMERS / 490))
const wish = fc.integer({ min: -15_000, max: 20_000 })

describe('numbers of demo customers', () => {
  const customerRecords = [...branchOf(4000).customerRecords()]

  it('gives identity numbers a right check digit, a region nobody has, and the birthday and sex of the customer', () => {
    for (const { customer } of customerRecords) {
      expect(readIdNumber(customer.idNumber)).toEqual({
        kind: 'resident',
        number: customer.idNumber,
        birthOn: customer.birthOn,
        sex: customer.sex,
        regionCode: '999999',
        checked: true,
      })
    }
  })

  it('gives phones in the segment that no operator was assigned', () => {
    for (const { customer } of customerRecords) expect(customer.phone).toMatch(/^100\d{8}$/)
  })

  it('gives cards in an issuer number that nobody has, with a right Luhn digit', () => {
    for (const card of customerRecords.flatMap(({ cards }) => cards)) {
      expect(card.number).toMatch(card.kind === 'debit' ? /^999999\d{13}$/ : /^999999\d{10}$/)
      expect(luhnSum(card.number) % 10).toBe(0)
    }
  })

  it('gives no key, identity, phone or card number twice', () => {
    const isUnique = (numbers: string[]) => expect(new Set(numbers).size).toBe(numbers.length)
    isUnique(customerRecords.map(({ customer }) => customer.idNumber))
    isUnique(customerRecords.map(({ customer }) => customer.phone))
    isUnique(customerRecords.flatMap(({ cards }) => cards.map((card) => card.number)))
    isUnique(customerRecords.flatMap(({ accounts }) => accounts.map((account) => account.key)))
    isUnique(
      customerRecords.flatMap(({ transactions }) => transactions.map((transaction) => transaction.key)),
    )
  })

  it('keeps identity numbers apart over a whole million, whatever birthdays were wished for', () => {
    fc.assert(
      fc.property(fc.nat(489), lap, lap, wish, wish, (sequence, one, other, oneWish, otherWish) => {
        fc.pre(one !== other)
        const number = (index: number, day: number) => idNumberOf(index, birthdayNear(day, index), 'female')
        const [first, second] = [sequence + one * 490, sequence + other * 490]
        expect(number(first, oneWish)).not.toBe(number(second, otherWish))
      }),
      { numRuns: 2000 },
    )
  })

  it('moves a birthday by less than three years', () => {
    fc.assert(
      fc.property(index, wish, (at, day) => {
        expect(Math.abs(birthdayNear(day, at) - day)).toBeLessThanOrEqual(1024)
      }),
    )
  })

  it('keeps phones and cards apart over a whole million', () => {
    fc.assert(
      fc.property(fc.integer(), index, index, (seed, first, second) => {
        fc.pre(first !== second)
        expect(phoneOf(seed, first)).not.toBe(phoneOf(seed, second))
        expect(cardNumberOf(first, 'debit')).not.toBe(cardNumberOf(second, 'debit'))
      }),
    )
  })
})

function luhnSum(number: string): number {
  return [...number].reverse().reduce((sum, digit, place) => {
    const weighed = Number(digit) * (place % 2 === 1 ? 2 : 1)
    return sum + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
}
