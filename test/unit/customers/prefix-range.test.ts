import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prefixEnd } from '../../../src/main/engine/search-index/probe.ts'

/** Text in the order in which SQLite compares it: by its UTF-8 bytes. */
function below(a: string, b: string | Uint8Array): boolean {
  return typeof b !== 'string' || Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0
}

/** Any character, and often those at the edges where counting on goes wrong. */
const character = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  fc.constantFrom(
    '\u{ff}',
    '\ud7ff',
    '\ue000',
    '\uffff',
    '\u{10000}',
    '\u{10fffe}',
    '\u{10ffff}',
    '王',
    '𠮷',
  ),
)
const text = (minLength: number) =>
  fc.array(character, { minLength, maxLength: 4 }).map((characters) => characters.join(''))

describe('the end of a prefix', () => {
  test('lies behind everything that begins with the prefix', () => {
    fc.assert(
      fc.property(text(1), text(0), (prefix, rest) => {
        expect(below(prefix + rest, prefixEnd(prefix))).toBe(true)
      }),
    )
  })

  test('lies before everything else that comes after the prefix', () => {
    fc.assert(
      fc.property(text(1), text(1), (prefix, other) => {
        fc.pre(!other.startsWith(prefix) && below(prefix, other))
        expect(below(other, prefixEnd(prefix))).toBe(false)
      }),
    )
  })

  test('steps over the surrogates and over a last character that has no successor', () => {
    expect(prefixEnd('王')).toBe('玌')
    expect(prefixEnd('a\ud7ff')).toBe('a\ue000')
    expect(prefixEnd('a\u{10ffff}\u{10ffff}')).toBe('b')
    expect(prefixEnd('\u{10ffff}')).toBeInstanceOf(Uint8Array)
  })
})
