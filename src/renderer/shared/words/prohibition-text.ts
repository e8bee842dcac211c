import type { TFunction } from 'i18next'
import { MARKETING_FROM_AGE, type Prohibition } from '../../../shared/domain/consent/prohibitions.ts'
import { plainDay } from '../../ui/civil-dates.ts'

/** What must not be done and why, in one line (L4). */
export function prohibitionText(prohibition: Prohibition, todayOn: string, t: TFunction): string {
  const day = prohibition.on === null ? '' : plainDay(prohibition.on, todayOn)
  switch (prohibition.kind) {
    case 'opted-out':
      return prohibition.channel === 'all'
        ? t('customers.prohibition.all', { day })
        : t('customers.prohibition.channel', { day, channel: t(`followups.channel.${prohibition.channel}`) })
    case 'complaint-open':
      return t('customers.prohibition.complaint', { day })
    case 'minor':
      return t('customers.prohibition.minor', { day, age: MARKETING_FROM_AGE })
    case 'assessment-expired':
      return t(`customers.prohibition.${prohibition.on === null ? 'unassessed' : 'expired'}`, { day })
  }
}
