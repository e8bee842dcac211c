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

export const attemptsSchema = z.strictObject({
  failures: z.int().min(1),
  /** UTC ms of the last failure. */
  failedAt: z.int(),
  /** UTC ms; at or before `failedAt` where nothing is shut. */
  lockedUntilAt: z.int(),
})

/** The failures in a row of one staff number. */
export type Attempts = z.infer<typeof attemptsSchema>

/** One more failure at `nowAt`. */
export function afterFailure(earlier: Attempts | undefined, nowAt: number): Attempts {
  const failures = (earlier?.failures ?? 0) + 1
  return { failures, failedAt: nowAt, lockedUntilAt: nowAt + delayAfter(failures) }
}

/**
 * Milliseconds until the next try. A clock that was set back does not shut a number for longer than its own delay;
 * one that was set forward opens it, which only who may set the clock can do.
 */
export function remainingLockMs(attempts: Attempts | undefined, nowAt: number): number {
  if (attempts === undefined) return 0
  const left = attempts.lockedUntilAt - nowAt
  return Math.max(0, Math.min(left, delayAfter(attempts.failures)))
}

function delayAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0
  const step = Math.min(failures - FREE_FAILURES, LOCK_OUT_DELAYS_MS.length - 1)
  return LOCK_OUT_DELAYS_MS[step] ?? 0
}
