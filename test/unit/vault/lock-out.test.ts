import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Attempts,
  afterFailure,
  FREE_FAILURES,
  LOCK_OUT_DELAYS_MS,
  remainingLockMs,
} from '../../../src/main/vault/lock-out.ts'

const NOON = Date.parse('2026-11-20T12:00:00+08:00')

function failing(times: number, at: number = NOON): Attempts | undefined {
  let attempts: Attempts | undefined
  for (let count = 0; count < times; count++) attempts = afterFailure(attempts, at)
  return attempts
}

test('four wrong passphrases cost nothing, the fifth shuts the number for 30 seconds', () => {
  expect(remainingLockMs(failing(FREE_FAILURES - 1), NOON)).toBe(0)
  expect(remainingLockMs(failing(FREE_FAILURES), NOON)).toBe(30_000)
  expect(remainingLockMs(failing(FREE_FAILURES), NOON + 29_999)).toBe(1)
  expect(remainingLockMs(failing(FREE_FAILURES), NOON + 30_000)).toBe(0)
})

test('every further failure shuts it longer: 30 s, then 1, 2, 5, 15 and 60 minutes, and 60 from there on', () => {
  const minutes = [5, 6, 7, 8, 9, 10, 11, 50].map((times) => remainingLockMs(failing(times), NOON) / 60_000)
  expect(minutes).toEqual([0.5, 1, 2, 5, 15, 60, 60, 60])
})

test('a clock that was set back never shuts a number for longer than its own delay', () => {
  const longest = Math.max(...LOCK_OUT_DELAYS_MS)
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
      (times, drift) => {
        const remaining = remainingLockMs(failing(times), NOON + drift)
        expect(remaining).toBeGreaterThanOrEqual(0)
        expect(remaining).toBeLessThanOrEqual(longest)
      },
    ),
  )
})
