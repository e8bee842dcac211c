import { Button, Text } from '@mantine/core'
import { useIntersection } from '@mantine/hooks'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineSums } from '../../../../shared/contract/customers.ts'
import { call } from '../../../ipc/bridge.ts'
import { usePages } from '../../../ipc/operations.ts'
import { grouped, yuan } from '../../../ui/amounts.ts'
import { Problem } from '../../../ui/problem.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { EntryLine } from './entry-line.tsx'
import classes from './panel.module.css'
import { askedOf, byMonth, isEverything, type TimelineFilter } from './timeline-filter.ts'
import { TimelineFilters } from './timeline-filters.tsx'

const PAGE_ENTRIES = 50

/** Everything that happened, the latest first, in four kinds (C3). Older pages come as they are scrolled to. */
export function Timeline(props: {
  readonly customerUid: string
  readonly filter: TimelineFilter
  onFilter(filter: TimelineFilter): void
  onCorrect(contactUid: string): void
}) {
  const { customerUid, filter } = props
  const { t } = useTranslation()
  const asked = askedOf(filter)
  const pages = usePages('customers.timeline', { uid: customerUid, ...asked }, (cursor) =>
    call('customers.timeline', { uid: customerUid, ...asked, cursor, limit: PAGE_ENTRIES }),
  )
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? []
  const months = byMonth(entries)
  return (
    <>
      <TimelineFilters filter={filter} onChange={props.onFilter} />
      <Sums sums={pages.data?.pages[0]?.sums ?? null} />
      <Problem error={pages.error} />
      {pages.isPending && <Waiting lines={4} />}
      {pages.data !== undefined && entries.length === 0 && (
        <Text size="sm" c="dimmed">
          {t(isEverything(filter) ? 'customers.emptyTimeline' : 'customers.timelineFilter.nothing')}
        </Text>
      )}
      <section aria-label={t('customers.tab.timeline')}>
        {months.map((each) => (
          <section key={each.month} aria-label={each.month}>
            <h4 className={classes.month}>{each.month}</h4>
            <ol className={classes.entries}>
              {each.entries.map((entry) => (
                <EntryLine key={entry.id} entry={entry} onCorrect={props.onCorrect} />
              ))}
            </ol>
          </section>
        ))}
      </section>
      {pages.hasNextPage && pages.error === null && (
        <Older busy={pages.isFetchingNextPage} onOlder={() => void pages.fetchNextPage()} />
      )}
    </>
  )
}

/** What came in and went out over the whole filter, also behind what was scrolled to. */
function Sums({ sums }: { readonly sums: TimelineSums | null }) {
  const { t } = useTranslation()
  if (sums === null || sums.count === 0) return null
  return (
    <Text size="xs" c="dimmed" role="status" mb={4} style={{ fontVariantNumeric: 'tabular-nums' }}>
      {t('customers.timelineFilter.sums', {
        transactions: grouped(sums.count),
        in: yuan(sums.inFen),
        out: yuan(sums.outFen),
      })}
    </Text>
  )
}

/** Asks for older entries by itself when it comes into view, and by hand for whoever uses the keyboard. */
function Older({ busy, onOlder }: { readonly busy: boolean; onOlder(): void }) {
  const { t } = useTranslation()
  const { ref, entry } = useIntersection()
  const seen = entry?.isIntersecting === true
  useEffect(() => {
    if (seen && !busy) onOlder()
  }, [seen, busy, onOlder])
  return (
    <Button ref={ref} variant="subtle" loading={busy} onClick={onOlder}>
      {t('customers.older')}
    </Button>
  )
}
