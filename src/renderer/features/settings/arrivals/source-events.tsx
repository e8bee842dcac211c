import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ArrivalEvent } from '../../../../shared/contract/arrivals.ts'
import type { ArrivalSource } from '../../../../shared/domain/lobby/visit.ts'
import { useOperation } from '../../../ipc/operations.ts'
import { Empty } from '../../../ui/empty.tsx'
import { exactShanghaiTime } from '../../../ui/instants.ts'
import { Problem } from '../../../ui/problem.tsx'
import { ScrollRegion } from '../../../ui/scroll-region.tsx'
import classes from './arrivals.module.css'

/** From month to second: the year is this one. */
const FROM_MONTH = 5

/** What a source reported last, the newest first, and what became of it. */
export function SourceEvents({ source }: { readonly source: ArrivalSource }) {
  const { t } = useTranslation()
  const { data, error } = useOperation('arrivals.events', { source })
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('arrivals.events')}
      </Text>
      <Problem error={error} />
      {data?.length === 0 && (
        <Empty title={t('arrivals.noEvents')} text={t(`arrivals.noEventsHelp.${source}`)} />
      )}
      {data !== undefined && data.length > 0 && (
        <ScrollRegion label={t('arrivals.events')} className={classes.events}>
          <Table verticalSpacing={2} fz="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={120}>{t('arrivals.at')}</Table.Th>
                <Table.Th>{t('arrivals.outcome')}</Table.Th>
                <Table.Th w={70}>{t('arrivals.field.ticket')}</Table.Th>
                <Table.Th w={90}>{t('arrivals.knownBy')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.map((event) => (
                <EventRow key={event.id} event={event} />
              ))}
            </Table.Tbody>
          </Table>
        </ScrollRegion>
      )}
    </div>
  )
}

function EventRow({ event }: { readonly event: ArrivalEvent }) {
  const { t } = useTranslation()
  const { at, outcome, ticket, key, why } = event
  return (
    <Table.Tr>
      <Table.Td>{exactShanghaiTime(at).slice(FROM_MONTH)}</Table.Td>
      <Table.Td>
        {outcome === 'unreadable' ? '✕ ' : ''}
        {t(`arrivals.happened.${outcome}`)}
        {why !== null && `:${t(`arrivals.why.${why}`, { defaultValue: why })}`}
      </Table.Td>
      <Table.Td>{ticket ?? '—'}</Table.Td>
      <Table.Td>{key === 'none' ? '—' : t(`arrivals.field.${key}`, { defaultValue: key })}</Table.Td>
    </Table.Tr>
  )
}
