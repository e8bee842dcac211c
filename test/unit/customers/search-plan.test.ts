import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KEY_KIND, type KeyKind, keysOf, reversed } from '../../../src/main/engine/search-index/keys.ts'
import { meets } from '../../../src/main/engine/search-index/probe.ts'
import { planSearch } from '../../../src/main/features/customers/search/plan.ts'
import { maskCard, maskIdNumber, maskPhone } from '../../../src/shared/domain/text/masking.ts'
import { wildText } from '../../support/domain/arbitraries.ts'

/** Whether a plan may find a person by this key, which is asked in the search as `text`. */
function finds(text: string, kind: KeyKind, key: string): boolean {
  return planSearch(text).some((reading) => reading.probes.some((probe) => meets(probe, { kind, key })))
}

/** How many digits of the number the mask hides although the text names them. */
function hiddenDigits(masked: string, from: number, to: number): number {
  return [...masked].slice(from, to).filter((shown) => shown === '*').length
}

describe('P2: a part of a number finds nobody by a hidden digit; only the whole number does', () => {
  const cases = [
    {
      name: 'phone',
      length: 11,
      first: '1',
      mask: maskPhone,
      front: KEY_KIND.phone,
      tail: KEY_KIND.phoneReversed,
    },
    { name: 'card', length: 19, first: '6', mask: maskCard, front: null, tail: KEY_KIND.cardReversed },
    {
      name: 'identity number',
      length: 18,
      first: '3',
      mask: maskIdNumber,
      front: null,
      tail: KEY_KIND.idReversed,
    },
  ] as const

  for (const { name, length, first, mask, front, tail } of cases) {
    test(name, () => {
      const digits = fc.string({
        unit: fc.constantFrom(...'0123456789'),
        minLength: length - 1,
        maxLength: length - 1,
      })
      fc.assert(
        fc.property(digits, fc.integer({ min: 1, max: length - 1 }), (rest, cut) => {
          const number = first + rest
          const masked = mask(number)
          if (finds(number.slice(cut), tail, reversed(number))) {
            expect(hiddenDigits(masked, cut, length), `tail of ${length - cut}`).toBe(0)
          }
          if (front !== null)
            expect(finds(number.slice(0, cut), front, number), `front of ${cut}`).toBe(false)
        }),
      )
    })
  }

  test('the tail of an identity number has four characters: a fifth is a day of birth in ten tries', () => {
    const number = '999999198005170127'
    expect(maskIdNumber(number)).toBe('9*************0127')
    const reach = Array.from({ length: 19 }, (_, length) => length).filter(
      (length) => length > 0 && finds(number.slice(-length), KEY_KIND.idReversed, reversed(number)),
    )
    expect(reach).toEqual([4, 18])
  })

  test('a phone that the mask hides whole is not found by its end', () => {
    expect(maskPhone('7654321')).not.toContain('1')
    expect(finds('4321', KEY_KIND.phoneReversed, reversed('7654321'))).toBe(false)
    expect(finds('7654321', KEY_KIND.phone, '7654321')).toBe(true)
    expect(finds('4321', KEY_KIND.phoneReversed, reversed('87654321'))).toBe(true)
  })
})

test('a person is found by every whole key they have', () => {
  const record = {
    name: '欧阳娜娜',
    pinyin: 'ouyangnana',
    initials: 'oynn',
    phone: '10012345678',
    phoneEntries: null,
    idNumber: '99999919800517012X',
    customerNo: 'c0000012',
  }
  const typed: Record<number, (key: string) => string> = {
    // The whole phone is a key of its own; this one is for its end.
    [KEY_KIND.phoneReversed]: (key) => reversed(key.slice(0, 4)),
    [KEY_KIND.idReversed]: reversed,
    [KEY_KIND.cardReversed]: reversed,
  }
  for (const { kind, key } of keysOf([record], ['6299990000001112345'])) {
    const text = typed[kind]?.(key) ?? key
    expect(finds(text, kind, key), `${kind} ${text}`).toBe(true)
  }
})

test('nothing that can be typed breaks the plan or asks for an empty key', () => {
  fc.assert(
    fc.property(wildText, (text) => {
      for (const reading of planSearch(text)) {
        const filters = reading.filters.flatMap((filter) => (filter.by === 'keys' ? filter.probes : []))
        for (const probe of [...reading.probes, ...filters]) expect(probe.text).not.toBe('')
      }
    }),
  )
})

test('of several terms the number finds, and the name filters by what its mask shows', () => {
  const [, partial] = planSearch('王建国 5678')
  expect(partial?.probes.every((probe) => probe.kind >= KEY_KIND.phone)).toBe(true)
  expect(partial?.filters).toEqual([{ by: 'shown-name', term: { kind: 'han', text: '王建国' } }])
})

test('of several names the longest finds and the others are held against the whole name', () => {
  const [reading] = planSearch('王 jianguo')
  expect(reading?.filters.map(({ by }) => by)).toEqual(['keys'])
})
