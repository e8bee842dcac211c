import { addDays, type CivilDate, civilDateAt } from './civil-date.ts'
import { MS_PER_MINUTE, type TimeOfDay, timeOn } from './time-of-day.ts'
import { isWorking, nextWorkingDay, type WorkingCalendar } from './working-days.ts'

/** When the branch works on a working day, `HH:MM` each; the end is later than the beginning. */
export interface WorkingHours {
  readonly workFrom: TimeOfDay
  readonly workTo: TimeOfDay
}

/**
 * When a term that counts working hours only runs out (L8): nights, weekends and holidays do not count, make-up days
 * do. Always within the hours of a working day.
 * @param fromAt UTC milliseconds
 * @param minutes one or more
 * @throws AppError `calendar.no-working-day` when the roster leaves no day to work on
 */
export function acceptBy(
  fromAt: number,
  minutes: number,
  calendar: WorkingCalendar,
  hours: WorkingHours,
): number {
  return endOfWork(fromAt, minutes * MS_PER_MINUTE, { calendar, hours })
}

/** When a branch works. */
export interface WorkingTime {
  readonly calendar: WorkingCalendar
  readonly hours: WorkingHours
}

/**
 * The new end of a term of working time after the branch's calendar or hours changed (F3): what is left of it now is
 * counted on as the branch works from now on. Time that has passed is not counted again.
 * @param endsAt the end as it was counted before, later than `nowAt`
 * @throws AppError `calendar.no-working-day` when the roster leaves no day to work on
 */
export function workOnAs(after: WorkingTime, endsAt: number, nowAt: number, before: WorkingTime): number {
  const leftMs = workedMs(nowAt, endsAt, before)
  return leftMs === 0 ? endsAt : endOfWork(nowAt, leftMs, after)
}

function endOfWork(fromAt: number, workMs: number, { calendar, hours }: WorkingTime): number {
  let leftMs = workMs
  let on = nextWorkingDay(calendar, civilDateAt(fromAt))
  for (;;) {
    const { opensAt, closesAt } = shiftOf(on, hours)
    const startsAt = Math.max(fromAt, opensAt)
    if (startsAt + leftMs <= closesAt) return startsAt + leftMs
    leftMs -= Math.max(0, closesAt - startsAt)
    on = nextWorkingDay(calendar, addDays(on, 1))
  }
}

/** Working minutes from one instant to a later one, a begun minute counted whole; 0 when it is not later. */
export function workingMinutesBetween(
  fromAt: number,
  toAt: number,
  calendar: WorkingCalendar,
  hours: WorkingHours,
): number {
  return Math.ceil(workedMs(fromAt, toAt, { calendar, hours }) / MS_PER_MINUTE)
}

function workedMs(fromAt: number, toAt: number, { calendar, hours }: WorkingTime): number {
  const lastOn = civilDateAt(toAt)
  let countedMs = 0
  for (let on = civilDateAt(fromAt); on <= lastOn; on = addDays(on, 1)) {
    if (!isWorking(calendar, on)) continue
    const { opensAt, closesAt } = shiftOf(on, hours)
    countedMs += Math.max(0, Math.min(toAt, closesAt) - Math.max(fromAt, opensAt))
  }
  return countedMs
}

/**
 * The morning of a day, as far as anything is told of it (F4): the first half of its working hours, ours. Whoever signs
 * in late is still told of the day's work while most of it lies ahead; in the afternoon it would be no news.
 * @returns UTC milliseconds, the end not included
 */
export function morningOf(
  on: CivilDate,
  hours: WorkingHours,
): { readonly fromAt: number; readonly toAt: number } {
  const { opensAt, closesAt } = shiftOf(on, hours)
  return { fromAt: opensAt, toAt: opensAt + (closesAt - opensAt) / 2 }
}

function shiftOf(on: CivilDate, { workFrom, workTo }: WorkingHours) {
  return { opensAt: timeOn(on, workFrom), closesAt: timeOn(on, workTo) }
}
