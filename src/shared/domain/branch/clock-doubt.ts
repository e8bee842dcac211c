import { MS_PER_DAY } from '../calendar/civil-date.ts'

const HOUR_MS = 3_600_000

/** A machine that sets its clock by the network corrects seconds; an hour is another hand. Our own default. */
export const BEHIND_TOLERANCE_HOURS = 1

/** Official holidays in a row, with the weekends beside them, close a branch for at most nine days. Our own default. */
export const AHEAD_TOLERANCE_DAYS = 11

export type ClockDoubt = 'behind' | 'ahead'

/**
 * Whether the clock may be believed at a start (P2): not when it shows a time well before what was already written down, nor
 * when nobody has worked for longer than any holiday.
 * @param newestAt when the newest link of the audit was written (UTC ms)
 * @param nowAt UTC milliseconds
 */
export function clockDoubt(newestAt: number, nowAt: number): ClockDoubt | null {
  if (nowAt < newestAt - BEHIND_TOLERANCE_HOURS * HOUR_MS) return 'behind'
  return nowAt > newestAt + AHEAD_TOLERANCE_DAYS * MS_PER_DAY ? 'ahead' : null
}
