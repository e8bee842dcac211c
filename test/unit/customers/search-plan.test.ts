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

const LEAST_HIDDEN_AT_ONCE = 4

describe('no part of a number finds by fewer than four hidden digits at once', () => {
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
  ] as const

  for (const { name, length, first, mask, front, tail } of cases) {
    test(name, () => {
      const digits = fc.string({
        unit: fc.constantFrom(...'0123456789'),
        minLength: length - 1,
        maxLength: length - 1,
      })
      fc.assert(
        fc.property(digits, fc.nat({ max: length - 1 }), (rest, cut) => {
          const number = first + rest
          const masked = mask(number)
          const asTail = number.slice(cut)
          if (finds(asTail, tail, reversed(number))) {
            const hidden = hiddenDigits(masked, cut, length)
            expect(hidden === 0 || hidden >= LEAST_HIDDEN_AT_ONCE, `tail of ${length - cut}`).toBe(true)
          }
          const asFront = number.slice(0, cut)
          if (front !== null && finds(asFront, front, number)) {
            expect(hiddenDigits(masked, 0, cut), `front of ${cut}`).toBeGreaterThanOrEqual(
              LEAST_HIDDEN_AT_ONCE,
            )
          }
        }),
      )
    })
  }

  test('identity number: a tail reaches the birth date, which the panel shows, and then nothing but the whole', () => {
    const number = '999999198005170127'
    expect(maskIdNumber(number)).toBe('9*************0127')
    const reach = Array.from({ length: 19 }, (_, length) => length).filter(
      (length) => length > 0 && finds(number.slice(-length), KEY_KIND.idReversed, reversed(number)),
    )
    expect(reach).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 18])
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
    [KEY_KIND.phoneReversed]: reversed,
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
        for (const probe of [...reading.probes, ...reading.filters.flat()]) expect(probe.text).not.toBe('')
      }
    }),
  )
})

test('of several terms the number finds and the name filters', () => {
  const [, partial] = planSearch('王 5678')
  expect(partial?.probes.every((probe) => probe.kind >= KEY_KIND.phone)).toBe(true)
  expect(partial?.filters).toEqual([
    [
      { kind: KEY_KIND.name, text: '王', whole: false, shortestKey: 0 },
      { kind: KEY_KIND.nameSuffix, text: '王', whole: false, shortestKey: 0 },
    ],
  ])
})
