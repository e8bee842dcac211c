import { Alert, Badge, Button, Group, Stack, Table, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { EntityCounts, ImportReport, ImportSheet } from '../../../../shared/contract/imports.ts'
import { useCommand } from '../../../ipc/operations.ts'
import { grouped } from '../../../ui/amounts.ts'
import { Explained } from '../../../ui/explained.tsx'
import { shanghaiTime } from '../../../ui/instants.ts'
import { ExplainedProblem, Problem } from '../../../ui/problem.tsx'
import { ComparedColumns } from './compared-columns.tsx'
import { type EntityLine, entityLines, filterTookAll, totalOf } from './entity-counts.ts'
import { Faults } from './faults.tsx'
import { StateBadge } from './state-badge.tsx'
import { UndoImport } from './undo-import.tsx'

const FIGURES = [
  'read',
  'added',
  'updated',
  'unchanged',
  'merged',
  'rejected',
  'flagged',
  'repeated',
  'skipped',
  'seconds',
] as const

/** What an import did, entity by entity, so that it can be held against the bank's own figures (D3). */
export function Reconciliation({ sheet }: { readonly sheet: ImportReport }) {
  const { t } = useTranslation()
  const lines = entityLines(sheet)
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <StateBadge state={sheet.state} />
        <Text size="sm">
          {t('imports.sheet.of', {
            profile: sheet.profileName,
            asOf: sheet.asOf,
            staff: sheet.staffNo,
            time: shanghaiTime(sheet.startedAt),
          })}
        </Text>
      </Group>
      <Table aria-label={t('imports.sheet.title')} withTableBorder>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('imports.sheet.entity')}</Table.Th>
            {FIGURES.map((figure) => (
              <Table.Th key={figure} ta="right">
                <FigureName figure={figure} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ entity, counts }) => (
            <Line key={entity} name={t(`imports.entity.${entity}`)} counts={counts} />
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Line name={t('imports.sheet.total')} counts={totalOf(lines)} />
        </Table.Tfoot>
      </Table>
      <Text size="xs" c="dimmed">
        {t('imports.sheet.balanced')}
      </Text>
      {lines.map(({ entity, counts }) => (
        <LineReconciliation key={entity} entity={entity} counts={counts} />
      ))}
      <ComparedColumns sheet={sheet} />
      <Faults faults={sheet.faults} />
      {sheet.state === 'failed' && (
        <Alert color="red" variant="light" p="xs">
          <ExplainedProblem
            text={[explained(sheet, t), t('imports.sheet.failed')].join(' ')}
            code={sheet.error ?? 'engine.internal'}
            at={sheet.finishedAt ?? sheet.startedAt}
          />
        </Alert>
      )}
      {sheet.keptRows > 0 && <Text size="sm">{t('imports.sheet.kept', { count: sheet.keptRows })}</Text>}
      <Group gap="xs" align="flex-start">
        <SaveRejects sheet={sheet} />
        {sheet.state === 'done' && <UndoImport importUid={sheet.uid} />}
      </Group>
    </Stack>
  )
}

/** The sentence of the code that the run failed with. */
function explained({ error, errorDetail }: ImportSheet, t: TFunction): string {
  return t(`error.${error ?? 'engine.internal'}`, { ...errorDetail })
}

/** Every line of the files in one place or another, and a warning where a filter left nothing. */
function LineReconciliation({ entity, counts }: EntityLine) {
  const { t } = useTranslation()
  const name = t(`imports.entity.${entity}`)
  return (
    <>
      {filterTookAll(counts) && (
        <Alert color="orange" variant="light" p="xs">
          {t('imports.sheet.filterTookAll', { name, count: counts.skipped })}
        </Alert>
      )}
      {counts.lines !== null && (
        <Text size="xs" c="dimmed">
          {t('imports.sheet.lines', {
            name,
            lines: grouped(counts.lines.physical),
            records: grouped(counts.read),
            continuation: grouped(counts.lines.continuation),
            blank: grouped(counts.lines.blank),
            filtered: grouped(counts.skipped),
            skipped: grouped(counts.lines.skipped),
          })}
        </Text>
      )}
    </>
  )
}

/** A column's head; the two that are not plain words explain themselves. */
function FigureName({ figure }: { readonly figure: (typeof FIGURES)[number] }) {
  const { t } = useTranslation()
  const name = t(`imports.sheet.${figure}`)
  return figure === 'flagged' || figure === 'rejected' ? <Explained word={figure}>{name}</Explained> : name
}

function Line({ name, counts }: { readonly name: string; readonly counts: EntityCounts }) {
  return (
    <Table.Tr>
      <Table.Th scope="row">{name}</Table.Th>
      {FIGURES.map((figure) => (
        <Table.Td key={figure} ta="right">
          {figure === 'seconds' ? counts.seconds.toFixed(1) : grouped(counts[figure])}
        </Table.Td>
      ))}
    </Table.Tr>
  )
}

function SaveRejects({ sheet }: { readonly sheet: ImportSheet }) {
  const { t } = useTranslation()
  const save = useCommand('imports.saveRejects')
  if (!sheet.hasRejects) return <Badge variant="default">{t('imports.sheet.noRejects')}</Badge>
  return (
    <Stack gap={4}>
      <Button
        variant="default"
        onClick={() => save.mutate({ importUid: sheet.uid })}
        loading={save.isPending}
      >
        {t('imports.sheet.saveRejects')}
      </Button>
      {save.data?.saved === true && (
        <Text size="xs" role="status">
          {t('imports.sheet.rejectsSaved')}
        </Text>
      )}
      <Problem error={save.error} />
    </Stack>
  )
}
