import { addDays, type CivilDate, daysBetween, isMondayToFriday } from '../calendar/civil-date.ts'
import {
  addWorkingDays,
  type DayKind,
  type DayVerdict,
  nextWorkingDay,
  type WorkingCalendar,
} from '../calendar/working-days.ts'
import type { IntentLevel } from './intent.ts'

/** How soon an intent is followed up (F2). 高 and 中 count working days, 低 counts calendar days. */
export interface CadenceSettings {
  high: { warn: number; due: number }
  mid: { soft: number; due: number }
  low: { first: number; last: number }
}

/** Fixed by the sources (F2): 高 warns after 1 working day and is due after 2, 中 3 and 5, 低 after one week and two. */
export const DEFAULT_CADENCE: CadenceSettings = {
  high: { warn: 1, due: 2 },
  mid: { soft: 3, due: 5 },
  low: { first: 7, last: 14 },
}

/** A day that counts differently from the plain Monday–Friday week, and so moved the due date. */
export interface PassedDay {
  on: CivilDate
  kind: DayKind
  name?: string
}

/** Everything a screen needs to say why the due date is what it is (F3). */
export interface DueRule {
  level: IntentLevel
  unit: 'working' | 'calendar'
  days: number
  from: CivilDate
  /** The date that a plain Monday–Friday count would have given. */
  plainOn: CivilDate
  moved: boolean
  passed: PassedDay[]
  /** False (待公布) when a counted day lies where the official calendar is not out yet. */
  published: boolean
  /** The day that was agreed with the customer, where no cadence decided; `plainOn` is that day then. */
  chosenOn?: CivilDate
}

export interface DueDate {
  warnOn: CivilDate
  dueOn: CivilDate
  rule: DueRule
}

interface Term {
  unit: 'working' | 'calendar'
  warn: number
  due: number
}

/** The plain week as a calendar, for comparison with the real one. */
const PLAIN_WEEK: WorkingCalendar = {
  verdict(on) {
    const working = isMondayToFriday(on)
    return { on, working, kind: working ? 'workday' : 'weekend', published: true, source: 'weekday-guess' }
  },
}

/**
 * When an intent flagged on a day must be followed up (F2, F3). Always a working day, never before `fromOn`.
 * @param fromOn the day of the flag or of the last contact; it is not counted itself
 * @throws AppError `calendar.no-working-day` when the roster leaves no day to work on
 */
export function dueFor(
  level: IntentLevel,
  fromOn: CivilDate,
  calendar: WorkingCalendar,
  settings: CadenceSettings = DEFAULT_CADENCE,
): DueDate {
  return afterTerm(level, termOf(level, settings), fromOn, calendar)
}

/**
 * A next date that somebody agreed on, moved to the first day the branch works. It warns on the day itself.
 * @param fromOn the day on which it was agreed
 * @param chosenOn that day or a later one
 */
export function dueOnChosenDay(
  level: IntentLevel,
  fromOn: CivilDate,
  chosenOn: CivilDate,
  calendar: WorkingCalendar,
): DueDate {
  const dueOn = nextWorkingDay(calendar, chosenOn)
  const verdicts = verdictsBetween(calendar, chosenOn, dueOn)
  return {
    warnOn: dueOn,
    dueOn,
    rule: {
      level,
      unit: 'calendar',
      days: daysBetween(fromOn, chosenOn),
      from: fromOn,
      plainOn: chosenOn,
      moved: dueOn !== chosenOn,
      passed: verdicts.filter((day) => !day.working).map(passedDay),
      published: verdicts.every((day) => day.published),
      chosenOn,
    },
  }
}

/**
 * Counts an earlier due date once more after the calendar changed (F3): the same term from the same day, whatever the
 * cadence is by now.
 */
export function countAgain(rule: DueRule, calendar: WorkingCalendar, settings: CadenceSettings): DueDate {
  const { level, unit, days, from, chosenOn } = rule
  if (chosenOn !== undefined) return dueOnChosenDay(level, from, chosenOn, calendar)
  const warn = Math.min(termOf(level, settings).warn, days)
  return afterTerm(level, { unit, warn, due: days }, from, calendar)
}

function afterTerm(level: IntentLevel, term: Term, fromOn: CivilDate, calendar: WorkingCalendar): DueDate {
  const dueOn = endOfTerm(calendar, fromOn, term.unit, term.due)
  const plainOn = endOfTerm(PLAIN_WEEK, fromOn, term.unit, term.due)
  const countedFrom = addDays(fromOn, term.unit === 'working' ? 1 : term.due)
  return {
    warnOn: endOfTerm(calendar, fromOn, term.unit, term.warn),
    dueOn,
    rule: {
      level,
      unit: term.unit,
      days: term.due,
      from: fromOn,
      plainOn,
      moved: dueOn !== plainOn,
      ...explain(calendar, countedFrom, dueOn),
    },
  }
}

function termOf(level: IntentLevel, settings: CadenceSettings): Term {
  switch (level) {
    case 'high':
      return { unit: 'working', warn: settings.high.warn, due: settings.high.due }
    case 'mid':
      return { unit: 'working', warn: settings.mid.soft, due: settings.mid.due }
    case 'low':
      return { unit: 'calendar', warn: settings.low.first, due: settings.low.last }
  }
}

function endOfTerm(calendar: WorkingCalendar, from: CivilDate, unit: Term['unit'], days: number): CivilDate {
  return unit === 'working'
    ? addWorkingDays(calendar, from, days)
    : nextWorkingDay(calendar, addDays(from, days))
}

/** The days from the first counted one to the due date that differ from the plain week. */
function explain(
  calendar: WorkingCalendar,
  first: CivilDate,
  last: CivilDate,
): { passed: PassedDay[]; published: boolean } {
  const verdicts = verdictsBetween(calendar, first, last)
  const passed = verdicts.filter((day) => day.working !== isMondayToFriday(day.on)).map(passedDay)
  return { passed, published: verdicts.every((day) => day.published) }
}

function verdictsBetween(calendar: WorkingCalendar, first: CivilDate, last: CivilDate): DayVerdict[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, n) => calendar.verdict(addDays(first, n)))
}

function passedDay({ on, kind, name }: DayVerdict): PassedDay {
  return name === undefined ? { on, kind } : { on, kind, name }
}
