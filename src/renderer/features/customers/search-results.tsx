import { Button, Group, Stack, Text, Title } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../ipc/bridge.ts'
import { usePages } from '../../ipc/operations.ts'
import { useSteps } from '../../router/navigation.tsx'
import { TicketOfStranger } from '../../shared/person/found-people.tsx'
import { grouped } from '../../ui/amounts.ts'
import { Empty } from '../../ui/empty.tsx'
import { KeyPlace } from '../../ui/key-place.tsx'
import { Problem } from '../../ui/problem.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import classes from './customers-screen.module.css'
import { PeopleTable } from './list/people-table.tsx'
import { usePeopleLayout } from './list/use-people-layout.ts'

const PAGE_LINES = 50

/** Everyone that the search box's text finds, the best first, read page by page. */
export function SearchResults({ text }: { readonly text: string }) {
  const { t } = useTranslation()
  const { search } = useSteps()
  const layout = usePeopleLayout()
  const pages = usePages('customers.found', text, (cursor) =>
    call('customers.found', { text, cursor, limit: PAGE_LINES }),
  )
  const { hasNextPage, isFetching, fetchNextPage } = pages
  // While another text is looked up, the last answer is not this one's.
  const found = pages.isPlaceholderData ? undefined : pages.data?.pages
  const lines = found?.flatMap((page) => page.lines)
  const hit = found?.[0]?.ticket ?? null
  const total = found?.[0]?.total ?? null
  const strangersTicket = hit !== null && hit.customerUid === null ? hit.ticket : null
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return false
    search('')
    return true
  }
  return (
    <KeyPlace className={classes.screen} label={t('customers.found')} onKey={onKey}>
      <Stack gap={2} p="md">
        <Group justify="space-between">
          <Title order={1} size="h4">
            {t('customers.resultsFor', { text })}
          </Title>
          <Button variant="default" onClick={() => search('')}>
            {t('customers.backToLists')}
          </Button>
        </Group>
        <Text size="xs" c="dimmed">
          {total !== null &&
            `${t(total.orMore ? 'lists.totalOrMore' : 'lists.total', { people: grouped(total.people) })} · `}
          {t('customers.listKeys')}
        </Text>
      </Stack>
      <Problem error={pages.error} />
      {lines === undefined && pages.error === null && <Waiting lines={8} />}
      {strangersTicket !== null && <TicketOfStranger ticket={strangersTicket} />}
      {lines?.length === 0 && strangersTicket === null && (
        <Empty title={t('customers.nobodyFound')} text={t('customers.nobodyFoundHelp')} />
      )}
      {layout !== null && lines !== undefined && lines.length > 0 && (
        <PeopleTable
          key={text}
          label={t('customers.found')}
          lines={lines}
          total={total}
          columns={layout.columns}
          order={null}
          takesFocus="if-free"
          onEndNear={() => {
            if (hasNextPage && !isFetching) void fetchNextPage()
          }}
        />
      )}
    </KeyPlace>
  )
}
