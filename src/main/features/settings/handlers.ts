import type { HandlersOf } from '../../engine/handlers.ts'
import { calendarMonth } from './calendar-month.ts'
import { setDayOverride } from './day-override.ts'
import { importNotice } from './import-notice.ts'
import { save } from './save.ts'

export const settingsHandlers: HandlersOf<'settings'> = {
  'settings.get': ({ settings }) => settings,
  'settings.save': save,
  'settings.calendar': calendarMonth,
  'settings.importNotice': importNotice,
  'settings.setDayOverride': setDayOverride,
}
