import { z } from 'zod'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS

/** Wrong passphrases in a row that cost no waiting (P1). Our own default. */
export const FREE_FAILURES = 5
/** How long a number is then locked, one step longer with every further failure. */
export const LOCK_OUT_DELAYS_MS = [
  30 * SECOND_MS,
  1 * MINUTE_MS,
  2 * MINUTE_MS,
  5 * MINUTE_MS,
  15 * MINUTE_MS,
  60 * MINUTE_MS,
] as const

/**
 * How long all numbers are shut where nobody knows any more how many failures there were. It may have been an accident, and whoever
 * brings it about again and again has five tries in each (P1). Our own default.
 */
export const UNKNOWN_DELAY_MINUTES = 15

export const attemptsSchema = z.strictObject({
  failures: z.int().min(1),
  /** UTC ms of the last failure. */
  failedAt: z.int(),
  /** UTC ms; at or before `failedAt` where nothing is shut. */
  lockedUntilAt: z.int(),
  /** How long the machine had been running then, ms; absent in what an earlier version wrote. */
  machineRanFor: z.exactOptional(z.int().min(0)),
})

/** The failures in a row of one staff number. */
export type Attempts = z.infer<typeof attemptsSchema>

/** When somebody tries: by the clock, which can be set, and by the machine's running time, which cannot. */
export interface Moment {
  /** UTC milliseconds. */
  readonly nowAt: number
  /** Milliseconds since the machine was started, sleep included. */
  readonly machineRanFor: number
}

/** One more failure. */
export function afterFailure(earlier: Attempts | undefined, { nowAt, machineRanFor }: Moment): Attempts {
  const failures = (earlier?.failures ?? 0) + 1
  return { failures, failedAt: nowAt, lockedUntilAt: nowAt + delayAfter(failures), machineRanFor }
}

/** Of two counts for one number the one with more failures. */
export function stricter(one: Attempts | undefined, other: Attempts): Attempts {
  return one !== undefined && one.failures >= other.failures ? one : other
}

/**
 * Milliseconds until the next try. The machine's running time decides, so that setting the clock neither opens a number nor
 * shuts it for longer than its own delay. After a restart of the machine only the time since then is certain to have passed.
 */
export function remainingLockMs(attempts: Attempts | undefined, { nowAt, machineRanFor }: Moment): number {
  if (attempts === undefined) return 0
  const delay = delayAfter(attempts.failures)
  const { machineRanFor: ranBefore } = attempts
  if (ranBefore === undefined) return Math.max(0, Math.min(attempts.lockedUntilAt - nowAt, delay))
  return leftOf(delay, ranBefore, machineRanFor)
}

/**
 * The same for all numbers, where nobody knows how many failures there were.
 * @param ranBefore the machine's running time when that was found; null where it is known
 */
export function remainingUnknownMs(ranBefore: number | null, { machineRanFor }: Moment): number {
  return ranBefore === null ? 0 : leftOf(UNKNOWN_DELAY_MINUTES * MINUTE_MS, ranBefore, machineRanFor)
}

function leftOf(delay: number, ranBefore: number, ranNow: number): number {
  const passed = ranNow >= ranBefore ? ranNow - ranBefore : ranNow
  return Math.max(0, delay - passed)
}

function delayAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0
  const step = Math.min(failures - FREE_FAILURES, LOCK_OUT_DELAYS_MS.length - 1)
  return LOCK_OUT_DELAYS_MS[step] ?? 0
}
