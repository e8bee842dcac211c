import { Input, MultiSelect, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { LookupFile } from '../../../../shared/contract/import-profile.ts'
import type { DetectedFile } from '../../../../shared/contract/imports.ts'
import { FileOptions } from './file-options.tsx'
import { MoreOptions } from './more-options.tsx'
import { ColumnSelect } from './selects.tsx'

/** A file that other files ask: by which column, and for which. */
export function LookupEditor(props: {
  readonly entry: LookupFile
  readonly sample: DetectedFile | null
  onChange(entry: LookupFile): void
}) {
  const { t } = useTranslation()
  const { entry, sample, onChange } = props
  const columns = [...new Set(sample?.header ?? [entry.key, ...entry.take])].filter((name) => name !== '')
  return (
    <>
      <FileOptions entry={entry} onChange={(options) => onChange({ ...entry, ...options })} />
      <MoreOptions
        entry={entry}
        sheets={sample?.sheets ?? []}
        onChange={(changed) => changed.entity === 'lookup' && onChange(changed)}
      />
      <Stack gap="sm" maw={480}>
        <TextInput
          size="xs"
          label={t('imports.map.name')}
          value={entry.name}
          onChange={(event) => onChange({ ...entry, name: event.currentTarget.value })}
        />
        <Input.Wrapper size="xs" label={t('imports.map.key')} labelElement="div">
          <ColumnSelect
            label={t('imports.map.key')}
            columns={columns}
            column={entry.key}
            onChange={(key) => onChange({ ...entry, key })}
          />
        </Input.Wrapper>
        <MultiSelect
          size="xs"
          searchable
          label={t('imports.map.take')}
          data={columns}
          value={entry.take}
          onChange={(take) => onChange({ ...entry, take })}
        />
      </Stack>
    </>
  )
}
