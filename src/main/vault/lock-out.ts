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

/**
 * Milliseconds until the next try. The machine's running time decides, so that setting the clock neither opens a number nor
 * shuts it for longer than its own delay. After a restart of the machine only the time since then is certain to have passed.
 */
export function remainingLockMs(attempts: Attempts | undefined, { nowAt, machineRanFor }: Moment): number {
  if (attempts === undefined) return 0
  const delay = delayAfter(attempts.failures)
  const { machineRanFor: ranBefore } = attempts
  if (ranBefore === undefined) return Math.max(0, Math.min(attempts.lockedUntilAt - nowAt, delay))
  const passed = machineRanFor >= ranBefore ? machineRanFor - ranBefore : machineRanFor
  return Math.max(0, delay - passed)
}

function delayAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0
  const step = Math.min(failures - FREE_FAILURES, LOCK_OUT_DELAYS_MS.length - 1)
  return LOCK_OUT_DELAYS_MS[step] ?? 0
}
