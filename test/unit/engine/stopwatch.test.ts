import { expect, test } from 'vitest'
import { SLOW_MS, Stopwatch } from '../../../src/main/engine/stopwatch.ts'

test('steps are added up, the slowest is kept, and one over the limit is told at once; waiting between them counts nowhere', () => {
  let at = 1_000
  const slow: number[] = []
  const watch = new Stopwatch(
    () => at,
    (tookMs) => slow.push(tookMs),
  )
  const took = [3, SLOW_MS, SLOW_MS + 1, 7]
  for (const ms of took) {
    watch.start()
    at += ms
    watch.stop()
    at += 10_000
  }
  expect(watch.timing).toEqual({
    steps: took.length,
    totalMs: took.reduce((sum, each) => sum + each, 0),
    slowestMs: Math.max(...took),
  })
  expect(slow).toEqual([SLOW_MS + 1])
})
