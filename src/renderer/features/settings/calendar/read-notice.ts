import { Refusal, type RefusalDetail } from '../../../../shared/domain/branch/refusal.ts'
import { parseHolidayNotice, type YearNotice } from '../../../../shared/domain/calendar/holiday-notice.ts'

export type ReadNotice =
  | { readonly state: 'nothing' }
  | { readonly state: 'wrong'; readonly reason: string; readonly detail: RefusalDetail }
  | { readonly state: 'read'; readonly year: number; readonly daysOff: number; readonly daysWorked: number }

/** What a pasted or chosen text says, before it is imported: the year and its days, or what is wrong with it (F3). */
export function readNotice(text: string): ReadNotice {
  if (text.trim() === '') return { state: 'nothing' }
  try {
    return summed(parseHolidayNotice(JSON.parse(text)))
  } catch (error) {
    if (error instanceof SyntaxError)
      return { state: 'wrong', reason: 'settings.calendar.notJson', detail: {} }
    if (error instanceof Refusal)
      return { state: 'wrong', reason: `error.${error.code}`, detail: error.detail }
    throw error
  }
}

function summed({ year, days }: YearNotice): ReadNotice {
  if (days.length === 0) return { state: 'wrong', reason: 'error.settings.noticeEmpty', detail: { year } }
  const daysOff = days.filter(({ off }) => off).length
  return { state: 'read', year, daysOff, daysWorked: days.length - daysOff }
}
