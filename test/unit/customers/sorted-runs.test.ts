import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SortedRuns } from '../../../src/main/engine/search-index/sorted-runs.ts'

const rising = (a: number, b: number) => a - b

test('items that come in portions of any size leave sorted, in portions of the size asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat({ max: 50 }))), fc.integer({ min: 1, max: 7 }), (runs, size) => {
      const sorted = new SortedRuns(rising)
      for (const run of runs) sorted.add([...run])
      expect(sorted.size).toBe(runs.flat().length)
      const portions = [...sorted.portions(size)]
      expect(portions.flat()).toEqual(runs.flat().sort(rising))
      for (const portion of portions.slice(0, -1)) expect(portion).toHaveLength(size)
      expect(portions.at(-1)).not.toEqual([])
    }),
  )
})
