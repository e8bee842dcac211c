import type { TFunction } from 'i18next'
import type { ReferralRow } from '../../../shared/contract/referrals.ts'

const MINUTES_PER_HOUR = 60

/** What is left of the acceptance clock, in working time: 还剩 35 分(工作时间). Null once it is answered. */
export function clockText(
  { workMinutesLeft, stranded }: Pick<ReferralRow, 'workMinutesLeft' | 'stranded'>,
  t: TFunction,
): string | null {
  if (workMinutesLeft === null) return null
  if (stranded) return t('referrals.clock.stranded')
  if (workMinutesLeft === 0) return t('referrals.clock.out')
  const hours = Math.floor(workMinutesLeft / MINUTES_PER_HOUR)
  const minutes = workMinutesLeft % MINUTES_PER_HOUR
  if (hours === 0) return t('referrals.clock.minutes', { minutes })
  return t(minutes === 0 ? 'referrals.clock.hours' : 'referrals.clock.both', { hours, minutes })
}
