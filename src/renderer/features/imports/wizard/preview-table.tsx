import { Badge, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PreviewRow } from '../../../../shared/contract/imports.ts'
import { fieldsOf, type ImportEntity } from '../../../../shared/domain/imports/import-fields.ts'
import classes from './sample-table.module.css'

/** Rows as they would be stored, each with its line in the file and what is wrong with it. */
export function PreviewTable(props: {
  readonly entity: ImportEntity
  readonly fields: readonly string[]
  readonly rows: readonly PreviewRow[]
}) {
  const { t } = useTranslation()
  const { entity, fields, rows } = props
  if (rows.length === 0) return <Text size="sm">{t('imports.preview.empty')}</Text>
  return (
    <div className={classes.scroll}>
      <Table withTableBorder verticalSpacing={2} fz="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={56}>{t('imports.preview.line')}</Table.Th>
            <Table.Th w={72} aria-label={t('imports.preview.accepted')} />
            <Table.Th>{t('imports.preview.problems')}</Table.Th>
            {fields.map((field) => (
              <Table.Th key={field}>{t(`imports.field.${entity}.${field}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Row key={row.line} entity={entity} fields={fields} row={row} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function Row(props: {
  readonly entity: ImportEntity
  readonly fields: readonly string[]
  readonly row: PreviewRow
}) {
  const { t } = useTranslation()
  const { entity, fields, row } = props
  const specs = fieldsOf(entity)
  const problems = row.problems.map(({ field, code }) => {
    const name = field === null ? '' : t(`imports.field.${entity}.${field}`)
    return `${name} ${t(`imports.problem.${code}`)}`.trim()
  })
  const shown = (field: string) => {
    const text = row.values[field] ?? ''
    return specs[field]?.type === 'code' && text !== '' ? t(`imports.code.${text}`) : text
  }
  return (
    <Table.Tr>
      <Table.Td>{row.line}</Table.Td>
      <Table.Td>
        <Badge
          size="sm"
          radius="sm"
          tt="none"
          miw="max-content"
          variant="light"
          color={row.accepted ? 'teal' : 'red'}
        >
          {t(row.accepted ? 'imports.preview.accepted' : 'imports.preview.rejected')}
        </Badge>
      </Table.Td>
      <Table.Td className={(row.accepted ? classes.flagged : classes.rejected) ?? ''}>
        {problems.join(t('app.listSeparator'))}
      </Table.Td>
      {fields.map((field) => (
        <Table.Td key={field}>{shown(field)}</Table.Td>
      ))}
    </Table.Tr>
  )
}
