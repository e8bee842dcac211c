import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../../../shared/contract/audit.ts'
import { call } from '../../ipc/bridge.ts'
import type { CallError } from '../../ipc/call-error.ts'
import { usePages } from '../../ipc/operations.ts'
import { Empty } from '../../ui/empty.tsx'
import { Problem } from '../../ui/problem.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import classes from './audit-screen.module.css'
import { ChainCheck } from './chain-check.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import { EntryLine, EntryLineHead } from './entry-line.tsx'

const ROW_HEIGHT = 34

/** Who did what, when, to whom (P2): newest first, as far back as one scrolls, and whether the chain is whole. */
export function AuditScreen() {
  const { t } = useTranslation()
  return (
    <Screen title={t('app.rail.audit')} actions={<ChainCheck />}>
      <Entries />
    </Screen>
  )
}

function Entries() {
  const { t } = useTranslation()
  const audit = useAuditEntries()
  const [opened, setOpened] = useState<AuditEntry | null>(null)
  if (audit.entries === undefined) {
    return audit.error === null ? <Waiting lines={14} /> : <Problem error={audit.error} />
  }
  if (audit.entries.length === 0) return <Empty title={t('audit.none')} text={t('audit.noneHelp')} />
  return (
    <div className={classes.entries}>
      <Problem error={audit.error} />
      <EntryLineHead />
      <RowList
        label={t('audit.list')}
        rows={audit.entries}
        rowHeight={ROW_HEIGHT}
        keyOf={({ seq }) => String(seq)}
        render={(entry) => <EntryLine entry={entry} />}
        onOpen={(entry) => setOpened(entry)}
        onEndNear={audit.readOlder}
        takesFocus="if-free"
      />
      {opened !== null && <EntryDialog entry={opened} onClose={() => setOpened(null)} />}
    </div>
  )
}

/** Links fetched at a time: a few screens of them. */
const PAGE = 100

interface Page {
  readonly entries: readonly AuditEntry[]
  readonly nextCursor: string | null
}

async function readPage(cursor: string | null): Promise<Page> {
  const beforeSeq = cursor === null ? null : Number(cursor)
  const entries = await call('audit.list', { beforeSeq, limit: PAGE })
  const last = entries.at(-1)
  const ended = entries.length < PAGE || last === undefined
  return { entries, nextCursor: ended ? null : String(last.seq) }
}

/** The audit's links as far back as they were asked for; undefined until the first page is there. */
function useAuditEntries(): {
  readonly entries: readonly AuditEntry[] | undefined
  readonly error: CallError | null
  readOlder(): void
} {
  const { data, error, hasNextPage, isFetching, fetchNextPage } = usePages('audit.list', 'all', readPage)
  const entries = useMemo(() => data?.pages.flatMap((page) => page.entries), [data])
  const readOlder = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  return { entries, error, readOlder }
}
