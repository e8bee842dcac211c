import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DueRule } from '../../../shared/domain/cadence.ts'

/** Which holidays and make-up days moved a due date (F3), and that its year is not published yet. */
export function MovedNote({ rule }: { readonly rule: DueRule | null }) {
  const { t } = useTranslation()
  if (rule === null) return null
  const passed = rule.passed.map((day) =>
    t(`followups.passed.${day.kind}`, { day: day.on.slice(5), name: day.name ?? '' }),
  )
  return (
    <>
      {rule.moved && passed.length > 0 && ` · ${t('followups.moved', { reason: passed.join('、') })}`}
      {!rule.published && (
        <Badge size="xs" color="yellow" variant="light" ml={6}>
          {t('followups.unpublished')}
        </Badge>
      )}
    </>
  )
}
