import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { SourcedField, TimelineEntry } from '../../../../shared/contract/customers.ts'
import { roundYuan } from '../../../ui/amounts.ts'

/**
 * What happened, in a word or two. Under `channel` stand both where the customer met the bank and what came of a contact
 * that staff recorded (C3); a code that no catalogue knows is shown as it is, rather than not at all.
 */
export function entryTitle({ kind, code, direction }: TimelineEntry, t: TFunction): string {
  if (kind === 'transaction') {
    const way = direction === null ? '' : t(`customers.direction.${direction}`)
    return `${t(`customers.transaction.${code}`, { defaultValue: code })}${way}`
  }
  if (kind === 'channel') {
    const visited = t(`customers.channel.${code}`, { defaultValue: code })
    return t(`followups.outcome.${code}`, { defaultValue: visited })
  }
  return t(`customers.event.${code}`, { defaultValue: code })
}

/** What somebody wanted, how much, and what spoke for it, as `理财 高 问利率`; null where it was about no product. */
export function wishText({ product, level, signals }: TimelineEntry, t: TFunction): string | null {
  if (product === null) return null
  const words = [
    t(`intents.product.${product}`),
    ...(level === null ? [] : [t(`intents.level.${level}`)]),
    ...signals.map((signal) => t(`intents.signal.${signal}`)),
  ]
  return words.join(' ')
}

/** A field's value in the reader's words: codes become names, an income is grouped, everything else is as it was kept. */
export function useFieldText(): (field: SourcedField) => string {
  const { t } = useTranslation()
  return (field) => fieldText(field, t)
}

export function fieldText({ field, text }: Pick<SourcedField, 'field' | 'text'>, t: TFunction): string {
  switch (field) {
    case 'sex':
      return t(`customers.sex.${text}`, { defaultValue: text })
    case 'income':
      // Masked, it is no number.
      return /^\d+$/.test(text) ? t('customers.yearly', { amount: roundYuan(Number(text)) }) : text
    case 'channelPreference':
      return t(`followups.channel.${text}`, { defaultValue: text })
    case 'risk':
      return riskText(text, t)
    default:
      return text
  }
}

/** `<grade> 2025-03-01/2027-02-28` is the grade with the days between which its assessment holds; either may be missing. */
function riskText(text: string, t: TFunction): string {
  const [grade = text, days = ''] = text.split(' ')
  const name = t(`customers.risk.${grade}`, { defaultValue: grade })
  const until = days.split('/')[1] ?? ''
  return until === '' ? name : t('customers.riskUntil', { grade: name, until })
}
