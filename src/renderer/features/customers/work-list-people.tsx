import { useTranslation } from 'react-i18next'
import { call } from '../../door/bridge.ts'
import { usePages } from '../../door/operations.ts'
import { Empty } from '../../ui/empty.tsx'
import { Problem } from '../../ui/problem.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { PersonList } from './person-list.tsx'
import type { WorkList } from './work-list-chips.tsx'

const PAGE_LINES = 100

/** The people of one work list in work order, read page by page as they are scrolled to. */
export function WorkListPeople({ list }: { readonly list: Extract<WorkList, { kind: 'people' }> }) {
  const { t } = useTranslation()
  const { finding, tier } = list
  const pages = usePages('customers.browse', { finding, tier }, (cursor) =>
    call('customers.browse', { finding, tier, cursor, limit: PAGE_LINES }),
  )
  const { hasNextPage, isFetching, fetchNextPage } = pages
  if (pages.error !== null) return <Problem error={pages.error} />
  if (pages.data === undefined) return <Waiting lines={12} />
  const lines = pages.data.pages.flatMap((page) => page.lines)
  if (lines.length === 0) {
    const everyone = finding === null && tier === null
    return (
      <Empty
        title={t(everyone ? 'customers.empty.branch' : 'customers.empty.list')}
        text={t(everyone ? 'customers.empty.branchHelp' : 'customers.empty.listHelp')}
      />
    )
  }
  return (
    <PersonList
      key={`${finding} ${tier}`}
      label={finding === null ? t('customers.title') : t(`customers.findingName.${finding}`)}
      lines={lines}
      takesFocus="if-free"
      onEndNear={() => {
        if (hasNextPage && !isFetching) void fetchNextPage()
      }}
    />
  )
}
