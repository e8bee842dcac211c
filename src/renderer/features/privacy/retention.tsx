import { Button, Group, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RetentionPlan } from '../../../shared/contract/privacy.ts'
import type { RetentionCounts } from '../../../shared/domain/consent/retention.ts'
import { useCommand, useOperation } from '../../ipc/operations.ts'
import { grouped } from '../../ui/amounts.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { shanghaiTime } from '../../ui/instants.ts'
import { Problem } from '../../ui/problem.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import classes from './privacy.module.css'

const COLUMNS = ['kind', 'keep', 'what', 'count', 'oldest'] as const

/** What is kept how long, what is past its time, and its removal (P3): looked at first, confirmed by its figures. */
export function Retention() {
  const { t } = useTranslation()
  const plan = useOperation('privacy.retentionPlan', {})
  const retain = useCommand('privacy.retain')
  const [confirming, setConfirming] = useState(false)
  if (plan.data === undefined)
    return plan.error === null ? <Waiting lines={6} /> : <Problem error={plan.error} />
  const { kinds, lastRun } = plan.data
  const past = sumOf(kinds.map(({ count }) => count))
  return (
    <div className={classes.retention}>
      <Table verticalSpacing={6} fz="sm">
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map((column) => (
              <Table.Th key={column}>{t(`privacy.plan.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {kinds.map(({ kind, keepDays, count, oldestOn }) => (
            <Table.Tr key={kind}>
              <Table.Td>{t(`privacy.retained.${kind}`)}</Table.Td>
              <Table.Td>{t('privacy.plan.days', { days: keepDays })}</Table.Td>
              <Table.Td>{t(`privacy.what.${kind}`)}</Table.Td>
              <Table.Td fw={count > 0 ? 600 : 400}>{grouped(count)}</Table.Td>
              <Table.Td>{oldestOn ?? '—'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed">
        {t('privacy.auditStays')}
      </Text>
      <Problem error={retain.error} />
      <Group justify="space-between">
        <Text size="sm" role="status">
          {retain.data === undefined
            ? lastRunWords(lastRun, t)
            : `✓ ${t('privacy.removed', { count: grouped(sumOf(Object.values(retain.data.counts))) })}`}
        </Text>
        <Button
          disabled={past === 0}
          loading={retain.isPending}
          onClick={() => setConfirming(true)}
          title={past === 0 ? t('privacy.nothingPast') : undefined}
        >
          {t(past === 0 ? 'privacy.nothingPast' : 'privacy.retain')}
        </Button>
      </Group>
      {confirming && (
        <Confirm
          kinds={kinds}
          past={past}
          onClose={() => setConfirming(false)}
          onConfirm={() => {
            setConfirming(false)
            retain.mutate({ planned: countsOf(kinds) })
          }}
        />
      )}
    </div>
  )
}

/** Names every figure, because what goes cannot be brought back. */
function Confirm(props: {
  readonly kinds: RetentionPlan['kinds']
  readonly past: number
  onClose(): void
  onConfirm(): void
}) {
  const { t } = useTranslation()
  return (
    <Dialog opened onClose={props.onClose} title={t('privacy.confirmTitle')}>
      <Stack gap="sm">
        <Text size="sm">{t('privacy.confirm')}</Text>
        <ul>
          {props.kinds
            .filter(({ count }) => count > 0)
            .map(({ kind, count }) => (
              <li key={kind}>
                {t('privacy.confirmLine', { kind: t(`privacy.retained.${kind}`), count: grouped(count) })}
              </li>
            ))}
        </ul>
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose} data-autofocus>
            {t('app.cancel')}
          </Button>
          <Button color="red" onClick={props.onConfirm}>
            {t('privacy.confirmDo', { count: grouped(props.past) })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

function lastRunWords(lastRun: RetentionPlan['lastRun'], t: ReturnType<typeof useTranslation>['t']): string {
  if (lastRun === null) return t('privacy.neverRun')
  const { at, staffName, counts } = lastRun
  return t('privacy.lastRun', {
    at: shanghaiTime(at),
    staff: staffName,
    count: grouped(sumOf(Object.values(counts))),
  })
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, each) => sum + each, 0)
}

function countsOf(kinds: RetentionPlan['kinds']): RetentionCounts {
  return Object.fromEntries(kinds.map(({ kind, count }) => [kind, count])) as RetentionCounts
}
