import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Figure, judged, median, p95, percentile } from '../../bench/harness/figures.ts'

const FIGURE: Figure = {
  name: 'a.path',
  value: 4.5678,
  unit: 'ms',
  floor: 2,
  target: { of: 'ratio', atMost: 3 },
}

describe('a percentile', () => {
  it('is a sample, and so many of all samples are no larger', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true }), { minLength: 1 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (samples, part) => {
          const found = percentile(samples, part)
          expect(samples).toContain(found)
          const noLarger = samples.filter((each) => each <= found).length
          expect(noLarger).toBeGreaterThanOrEqual(Math.ceil(samples.length * part))
        },
      ),
    )
  })

  it('leaves out the slowest twentieth, or half, however the samples are ordered', () => {
    const samples = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect([p95(samples), median(samples)]).toEqual([95, 50])
  })

  it('does not exist without samples', () => {
    expect(() => p95([])).toThrowError(RangeError)
  })
})

describe('the line of a figure', () => {
  it('tells value, floor and ratio with three digits that matter', () => {
    expect(judged(FIGURE).line).toBe('BENCH a.path value=4.57 unit=ms floor=2 ratio=2.28 target=3 pass')
  })

  it('fails by the ratio or by the value, whichever was promised', () => {
    expect(judged({ ...FIGURE, value: 6.1 }).passed).toBe(false)
    expect(judged({ ...FIGURE, value: 6.1, target: { of: 'value', atMost: 7 } }).passed).toBe(true)
    expect(judged({ ...FIGURE, value: 7.1, target: { of: 'value', atMost: 7 } }).passed).toBe(false)
  })
})
