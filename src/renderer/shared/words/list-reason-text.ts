import type { TFunction } from 'i18next'
import { daysBetween } from '../../../shared/domain/calendar/civil-date.ts'
import type { ListReason } from '../../../shared/domain/customer/list-reason.ts'
import { plainDay } from '../../ui/civil-dates.ts'
import { findingText } from './prompt-text.ts'

/** Why somebody is on a list, as one line with its figures: what, how much, which day, how many days. */
export function listReasonText(reason: ListReason, todayOn: string, t: TFunction): string {
  if (reason.kind === 'finding') return findingText(reason.finding, todayOn, t)
  const late = daysBetween(reason.nextOn, todayOn)
  return t(`lists.${late > 0 ? 'intentLate' : late === 0 ? 'intentToday' : 'intentDue'}`, {
    product: t(`intents.product.${reason.product}`),
    level: t(`intents.level.${reason.level}`),
    day: plainDay(reason.nextOn, todayOn),
    days: late,
  })
}

/** The day of the last contact and how long that is ago; in a word where there was none. */
export function lastContactText(lastContactOn: string | null, todayOn: string, t: TFunction): string {
  if (lastContactOn === null) return t('lists.never')
  const days = daysBetween(lastContactOn, todayOn)
  if (days <= 0) return t('lists.contactedToday')
  return t('lists.lastContact', { day: plainDay(lastContactOn, todayOn), days })
}

/** The last contact as a part of a line that has no head above it. */
export function contactRemark(lastContactOn: string | null, todayOn: string, t: TFunction): string {
  if (lastContactOn === null) return t('lists.neverContacted')
  return `${t('lists.column.contact')} ${lastContactText(lastContactOn, todayOn, t)}`
}
