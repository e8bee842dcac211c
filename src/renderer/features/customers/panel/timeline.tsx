import { Button, Chip, Group, Text } from '@mantine/core'
import { useIntersection } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TIMELINE_KINDS, type TimelineKind } from '../../../../shared/domain/customer/timeline.ts'
import { call } from '../../../ipc/bridge.ts'
import { usePages } from '../../../ipc/operations.ts'
import { Problem } from '../../../ui/problem.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { EntryLine } from './entry-line.tsx'
import classes from './panel.module.css'

const PAGE_ENTRIES = 50

/** Everything that happened, the latest first, in four kinds (C3). Older pages come as they are scrolled to. */
export function Timeline({ customerUid }: { readonly customerUid: string }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<readonly TimelineKind[]>([])
  const pages = usePages('customers.timeline', { uid: customerUid, kinds: chosen }, (cursor) =>
    call('customers.timeline', { uid: customerUid, kinds: [...chosen], cursor, limit: PAGE_ENTRIES }),
  )
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <>
      <Chip.Group
        multiple
        value={[...chosen]}
        onChange={(kinds) => setChosen(TIMELINE_KINDS.filter((kind) => kinds.includes(kind)))}
      >
        <Group gap={6} mb={4} role="group" aria-label={t('customers.timelineKinds')}>
          {TIMELINE_KINDS.map((kind) => (
            <Chip key={kind} value={kind} size="xs">
              {t(`customers.timelineKind.${kind}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Problem error={pages.error} />
      {pages.isPending && <Waiting lines={4} />}
      {pages.data !== undefined && entries.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('customers.emptyTimeline')}
        </Text>
      )}
      <ol className={classes.entries} aria-label={t('customers.tab.timeline')}>
        {entries.map((entry) => (
          <EntryLine key={entry.id} entry={entry} />
        ))}
      </ol>
      {pages.hasNextPage && pages.error === null && (
        <Older busy={pages.isFetchingNextPage} onOlder={() => void pages.fetchNextPage()} />
      )}
    </>
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
