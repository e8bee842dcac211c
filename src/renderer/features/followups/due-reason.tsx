import { Badge, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DueRule } from '../../../shared/domain/cadence.ts'
import { shortDay } from '../../ui/civil-dates.ts'

/** Why a due date is where it is (F3): which holidays and make-up days moved it, and whether its year is published. */
export function DueReason({ dueOn, rule }: { readonly dueOn: string; readonly rule: DueRule }) {
  const { t } = useTranslation()
  const passed = rule.passed
    .map((day) => t(`followups.passed.${day.kind}`, { day: day.on.slice(5), name: day.name ?? '' }))
    .join('、')
  return (
    <Text span size="xs" c="dimmed">
      {shortDay(dueOn, t)}
      {rule.moved && passed !== '' && ` · ${t('followups.moved', { reason: passed })}`}
      {!rule.published && (
        <Badge size="xs" color="yellow" variant="light" ml={6}>
          {t('followups.unpublished')}
        </Badge>
      )}
    </Text>
  )
}
