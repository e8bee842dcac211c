import { type CivilDate, civilDateAt, startOfDayAt } from './civil-date.ts'

/** A time of the day in Shanghai, `HH:MM`. */
export type TimeOfDay = string

export const MS_PER_MINUTE = 60_000

/** The UTC instant at which it is that time in Shanghai on a day. */
export function timeOn(on: CivilDate, time: TimeOfDay): number {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  return startOfDayAt(on) + minutes * MS_PER_MINUTE
}

/** The minute it is in Shanghai at an instant (UTC ms), `YYYY-MM-DD HH:MM`. */
export function minuteAt(at: number): string {
  const on = civilDateAt(at)
  const minutes = Math.floor((at - startOfDayAt(on)) / MS_PER_MINUTE)
  const twoDigits = (value: number) => String(value).padStart(2, '0')
  return `${on} ${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}
