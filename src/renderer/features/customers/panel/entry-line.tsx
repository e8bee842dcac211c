import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../../../shared/contract/customers.ts'
import { useOpenSession } from '../../../ipc/session.tsx'
import { EarlierVersions } from '../../../shared/work/contact/earlier-versions.tsx'
import { yuan } from '../../../ui/amounts.ts'
import { plainDay } from '../../../ui/civil-dates.ts'
import classes from './panel.module.css'
import { entryTitle, wishText } from './panel-text.ts'

export interface EntryLineProps {
  readonly entry: TimelineEntry
  /** Above the fold an entry has one line. */
  readonly brief?: boolean
  /** Opens the correction of a recorded contact. */
  onCorrect(contactUid: string): void
}

/** One fact of the timeline: when, what, the words that came with it, how much; of a contact what it said before. */
export function EntryLine({ entry, brief = false, onCorrect }: EntryLineProps) {
  const { t } = useTranslation()
  const { todayOn } = useOpenSession()
  const { contact } = entry
  const earlier = contact?.earlier ?? []
  const title = entryTitle(entry, t)
  const sign = entry.direction === 'out' ? '−' : '+'
  const words = [wishText(entry, t), channelName(entry, t), entry.text, entry.staffName]
    .filter((part) => part !== null && part !== '')
    .join(' · ')
  return (
    <li className={classes.entry}>
      <time dateTime={entry.on}>{plainDay(entry.on, todayOn)}</time>
      <span>{title}</span>
      <span className={classes.entryText} title={words}>
        {words}
      </span>
      <span className={classes.amount}>
        {entry.amountFen !== null && `${entry.direction === null ? '' : sign}${yuan(entry.amountFen)}`}
        {earlier.length > 0 && <span className={classes.corrected}>{t('followups.correct.corrected')}</span>}
        {contact?.mayCorrect === true && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('followups.correct.one', { what: [plainDay(entry.on, todayOn), title].join(' ') })}
            onClick={() => onCorrect(contact.uid)}
          >
            {t('followups.correct.button')}
          </Button>
        )}
      </span>
      {!brief && earlier.length > 0 && (
        <div className={classes.earlier}>
          <EarlierVersions versions={earlier} />
        </div>
      )}
    </li>
  )
}

function channelName(entry: TimelineEntry, t: ReturnType<typeof useTranslation>['t']): string | null {
  return entry.channel === null
    ? null
    : t(`customers.channel.${entry.channel}`, { defaultValue: entry.channel })
}
