import { Badge, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DueRule } from '../../../shared/domain/work/cadence.ts'
import { shortDay } from '../../ui/civil-dates.ts'
import { movedReason } from '../words/moved-reason.ts'
import { useWorkingCalendar } from './use-working-calendar.ts'

/** Why a due date is where it is (F3): which holidays and make-up days moved it, and whether its year is published. */
export function DueReason({ dueOn, rule }: { readonly dueOn: string; readonly rule: DueRule }) {
  const { t } = useTranslation()
  const moved = movedReason(rule, t)
  return (
    <Text span size="xs" c="dimmed">
      {shortDay(dueOn, t)}
      {moved !== null && ` · ${moved}`}
      {!rule.published && <Unpublished />}
    </Text>
  )
}

/** The mark where a day lies beyond the last notice (F3): any date up to it was counted by published years alone. */
export function UnpublishedOn({ on }: { readonly on: string }) {
  const calendar = useWorkingCalendar()
  return calendar === undefined || calendar.verdict(on).published ? null : <Unpublished />
}

/** Marks a date that was counted without the official calendar, because that year's is not out. */
export function Unpublished() {
  const { t } = useTranslation()
  return (
    <Badge
      component="span"
      size="xs"
      radius="sm"
      color="yellow"
      variant="light"
      ml={6}
      title={t('followups.unpublishedHint')}
    >
      {t('followups.unpublished')}
    </Badge>
  )
}
