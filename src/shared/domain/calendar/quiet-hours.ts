import { addDays, civilDateAt, MS_PER_DAY, startOfDayAt } from './civil-date.ts'
import { type TimeOfDay, timeOn } from './time-of-day.ts'

export interface QuietSettings {
  quietFrom: TimeOfDay
  quietTo: TimeOfDay
}

/** The UTC instant at which it is that time in Shanghai, on the civil day of `atMs`. */
export function timeOnDayOf(atMs: number, time: TimeOfDay): number {
  return timeOn(civilDateAt(atMs), time)
}

/** The UTC instant of the next midnight in Shanghai. */
export function nextMidnight(atMs: number): number {
  return startOfDayAt(addDays(civilDateAt(atMs), 1))
}

/**
 * The instant at which the quiet hours around `atMs` end (F4); null outside of them. They may run over midnight; equal
 * times mean that there are none.
 */
export function quietUntil(atMs: number, { quietFrom, quietTo }: QuietSettings): number | null {
  const from = timeOnDayOf(atMs, quietFrom)
  const to = timeOnDayOf(atMs, quietTo)
  if (from <= to) return atMs >= from && atMs < to ? to : null
  if (atMs < to) return to
  return atMs >= from ? to + MS_PER_DAY : null
}
