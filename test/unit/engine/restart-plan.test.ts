import fc from 'fast-check'
import { expect, test } from 'vitest'
import { restartPlan } from '../../../src/main/engine/restart-plan.ts'

const MINUTE_MS = 60_000

test('a thread that died once is started again at once, and whoever asks waits for it', () => {
  expect(restartPlan([5_000], 5_000)).toEqual({ delayMs: 0, refusing: false })
})

test('one that dies four times within five minutes rests, and is refused meanwhile', () => {
  const deaths = [0, 1_000, 2_000, 3_000]
  const plans = deaths.map((at, index) => restartPlan(deaths.slice(0, index + 1), at))
  expect(plans.map(({ refusing }) => refusing)).toEqual([false, false, false, true])
  const delays = plans.map(({ delayMs }) => delayMs)
  expect(delays).toEqual(delays.toSorted((a, b) => a - b))
  expect(delays.at(-1)).toBe(30_000)
})

test('deaths that lie further apart than five minutes never add up', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 5 * MINUTE_MS, max: 500 * MINUTE_MS }), { minLength: 1 }),
      (gaps) => {
        let at = 0
        const deaths = gaps.map((gap) => (at += gap))
        expect(restartPlan(deaths, at)).toEqual({ delayMs: 0, refusing: false })
      },
    ),
  )
})
