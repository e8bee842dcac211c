import { Anchor, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportSheet } from '../../../../shared/contract/imports.ts'
import { grouped } from '../../../ui/amounts.ts'
import { Empty } from '../../../ui/empty.tsx'
import { shanghaiTime } from '../../../ui/instants.ts'
import { entityLines, totalOf } from './entity-counts.ts'
import { StateBadge } from './state-badge.tsx'

const COLUMNS = [
  'time',
  'profile',
  'asOf',
  'stateColumn',
  'rows',
  'added',
  'updated',
  'rejected',
  'staff',
] as const

/** Every import so far, the latest first; each opens its sheet. */
export function ImportHistory(props: {
  readonly runs: readonly ImportSheet[]
  onOpen(importUid: string): void
}) {
  const { t } = useTranslation()
  if (props.runs.length === 0) return <Empty title={t('imports.emptyTitle')} text={t('imports.empty')} />
  return (
    <Table stickyHeader striped aria-label={t('imports.history')}>
      <Table.Thead>
        <Table.Tr>
          {COLUMNS.map((column) => (
            <Table.Th key={column}>{t(`imports.sheet.${column}`)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.runs.map((run) => (
          <Run key={run.uid} run={run} onOpen={props.onOpen} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Run(props: { readonly run: ImportSheet; onOpen(importUid: string): void }) {
  const { t } = useTranslation()
  const { run, onOpen } = props
  const total = totalOf(entityLines(run))
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component="button" size="sm" title={t('imports.sheet.show')} onClick={() => onOpen(run.uid)}>
          {shanghaiTime(run.startedAt)}
        </Anchor>
      </Table.Td>
      <Table.Td>{run.profileName}</Table.Td>
      <Table.Td>{run.asOf}</Table.Td>
      <Table.Td>
        <StateBadge state={run.state} />
      </Table.Td>
      <Table.Td>{grouped(total.read)}</Table.Td>
      <Table.Td>{grouped(total.added)}</Table.Td>
      <Table.Td>{grouped(total.updated)}</Table.Td>
      <Table.Td>{grouped(total.rejected)}</Table.Td>
      <Table.Td>{run.staffNo}</Table.Td>
    </Table.Tr>
  )
}
