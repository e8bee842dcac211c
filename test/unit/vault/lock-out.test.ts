import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Attempts,
  afterFailure,
  FREE_FAILURES,
  LOCK_OUT_DELAYS_MS,
  type Moment,
  remainingLockMs,
  remainingUnknownMs,
  UNKNOWN_DELAY_MINUTES,
} from '../../../src/main/vault/lock-out.ts'

const NOON = Date.parse('2026-11-20T12:00:00+08:00')

/** The machine was started an hour before noon. */
const RAN = 3_600_000

/** Somebody tries `ms` later, by a clock that nobody set. */
const later = (ms: number): Moment => ({ nowAt: NOON + ms, machineRanFor: RAN + ms })

function failing(times: number): Attempts | undefined {
  let attempts: Attempts | undefined
  for (let count = 0; count < times; count++) attempts = afterFailure(attempts, later(0))
  return attempts
}

test('four wrong passphrases cost nothing, the fifth shuts the number for 30 seconds', () => {
  expect(remainingLockMs(failing(FREE_FAILURES - 1), later(0))).toBe(0)
  expect(remainingLockMs(failing(FREE_FAILURES), later(0))).toBe(30_000)
  expect(remainingLockMs(failing(FREE_FAILURES), later(29_999))).toBe(1)
  expect(remainingLockMs(failing(FREE_FAILURES), later(30_000))).toBe(0)
})

test('every further failure shuts it longer: 30 s, then 1, 2, 5, 15 and 60 minutes, and 60 from there on', () => {
  const minutes = [5, 6, 7, 8, 9, 10, 11, 50].map(
    (times) => remainingLockMs(failing(times), later(0)) / 60_000,
  )
  expect(minutes).toEqual([0.5, 1, 2, 5, 15, 60, 60, 60])
})

test('P1: setting the clock, either way and however far, changes nothing: the machine’s running time decides', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
      fc.integer({ min: 0, max: 2 * Math.max(...LOCK_OUT_DELAYS_MS) }),
      (times, set, passed) => {
        const moment = { nowAt: NOON + passed + set, machineRanFor: RAN + passed }
        expect(remainingLockMs(failing(times), moment)).toBe(remainingLockMs(failing(times), later(passed)))
      },
    ),
  )
})

test('eight tries in a row with two hours more on the clock each: all but the first five are shut out', () => {
  let attempts: Attempts | undefined
  const open: boolean[] = []
  for (let count = 0; count < 8; count++) {
    const moment = { nowAt: NOON + count * 2 * 3_600_000, machineRanFor: RAN + count * 1_000 }
    open.push(remainingLockMs(attempts, moment) === 0)
    if (open.at(-1)) attempts = afterFailure(attempts, moment)
  }
  expect(open).toEqual([true, true, true, true, true, false, false, false])
})

test('after a restart of the machine only the time since then counts as passed', () => {
  const half = { nowAt: NOON + 10 ** 9, machineRanFor: 15_000 }
  expect(remainingLockMs(failing(FREE_FAILURES), half)).toBe(15_000)
  expect(remainingLockMs(failing(FREE_FAILURES), { ...half, machineRanFor: 30_000 })).toBe(0)
})

test('what an earlier version wrote goes by the clock, and never shuts longer than its own delay', () => {
  const { machineRanFor: _none, ...earlier } = failing(FREE_FAILURES) ?? {
    failures: 0,
    failedAt: 0,
    lockedUntilAt: 0,
  }
  expect(remainingLockMs(earlier, { nowAt: NOON + 29_000, machineRanFor: 0 })).toBe(1_000)
  expect(remainingLockMs(earlier, { nowAt: NOON - 10 ** 9, machineRanFor: 0 })).toBe(30_000)
})

test('where the count is lost, all numbers wait a quarter of an hour by the machine’s running time', () => {
  expect(remainingUnknownMs(null, later(0))).toBe(0)
  expect(remainingUnknownMs(RAN, later(0))).toBe(900_000)
  expect(remainingUnknownMs(RAN, { ...later(10 ** 9), machineRanFor: RAN + 899_999 })).toBe(1)
  expect(remainingUnknownMs(RAN, later(UNKNOWN_DELAY_MINUTES * 60_000))).toBe(0)
})
