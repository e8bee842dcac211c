import { Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EntityFile, LookupFile } from '../../../../shared/contract/import-profile.ts'
import type { DetectedFile } from '../../../../shared/contract/imports.ts'
import { fieldsOf } from '../../../../shared/domain/imports/import-fields.ts'
import { setField } from '../profile/draft.ts'
import { FieldRow } from './field-row.tsx'
import { FileOptions } from './file-options.tsx'
import { MoreOptions } from './more-options.tsx'

const COLUMNS = ['field', 'source', 'value', 'details', 'sample'] as const

/** A file's fields, each with where it comes from. */
export function EntityEditor(props: {
  readonly entry: EntityFile
  readonly sample: DetectedFile | null
  readonly lookups: readonly LookupFile[]
  onChange(entry: EntityFile): void
}) {
  const { t } = useTranslation()
  const { entry, sample, lookups, onChange } = props
  return (
    <>
      <FileOptions entry={entry} onChange={(options) => onChange({ ...entry, ...options })} />
      <MoreOptions
        entry={entry}
        sheets={sample?.sheets ?? []}
        onChange={(changed) => changed.entity !== 'lookup' && onChange(changed)}
      />
      <Table verticalSpacing={3} withTableBorder aria-label={t(`imports.entity.${entry.entity}`)}>
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map((column) => (
              <Table.Th key={column}>{t(`imports.map.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {Object.entries(fieldsOf(entry.entity)).map(([field, spec]) => (
            <FieldRow
              key={field}
              name={t(`imports.field.${entry.entity}.${field}`)}
              spec={spec}
              entry={entry}
              expression={entry.fields[field]}
              sample={sample}
              lookups={lookups}
              onChange={(expression) => onChange(setField(entry, field, expression))}
            />
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}
