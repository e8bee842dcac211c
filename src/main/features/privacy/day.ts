import type { CustomerLine } from '../../../shared/contract/customers.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { DayOfViewing, StaffAccess } from '../../../shared/contract/privacy.ts'
import { addDays, civilDateAt, startOfDayAt } from '../../../shared/domain/calendar/civil-date.ts'
import {
  type AccessDay,
  isWorkingTime,
  type Question,
  questionsFor,
} from '../../../shared/domain/consent/viewing.ts'
import type { ReadContext } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { Businesses, keyOf, type Span } from './business.ts'
import { personLineOf } from './person-line.ts'
import { type DayRow, rowsOfDay } from './rows-of-day.ts'
import { triedOn } from './tried.ts'

/** Who looked at whom on a day, and what might be asked about it (P2). */
export function dayOfViewing(context: ReadContext, input: ParsedInputOf<'privacy.day'>): DayOfViewing {
  const today = civilDateAt(context.nowAt)
  const on = input.on ?? today
  const rows = rowsOfDay(context.connection, startOfDayAt(on), startOfDayAt(addDays(on, 1)))
  const byStaff = Map.groupBy(rows, ({ staffNo }) => staffNo)
  const tried = triedOn(context.connection, on)
  for (const staffNo of tried.keys()) if (!byStaff.has(staffNo)) byStaff.set(staffNo, [])
  const nameOf = staffNames(context)
  const { settings } = context
  // A demo branch lives on its own day while its audit goes by the clock.
  const businessOn = on === today ? context.todayOn : on
  const over = (days: number): Span => ({
    from: addDays(on, 1 - days),
    to: on,
    visitsFrom: addDays(businessOn, 1 - days),
    visitsTo: businessOn,
  })
  const business = new Businesses(context.connection, over(1))
  const without = business.without(
    [...byStaff].flatMap(([staffNo, own]) =>
      peopleIn(viewsOf(own)).map((personUid) => ({ staffNo, personUid })),
    ),
  )
  const weeks = new Businesses(context.connection, over(settings.unusualWithinDays))
  const days = [...byStaff].map(([staffNo, own]) => ({
    ...accessLogOf(context, staffNo, own, { without, weeks }),
    tried: tried.get(staffNo) ?? null,
  }))
  return {
    on,
    staff: [...byStaff].map(([staffNo, own]) => ({
      ...countsOf(staffNo, own),
      staffName: nameOf(staffNo),
      guesses: tried.get(staffNo)?.guesses ?? 0,
    })),
    questions: questionsFor(days, settings.dailyViewCap, settings).map((question) => ({
      ...question,
      staffName: nameOf(question.staffNo),
      customer: customerOf(context, question),
    })),
  }
}

function countsOf(staffNo: string, rows: readonly DayRow[]): Omit<StaffAccess, 'staffName' | 'guesses'> {
  const of = (kind: DayRow['kind']) => rows.filter((row) => row.kind === kind)
  return {
    staffNo,
    views: of('view').length,
    people: peopleIn(of('view')).length,
    reveals: of('reveal').length,
    prints: timesOf(of('print')),
    exports: timesOf(of('export')),
  }
}

/** A print has a link for everyone on it; all of them were written at the same instant. */
function timesOf(rows: readonly DayRow[]): number {
  return new Set(rows.map(({ at, action }) => `${at} ${action}`)).size
}

function peopleIn(rows: readonly DayRow[]): string[] {
  return [...new Set(rows.flatMap(({ personUid }) => personUid ?? []))]
}

interface Business {
  /** Looks of the day that had none. */
  readonly without: ReadonlySet<string>
  /** Of the days that are looked back. */
  readonly weeks: Businesses
}

function accessLogOf(
  { settings, calendar }: ReadContext,
  staffNo: string,
  rows: readonly DayRow[],
  { without, weeks }: Business,
): Omit<AccessDay, 'tried'> {
  const views = viewsOf(rows)
  const people = peopleIn(views)
  const again = weeks.seenAgain(staffNo, people)
  const idle = weeks.withoutAmong(again.map(({ personUid }) => ({ staffNo, personUid })))
  return {
    staffNo,
    people: people.length,
    peopleWithoutBusiness: people.filter((personUid) => without.has(keyOf({ staffNo, personUid }))).length,
    outsideHoursAt: views.map(({ at }) => at).filter((at) => !isWorkingTime(at, settings, calendar)),
    repeated: again
      .filter(({ personUid }) => idle.has(keyOf({ staffNo, personUid })))
      .map(({ personUid, days }) => ({ customerUid: personUid, days })),
    reveals: rows.filter(({ kind }) => kind === 'reveal').length,
  }
}

function viewsOf(rows: readonly DayRow[]): DayRow[] {
  return rows.filter(({ kind }) => kind === 'view')
}

function customerOf(context: ReadContext, question: Question): CustomerLine | null {
  return question.kind === 'repeated' ? personLineOf(context, question.customerUid) : null
}

const NAME_OF_STAFF = read({ name: TABLES.staff.name }, 'SELECT name FROM staff WHERE no = ?')

function staffNames({ connection }: ReadContext): (no: string) => string {
  return (no) => NAME_OF_STAFF.get(connection, no)?.name ?? ''
}
