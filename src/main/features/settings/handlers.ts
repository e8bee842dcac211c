import { readCalendarSources } from '../../engine/branch-state.ts'
import type { HandlersOf } from '../../engine/handlers.ts'
import { calendarMonth } from './calendar-month.ts'
import { setDayOverride } from './day-override.ts'
import { importNotice } from './import-notice.ts'
import { save } from './save.ts'

export const settingsHandlers: HandlersOf<'settings'> = {
  'settings.get': ({ settings }) => settings,
  'settings.save': save,
  'settings.calendar': calendarMonth,
  'settings.calendarSources': ({ connection }) => readCalendarSources(connection),
  'settings.importNotice': importNotice,
  'settings.setDayOverride': setDayOverride,
}
