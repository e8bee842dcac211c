import { addDays, addMonths, ageOn, type CivilDate, daysBetween } from '../domain/calendar/civil-date.ts'

/** A civil date as whole days since 1970-01-01, because birthdays are allotted and movements sorted by number. */
export type DayNumber = number

const EPOCH: CivilDate = '1970-01-01'

export function dayNumberOf(on: CivilDate): DayNumber {
  return daysBetween(EPOCH, on)
}

export function civilDateOf(day: DayNumber): CivilDate {
  return addDays(EPOCH, day)
}

/** Same day of the month `months` later (earlier if negative); the month's last day where there is no such day. */
export function plusMonths(day: DayNumber, months: number): DayNumber {
  return dayNumberOf(addMonths(civilDateOf(day), months))
}

/** Completed years of life at `today`. */
export function ageAt(birth: DayNumber, today: DayNumber): number {
  return ageOn(civilDateOf(birth), civilDateOf(today))
}
