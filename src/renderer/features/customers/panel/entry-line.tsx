import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../../../shared/contract/customers.ts'
import { useOpenSession } from '../../../ipc/session.tsx'
import { yuan } from '../../../ui/amounts.ts'
import { plainDay } from '../../../ui/civil-dates.ts'
import classes from './panel.module.css'
import { entryTitle, wishText } from './panel-text.ts'

/** One fact of the timeline: when, what, the words that came with it, how much. */
export function EntryLine({ entry }: { readonly entry: TimelineEntry }) {
  const { t } = useTranslation()
  const { todayOn } = useOpenSession()
  const sign = entry.direction === 'out' ? '−' : '+'
  const words = [wishText(entry, t), channelName(entry, t), entry.text, entry.staffName]
    .filter((part) => part !== null && part !== '')
    .join(' · ')
  return (
    <li className={classes.entry}>
      <time dateTime={entry.on}>{plainDay(entry.on, todayOn)}</time>
      <span>{entryTitle(entry, t)}</span>
      <span className={classes.entryText} title={words}>
        {words}
      </span>
      <span className={classes.amount}>
        {entry.amountFen !== null && `${entry.direction === null ? '' : sign}${yuan(entry.amountFen)}`}
      </span>
    </li>
  )
}

function channelName(entry: TimelineEntry, t: ReturnType<typeof useTranslation>['t']): string | null {
  return entry.channel === null
    ? null
    : t(`customers.channel.${entry.channel}`, { defaultValue: entry.channel })
}
