import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { daysBetween } from '../../../shared/domain/calendar/civil-date.ts'
import { shortDay } from '../../ui/civil-dates.ts'
import { UnpublishedOn } from './due-reason.tsx'

/** The next date with its weekday, in words whether it is overdue or today, and whether its year is published (F3). */
export function DueText({ nextOn, todayOn }: { readonly nextOn: string; readonly todayOn: string }) {
  const { t } = useTranslation()
  const late = daysBetween(nextOn, todayOn)
  return (
    <Text span size="sm" {...(late > 0 ? { c: 'red', fw: 600 } : {})}>
      {shortDay(nextOn, t)}
      {late > 0 && ` ${t('intents.overdue', { days: late })}`}
      {late === 0 && ` ${t('intents.dueToday')}`}
      <UnpublishedOn on={nextOn} />
    </Text>
  )
}
