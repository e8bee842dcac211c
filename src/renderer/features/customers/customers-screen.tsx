import { Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../ipc/bridge.ts'
import { usePages } from '../../ipc/operations.ts'
import { useRoute } from '../../router/navigation.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Problem } from '../../ui/problem.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import classes from './customers-screen.module.css'
import { DuplicatesQueue } from './duplicates-queue.tsx'
import { PersonList } from './person-list.tsx'
import { SearchResults } from './search-results.tsx'
import { WORK_LIST_OF_ALL, type WorkList, WorkListChips } from './work-list-chips.tsx'

/** People: what the search box asked for, or else the work lists that findings and tiers make (S3, S4). */
export function CustomersScreen() {
  const { searchText } = useRoute('customers')
  return searchText === '' ? <WorkLists /> : <SearchResults text={searchText} />
}

function WorkLists() {
  const { t } = useTranslation()
  const [list, setList] = useState<WorkList>(WORK_LIST_OF_ALL)
  return (
    <div className={classes.screen}>
      <Stack gap="xs" p="md">
        <Group justify="space-between">
          <Title order={1} size="h4">
            {t('customers.title')}
          </Title>
          <Text size="xs" c="dimmed">
            {t('customers.listKeys')}
          </Text>
        </Group>
        <WorkListChips chosen={list} onChoose={setList} />
      </Stack>
      {list.kind === 'duplicates' ? <DuplicatesQueue /> : <WorkListPeople list={list} />}
    </div>
  )
}

const PAGE_LINES = 100

/** The people of one work list in work order, read page by page as they are scrolled to. */
function WorkListPeople({ list }: { readonly list: Extract<WorkList, { kind: 'people' }> }) {
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
