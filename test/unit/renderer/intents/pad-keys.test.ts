import { describe, expect, test } from 'vitest'
import { digitOfLevel, digitOfSignal, padKey } from '../../../../src/renderer/features/intents/pad-keys.ts'
import { LEVELS, SIGNALS } from '../../../../src/shared/domain/intent.ts'
import { PRODUCTS } from '../../../../src/shared/domain/products.ts'

describe('the keys of the flag pad (L6)', () => {
  test('a product’s letter chooses it', () => {
    expect(PRODUCTS.map(({ letter }) => padKey(`Key${letter}`))).toEqual(
      PRODUCTS.map(({ code }) => ({ kind: 'product', product: code })),
    )
  })

  test('1 高, 2 中, 3 低, on both rows of digits', () => {
    for (const row of ['Digit', 'Numpad']) {
      expect(['1', '2', '3'].map((digit) => padKey(`${row}${digit}`))).toEqual([
        { kind: 'level', level: 'high' },
        { kind: 'level', level: 'mid' },
        { kind: 'level', level: 'low' },
      ])
    }
  })

  test('the seven signals follow on 4 to 0', () => {
    expect(SIGNALS.map(digitOfSignal).join('')).toBe('4567890')
    for (const signal of SIGNALS) {
      expect(padKey(`Digit${digitOfSignal(signal)}`)).toEqual({ kind: 'signal', signal })
    }
  })

  test('no key means two things', () => {
    const keys = [
      ...PRODUCTS.map(({ letter }) => letter),
      ...LEVELS.map(digitOfLevel),
      ...SIGNALS.map(digitOfSignal),
    ]
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('other keys mean nothing', () => {
    expect(['KeyQ', 'Enter', 'F6', 'ArrowDown', 'KeyLD', ''].map(padKey)).toEqual(Array(6).fill(null))
  })
})
