import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBearable } from '../../../src/shared/contract/input-size.ts'

test('ordinary inputs are bearable, an import profile and a holiday notice included', () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), (input) => isBearable(input)))
  expect(isBearable({ json: 'x'.repeat(200_000) })).toBe(true)
})

test('a million characters, fifty thousand values, and sixty-four levels are each too many', () => {
  expect(isBearable({ text: 'x'.repeat(1_000_001) })).toBe(false)
  expect(isBearable({ ['x'.repeat(1_000_001)]: 1 })).toBe(false)
  expect(isBearable(Array.from({ length: 50_001 }, () => 0))).toBe(false)
  expect(isBearable(nested(65))).toBe(false)
  expect(isBearable(new Uint8Array(1_000_001))).toBe(false)
})

test('an input that contains itself ends as too deep', () => {
  const cycle: { self?: unknown } = {}
  cycle.self = cycle
  expect(isBearable(cycle)).toBe(false)
})

function nested(depth: number): unknown {
  let value: unknown = {}
  for (let level = 0; level < depth; level++) value = { value }
  return value
}
