import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Random, weighted } from '../../../src/shared/demo/random.ts'

describe('reproducible randomness', () => {
  it('draws the same for the same seed, stream and index, and something else otherwise', () => {
    const firstWords = (seed: number, stream: 'person' | 'wealth', index: number) => {
      const random = Random.of(seed, stream, index)
      return [random.word(), random.word(), random.word()]
    }
    expect(firstWords(1, 'person', 5)).toEqual(firstWords(1, 'person', 5))
    const others = [firstWords(2, 'person', 5), firstWords(1, 'wealth', 5), firstWords(1, 'person', 6)]
    for (const other of others) expect(other).not.toEqual(firstWords(1, 'person', 5))
  })

  it('stays within its bounds', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(), fc.integer({ min: 1, max: 1000 }), (seed, index, bound) => {
        const random = Random.of(seed, 'person', index)
        expect(random.below(bound)).toBeLessThan(bound)
        expect(random.between(-3, 3)).toBeGreaterThanOrEqual(-3)
        expect(random.between(-3, 3)).toBeLessThanOrEqual(3)
        expect(random.unit()).toBeLessThan(1)
      }),
    )
  })

  it('is even over neighbouring indices, where each customer takes the first draw of a stream', () => {
    const buckets = new Array<number>(10).fill(0)
    for (let index = 0; index < 20_000; index++) {
      const bucket = Random.of(42, 'wealth', index).below(10)
      buckets[bucket] = (buckets[bucket] ?? 0) + 1
    }
    for (const count of buckets) expect(Math.abs(count - 2000)).toBeLessThan(200)
  })

  it('draws from a weighted list in proportion', () => {
    const list = weighted([
      ['rare', 1],
      ['usual', 9],
    ])
    const random = Random.of(1, 'person', 1)
    let rare = 0
    for (let n = 0; n < 20_000; n++) if (list.draw(random) === 'rare') rare++
    expect(rare / 20_000).toBeCloseTo(0.1, 1)
    expect(rare / 20_000).toBeGreaterThan(0.09)
  })
})
