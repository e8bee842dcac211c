import { Button, Group, Stack, Text, Title } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useOperation } from '../../ipc/operations.ts'
import { useNavigation } from '../../router/navigation.tsx'
import { TicketOfStranger } from '../../shared/person/found-people.tsx'
import { isComposing } from '../../ui/composition.ts'
import { Empty } from '../../ui/empty.tsx'
import { Problem } from '../../ui/problem.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import classes from './customers-screen.module.css'
import { PersonList } from './person-list.tsx'

/** As many as the engine gives at once; who stands further down is found by typing more. */
const MOST_FOUND = 50

/** Everyone that the search box's text finds, the best first. */
export function SearchResults({ text }: { readonly text: string }) {
  const { t } = useTranslation()
  const { search } = useNavigation()
  const found = useOperation('customers.search', { text, limit: MOST_FOUND })
  const hit = found.data?.ticket ?? null
  const strangersTicket = hit !== null && hit.customerUid === null ? hit.ticket : null
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !isComposing(event)) search('')
  }
  return (
    <section className={classes.screen} aria-label={t('customers.found')} onKeyDown={onKeyDown}>
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
          {found.data?.more === true
            ? t('customers.moreThanShown', { shown: MOST_FOUND })
            : t('customers.listKeys')}
        </Text>
      </Stack>
      <Problem error={found.error} />
      {found.isPending && <Waiting lines={8} />}
      {strangersTicket !== null && <TicketOfStranger ticket={strangersTicket} />}
      {found.data?.lines.length === 0 && strangersTicket === null && (
        <Empty title={t('customers.nobodyFound')} text={t('customers.nobodyFoundHelp')} />
      )}
      {found.data !== undefined && found.data.lines.length > 0 && (
        <PersonList key={text} label={t('customers.found')} lines={found.data.lines} takesFocus="always" />
      )}
    </section>
  )
}
