import { z } from 'zod'
import { EVERYONE, KEEPERS } from '../domain/branch/roles.ts'
import { type BranchSettings, branchSettingsSchema } from '../domain/branch/settings.ts'
import type { CalendarSources, DayVerdict } from '../domain/calendar/working-days.ts'
import { branchDay } from './fields.ts'
import { command, query } from './operation.ts'

export interface CalendarMonth {
  readonly month: string
  readonly days: readonly DayVerdict[]
  readonly publishedYears: readonly number[]
}

export const settings = {
  get: query('settings.get', EVERYONE, z.strictObject({}), { reads: ['setting'] }).returns<BranchSettings>(),
  save: command(
    'settings.save',
    KEEPERS,
    z.strictObject({ settings: branchSettingsSchema }),
  ).returns<BranchSettings>(),
  calendar: query(
    'settings.calendar',
    EVERYONE,
    z.strictObject({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
    { reads: ['year_notice', 'day_override'] },
  ).returns<CalendarMonth>(),
  /** Out of what a window makes the branch's calendar, to explain a date while it is typed (F3). */
  calendarSources: query('settings.calendarSources', EVERYONE, z.strictObject({}), {
    reads: ['year_notice', 'day_override'],
  }).returns<CalendarSources>(),
  /** Takes the text of an official holiday notice (JSON); it decides over what the product ships. */
  importNotice: command(
    'settings.importNotice',
    KEEPERS,
    z.strictObject({ json: z.string().max(200_000) }),
  ).returns<{ readonly year: number; readonly days: number; readonly movedFollowups: number }>(),
  setDayOverride: command(
    'settings.setDayOverride',
    KEEPERS,
    z.strictObject({
      on: branchDay,
      working: z.boolean().nullable(),
      reason: z.string().trim().max(100).default(''),
    }),
  ).returns<null>(),
}
