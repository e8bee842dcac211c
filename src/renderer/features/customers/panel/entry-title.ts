import type { TFunction } from 'i18next'
import type { TimelineEntry } from '../../../../shared/contract/customers.ts'

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
