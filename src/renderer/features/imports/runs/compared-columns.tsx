import { Alert, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportReport } from '../../../../shared/contract/imports.ts'
import type { ColumnChange, FieldFilled } from '../../../../shared/domain/imports/column-change.ts'
import { grouped } from '../../../ui/amounts.ts'
import classes from './compared-columns.module.css'

const PERCENT = 100

/** How the columns are filled beside the run before; those that lost values come first and in red. */
export function ComparedColumns({ sheet }: { readonly sheet: ImportReport }) {
  const { t } = useTranslation()
  const { comparedWith: asOf, columns } = sheet
  if (asOf === null) return null
  const changed = changedColumns(columns)
  const lost = changed.filter((change) => change.lost)
  if (changed.length === 0)
    return (
      <Text size="xs" c="dimmed">
        {t('imports.compared.none', { asOf })}
      </Text>
    )
  const nameOf = ({ entity, field }: ColumnChange) =>
    `${t(`imports.entity.${entity}`)} ${t(`imports.field.${entity}.${field}`)}`
  return (
    <>
      {lost.length > 0 && (
        <Alert color="red" variant="light" p="xs">
          {t('imports.compared.lost', { names: lost.map(nameOf).join(t('app.listSeparator')) })}
        </Alert>
      )}
      <Table
        aria-label={t('imports.compared.title', { asOf })}
        withTableBorder
        fz="xs"
        verticalSpacing={2}
        maw={720}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('imports.compared.title', { asOf })}</Table.Th>
            <Table.Th ta="right">{t('imports.compared.before')}</Table.Th>
            <Table.Th ta="right">{t('imports.compared.now')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changed.map((change) => (
            <Table.Tr key={nameOf(change)} data-lost={change.lost} className={classes.column ?? ''}>
              <Table.Th scope="row">
                {change.lost && '▼ '}
                {nameOf(change)}
              </Table.Th>
              <Table.Td ta="right">
                <Share of={change.before} />
              </Table.Td>
              <Table.Td ta="right">
                <Share of={change.now} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}

/** The columns whose share is another one to the eye, lost ones first. */
function changedColumns(columns: readonly ColumnChange[]): readonly ColumnChange[] {
  return columns
    .filter(({ lost, before, now }) => lost || percentOf(before) !== percentOf(now))
    .sort((one, other) => Number(other.lost) - Number(one.lost))
}

function percentOf(share: FieldFilled | null): number | null {
  if (share === null) return null
  return share.records === 0 ? 0 : Math.round((share.filled * PERCENT) / share.records)
}

function Share({ of }: { readonly of: FieldFilled | null }) {
  const { t } = useTranslation()
  if (of === null) return t('imports.compared.unread')
  return t('imports.compared.share', {
    filled: grouped(of.filled),
    records: grouped(of.records),
    percent: percentOf(of) ?? 0,
  })
}
