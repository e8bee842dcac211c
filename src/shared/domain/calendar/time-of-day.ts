import { type CivilDate, startOfDayAt } from './civil-date.ts'

/** A time of the day in Shanghai, `HH:MM`. */
export type TimeOfDay = string

export const MS_PER_MINUTE = 60_000

/** The UTC instant at which it is that time in Shanghai on a day. */
export function timeOn(on: CivilDate, time: TimeOfDay): number {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  return startOfDayAt(on) + minutes * MS_PER_MINUTE
}
