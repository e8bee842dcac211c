import type { TFunction } from 'i18next'
import type { DueRule } from '../../../shared/domain/cadence.ts'

/** Days named before the rest is counted: a long holiday would fill the line. */
const NAMED_DAYS = 2

/** `顺延:09-20 为调休上班日`: which days moved a due date off the plain week's (F3); null where none did. */
export function movedReason(rule: DueRule, t: TFunction): string | null {
  if (!rule.moved || rule.passed.length === 0) return null
  const named = rule.passed
    .slice(0, NAMED_DAYS)
    .map((day) => t(`followups.passed.${day.kind}`, { day: day.on.slice(5), name: day.name ?? '' }))
  const reason = named.join(t('followups.listSeparator'))
  const left = rule.passed.length - named.length
  return left === 0 ? t('followups.moved', { reason }) : t('followups.movedAndMore', { reason, left })
}
