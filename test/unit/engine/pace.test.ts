import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Pace } from '../../../src/main/engine/pace.ts'

/** Runs steps on a machine that needs so long for an item, and tells how many items each had. */
function sizes(msAnItem: (step: number) => number, steps: number, limits = { fewest: 64, most: 1_000 }) {
  let now = 0
  const pace = new Pace(() => now, limits)
  return Array.from({ length: steps }, (_, step) =>
    pace.step((size) => {
      now += size * msAnItem(step)
      return size
    }),
  )
}

test('a step comes to take about twenty milliseconds, from below', () => {
  const found = sizes(() => 0.05, 10)
  expect(found[0]).toBe(64)
  expect(found.at(-1)).toBe(400)
  expect(found).toEqual(found.toSorted((a, b) => a - b))
})

test('a single step that was held up only halves the next one', () => {
  const found = sizes((step) => (step === 6 ? 10 : 0.05), 12)
  expect(found.slice(5)).toEqual([400, 400, 200, 400, 400, 400, 400])
})

test('no step is smaller or larger than its limits, whatever the clock says, even one that goes back', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -5, max: 50, noNaN: true }), { maxLength: 50 }), (speeds) => {
      const found = sizes((step) => speeds[step] ?? 0, speeds.length)
      for (const size of found) {
        expect(Number.isInteger(size)).toBe(true)
        expect(size).toBeGreaterThanOrEqual(64)
        expect(size).toBeLessThanOrEqual(1_000)
      }
    }),
  )
})
