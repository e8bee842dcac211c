import type { DayVerdict } from '../../../../shared/domain/working-days.ts'

/**
 * What is written beside a day's number: 休 on a day that the plain week would work or that a notice names, 班 on a
 * weekend day that is worked. A plain working day and a plain weekend carry nothing, as on printed calendars.
 */
export function markOf({ kind }: DayVerdict): 'off' | 'work' | null {
  if (kind === 'holiday') return 'off'
  return kind === 'makeup' ? 'work' : null
}
