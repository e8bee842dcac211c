import type { TFunction } from 'i18next'
import type { OpenIntent } from '../../../shared/contract/customers.ts'
import { daysBetween } from '../../../shared/domain/calendar/civil-date.ts'

/** `32 天无新动静,由高降为中`: why an intent stands lower than it was flagged (I1). Null where it has kept its level. */
export function decayNote(
  intent: Pick<OpenIntent, 'level' | 'currentLevel' | 'lastEvidenceOn'>,
  todayOn: string,
  t: TFunction,
): string | null {
  if (intent.currentLevel === intent.level) return null
  const days = daysBetween(intent.lastEvidenceOn, todayOn)
  if (intent.currentLevel === 'faded') return t('intents.faded', { days })
  return t('intents.decayed', {
    days,
    from: t(`intents.level.${intent.level}`),
    to: t(`intents.level.${intent.currentLevel}`),
  })
}
