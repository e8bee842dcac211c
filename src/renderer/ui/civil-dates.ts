import type { TFunction } from 'i18next'
import { weekday } from '../../shared/domain/calendar/civil-date.ts'

/** `11-26 周四`: the short form that lists use; the year is clear from where it stands. */
export function shortDay(on: string, t: TFunction): string {
  return `${on.slice(5)} ${t(`app.weekday.${weekday(on)}`)}`
}

/** `11-26`, and with its year where that is another than today's. */
export function plainDay(on: string, todayOn: string): string {
  return on.slice(0, 4) === todayOn.slice(0, 4) ? on.slice(5) : on
}

/** A holiday of the official calendar in the window's language; a name that the branch gave a day itself stays as it is. */
export function holidayName(name: string, t: TFunction): string {
  return t(`app.holiday.${name}`, { defaultValue: name })
}
