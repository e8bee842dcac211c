import type { IntentLevel } from '../../../shared/domain/work/intent.ts'
import { type ExplainedDate, explainDate } from '../../../shared/domain/work/next-date.ts'
import { useOperation } from '../../ipc/operations.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { useWorkingCalendar } from './use-working-calendar.ts'

/**
 * Explains the date in a field while it is typed (F3): counted here, by the rule that the engine writes by, so that the
 * words never belong to the date before.
 * @param chosenOn null while the cadence decides
 * @returns undefined until the calendar is there
 */
export function useExplainedDate(level: IntentLevel, chosenOn: string | null): ExplainedDate | undefined {
  const { todayOn } = useOpenSession()
  const cadence = useOperation('settings.get', {}).data?.cadence
  const calendar = useWorkingCalendar()
  if (calendar === undefined || cadence === undefined) return undefined
  return explainDate({ todayOn, calendar, cadence }, level, chosenOn)
}
