import type { DayVerdict } from '../../../../shared/domain/calendar/working-days.ts'

/**
 * What is written beside a day's number: 休 on a holiday, 班 on a weekend day that is worked, and either wherever the
 * branch decided. A plain working day and a plain weekend carry nothing, as on printed calendars.
 */
export function markOf({ kind, source, working }: DayVerdict): 'off' | 'work' | null {
  if (source === 'branch') return working ? 'work' : 'off'
  if (kind === 'holiday') return 'off'
  return kind === 'makeup' ? 'work' : null
}
