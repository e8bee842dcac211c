import { useMemo } from 'react'
import { createWorkingCalendar, type WorkingCalendar } from '../../../shared/domain/calendar/working-days.ts'
import { useOperation } from '../../ipc/operations.ts'

/** The branch's calendar with its notices and own days (F3); undefined until it is there. */
export function useWorkingCalendar(): WorkingCalendar | undefined {
  const sources = useOperation('settings.calendarSources', {}).data
  return useMemo(() => (sources === undefined ? undefined : createWorkingCalendar(sources)), [sources])
}
