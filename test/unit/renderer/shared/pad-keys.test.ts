import { describe, expect, test } from 'vitest'
import { digitOfLevel, digitOfSignal, padKey } from '../../../../src/renderer/shared/keys/pad-keys.ts'
import { DEFAULT_SETTINGS } from '../../../../src/shared/domain/branch/settings.ts'
import { letterOfProduct, PRODUCTS } from '../../../../src/shared/domain/customer/products.ts'
import { LEVELS, SIGNALS } from '../../../../src/shared/domain/work/intent.ts'

const LETTERS = DEFAULT_SETTINGS.productLetters

describe('the keys of the flag pad (L6)', () => {
  test('a product’s letter chooses it', () => {
    expect(PRODUCTS.map(({ code }) => padKey(`Key${letterOfProduct(code, LETTERS)}`, LETTERS))).toEqual(
      PRODUCTS.map(({ code }) => ({ kind: 'product', product: code })),
    )
  })

  test('a branch’s own letter takes the place of ours, and ours means nothing then', () => {
    expect(padKey('KeyW', 'WDKCBJ')).toEqual({ kind: 'product', product: 'wealth' })
    expect(padKey('KeyL', 'WDKCBJ')).toBeNull()
  })

  test('no letter means a product before the branch’s letters are known', () => {
    expect(padKey('KeyL', '')).toBeNull()
    expect(padKey('Enter', '')).toBeNull()
  })

  test('1 高, 2 中, 3 低, on both rows of digits', () => {
    for (const row of ['Digit', 'Numpad']) {
      expect(['1', '2', '3'].map((digit) => padKey(`${row}${digit}`, LETTERS))).toEqual([
        { kind: 'level', level: 'high' },
        { kind: 'level', level: 'mid' },
        { kind: 'level', level: 'low' },
      ])
    }
  })

  test('the seven signals follow on 4 to 0', () => {
    expect(SIGNALS.map(digitOfSignal).join('')).toBe('4567890')
    for (const signal of SIGNALS) {
      expect(padKey(`Digit${digitOfSignal(signal)}`, LETTERS)).toEqual({ kind: 'signal', signal })
    }
  })

  test('no key means two things', () => {
    const keys = [...LETTERS, ...LEVELS.map(digitOfLevel), ...SIGNALS.map(digitOfSignal)]
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('other keys mean nothing', () => {
    expect(['KeyQ', 'Enter', 'F6', 'ArrowDown', 'KeyLD', ''].map((code) => padKey(code, LETTERS))).toEqual(
      Array(6).fill(null),
    )
  })
})
