import { Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../ipc/bridge.ts'
import { usePages } from '../../ipc/operations.ts'
import { useRoute } from '../../router/navigation.tsx'
import { ExportList } from '../../shared/lists/export-list.tsx'
import { PrintList } from '../../shared/print/print-list.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Problem } from '../../ui/problem.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import classes from './customers-screen.module.css'
import { DuplicatesQueue } from './duplicates-queue.tsx'
import { PeopleTable } from './list/people-table.tsx'
import { NO_FILTER, PeopleTools } from './list/people-tools.tsx'
import { type PeopleLayout, usePeopleLayout } from './list/use-people-layout.ts'
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
const USUAL = { sort: 'value', reversed: false } as const

/** The people of one work list in the order that was chosen, read page by page as they are scrolled to. */
function WorkListPeople({ list }: { readonly list: Extract<WorkList, { kind: 'people' }> }) {
  const layout = usePeopleLayout()
  return layout === null ? <Waiting lines={12} /> : <LaidOut list={list} layout={layout} />
}

function LaidOut(props: {
  readonly list: Extract<WorkList, { kind: 'people' }>
  readonly layout: PeopleLayout
}) {
  const { t } = useTranslation()
  const { finding, tier } = props.list
  const { columns, order: wanted, setColumns, setOrder } = props.layout
  const [filter, setFilter] = useState(NO_FILTER)
  // Only the list of what is about to mature knows that order; it is kept for when one comes back to it.
  const order = wanted.sort === 'maturity' && finding !== 'maturity-near' ? USUAL : wanted
  const request = { ...filter, ...order, finding, tier: tier ?? filter.tier }
  const pages = usePages('customers.browse', request, (cursor) =>
    call('customers.browse', { ...request, cursor, limit: PAGE_LINES }),
  )
  const { hasNextPage, isFetching, fetchNextPage } = pages
  const lines = pages.data?.pages.flatMap((page) => page.lines)
  const isNarrowed = Object.values(filter).some((value) => value !== null)
  const everyone = finding === null && tier === null
  return (
    <>
      <Group px="md" pb={6} gap={6} wrap="nowrap">
        <div style={{ flex: 1, minWidth: 0 }}>
          <PeopleTools
            total={pages.data?.pages[0]?.total ?? null}
            finding={finding}
            filter={filter}
            order={order}
            columns={columns}
            onFilter={setFilter}
            onOrder={setOrder}
            onColumns={setColumns}
          />
        </div>
        <PrintList
          shows={{ list: 'customers', asked: request, columns: [...columns] }}
          disabled={lines?.length === 0}
        />
        <ExportList request={{ list: 'customers', asked: request }} />
      </Group>
      <Problem error={pages.error} />
      {lines === undefined && pages.error === null && <Waiting lines={12} />}
      {lines?.length === 0 && (
        <Empty
          title={t(
            isNarrowed ? 'lists.noneLeft' : everyone ? 'customers.empty.branch' : 'customers.empty.list',
          )}
          text={t(
            isNarrowed
              ? 'lists.noneLeftHelp'
              : everyone
                ? 'customers.empty.branchHelp'
                : 'customers.empty.listHelp',
          )}
        />
      )}
      {lines !== undefined && lines.length > 0 && (
        <PeopleTable
          key={JSON.stringify(request)}
          label={finding === null ? t('customers.title') : t(`customers.findingName.${finding}`)}
          lines={lines}
          total={pages.data?.pages[0]?.total ?? null}
          columns={columns}
          order={order}
          onOrder={setOrder}
          takesFocus="if-free"
          onEndNear={() => {
            if (hasNextPage && !isFetching) void fetchNextPage()
          }}
        />
      )}
    </>
  )
}
