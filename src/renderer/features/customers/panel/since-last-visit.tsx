import { Button, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer360, TimelineEntry } from '../../../../shared/contract/customers.ts'
import { addDays } from '../../../../shared/domain/calendar/civil-date.ts'
import { useOpenSession } from '../../../ipc/session.tsx'
import { plainDay } from '../../../ui/civil-dates.ts'
import { EntryLine } from './entry-line.tsx'
import classes from './panel.module.css'
import { PanelSection } from './panel-section.tsx'

/** Ours: more stands in the timeline below. */
const CHANGES_SHOWN = 3
const CONTACTS_SHOWN = 2

/** What is new since the person was here (C3), and the last times somebody spoke with them. */
export function SinceLastVisit(props: {
  readonly since: Customer360['sinceLastVisit']
  readonly contacts: readonly TimelineEntry[]
  /** Leads to all of it: the timeline from that day on, or the whole. */
  onAll(sinceOn: string | null): void
  onCorrect(contactUid: string): void
}) {
  const { t } = useTranslation()
  const { todayOn } = useOpenSession()
  const { lastVisitOn, entries } = props.since
  const title =
    lastVisitOn === null
      ? t('customers.neverVisited')
      : t('customers.sinceLastVisit', { day: plainDay(lastVisitOn, todayOn), changes: entries.length })
  return (
    <div className={classes.columns}>
      <Entries
        title={title}
        entries={entries.slice(0, CHANGES_SHOWN)}
        none={t('customers.nothingNew')}
        onCorrect={props.onCorrect}
        all={
          <Button
            size="compact-xs"
            variant="subtle"
            w="max-content"
            onClick={() => props.onAll(lastVisitOn === null ? null : addDays(lastVisitOn, 1))}
          >
            {t('customers.allSince')}
          </Button>
        }
      />
      <Entries
        title={t('customers.lastContacts')}
        entries={props.contacts.slice(0, CONTACTS_SHOWN)}
        none={t('customers.neverContacted')}
        onCorrect={props.onCorrect}
      />
    </div>
  )
}

function Entries(props: {
  readonly title: string
  readonly entries: readonly TimelineEntry[]
  readonly none: string
  onCorrect(contactUid: string): void
  readonly all?: ReactNode
}) {
  return (
    <PanelSection title={props.title}>
      {props.entries.length === 0 && (
        <Text size="sm" c="dimmed">
          {props.none}
        </Text>
      )}
      <ul className={classes.entries} data-brief>
        {props.entries.map((entry) => (
          <EntryLine key={entry.id} entry={entry} brief onCorrect={props.onCorrect} />
        ))}
      </ul>
      {props.entries.length > 0 && props.all}
    </PanelSection>
  )
}
