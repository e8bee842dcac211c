import { addDays, addMonths, type CivilDate, weekday } from '../../../../shared/domain/calendar/civil-date.ts'

const DAYS_A_WEEK = 7
/** The longest month seen from its latest weekday; every month takes as much room, so that paging moves nothing. */
const WEEKS = 6
const MONTHS_A_YEAR = 12

/** Monday is 0, as a Chinese wall calendar of working days begins. */
export function columnOf(on: CivilDate): number {
  return (weekday(on) + 6) % DAYS_A_WEEK
}

/** A month's days in rows of a week from Monday on; null where another month's days would stand. */
export function weeksOf<Day extends { readonly on: CivilDate }>(
  days: readonly Day[],
): readonly (readonly (Day | null)[])[] {
  const first = days[0]
  const lead = first === undefined ? 0 : columnOf(first.on)
  return Array.from({ length: WEEKS }, (_, week) =>
    Array.from({ length: DAYS_A_WEEK }, (_, column) => days[week * DAYS_A_WEEK + column - lead] ?? null),
  )
}

/** The day a key leads to: arrows by days and weeks, Home and End within the week, pages by months, with Shift by years. */
export function dayAfterKey(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  on: CivilDate,
): CivilDate | null {
  const months = shiftKey ? MONTHS_A_YEAR : 1
  switch (key) {
    case 'ArrowLeft':
      return addDays(on, -1)
    case 'ArrowRight':
      return addDays(on, 1)
    case 'ArrowUp':
      return addDays(on, -DAYS_A_WEEK)
    case 'ArrowDown':
      return addDays(on, DAYS_A_WEEK)
    case 'Home':
      return addDays(on, -columnOf(on))
    case 'End':
      return addDays(on, DAYS_A_WEEK - 1 - columnOf(on))
    case 'PageUp':
      return addMonths(on, -months)
    case 'PageDown':
      return addMonths(on, months)
    default:
      return null
  }
}
