import { Checkbox, Group, NumberInput, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FileProfile } from '../../../../shared/contract/import-profile.ts'
import { hasShortYear } from '../../../../shared/domain/imports/date-format.ts'
import { formatsOf, formatsText } from '../profile/date-formats.ts'

const ENCODINGS = ['auto', 'utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const
const DECIMALS = ['.', ','] as const
const UNITS = ['yuan', 'fen', 'wan'] as const

type Options = Partial<
  Pick<FileProfile, 'encoding' | 'dateFormat' | 'yearPivot' | 'decimal' | 'unit' | 'optional'>
>

/** How a file is written, as far as the first look cannot know it. */
export function FileOptions(props: { readonly entry: FileProfile; onChange(options: Options): void }) {
  const { t } = useTranslation()
  const { entry, onChange } = props
  return (
    <Group gap="sm" align="flex-end" role="group" aria-label={t('imports.map.options')}>
      <Select
        size="xs"
        w={120}
        label={t('imports.map.encoding')}
        allowDeselect={false}
        data={ENCODINGS.map((value) => ({
          value,
          label: value === 'auto' ? t('imports.map.auto') : value.toUpperCase(),
        }))}
        value={entry.encoding}
        onChange={(value) => onChange({ encoding: ENCODINGS.find((each) => each === value) ?? 'auto' })}
      />
      <TextInput
        size="xs"
        w={170}
        label={t('imports.map.dateFormat')}
        title={t('imports.map.dateFormatHint')}
        value={formatsText(entry.dateFormat)}
        onChange={(event) => onChange({ dateFormat: formatsOf(event.currentTarget.value) })}
      />
      {hasShortYear(entry.dateFormat) && (
        <NumberInput
          size="xs"
          w={120}
          label={t('imports.map.yearPivot')}
          title={t('imports.map.yearPivotHint')}
          min={0}
          max={100}
          value={entry.yearPivot ?? ''}
          onChange={(value) => typeof value === 'number' && onChange({ yearPivot: value })}
        />
      )}
      <Select
        size="xs"
        w={80}
        label={t('imports.map.decimal')}
        allowDeselect={false}
        data={DECIMALS}
        value={entry.decimal}
        onChange={(value) => onChange({ decimal: DECIMALS.find((each) => each === value) ?? '.' })}
      />
      <Select
        size="xs"
        w={90}
        label={t('imports.map.unit')}
        allowDeselect={false}
        data={UNITS.map((value) => ({ value, label: t(`imports.map.unitOf.${value}`) }))}
        value={entry.unit}
        onChange={(value) => onChange({ unit: UNITS.find((each) => each === value) ?? 'yuan' })}
      />
      <Checkbox
        size="xs"
        mb={8}
        label={t('imports.map.optional')}
        checked={entry.optional}
        onChange={(event) => onChange({ optional: event.currentTarget.checked })}
      />
    </Group>
  )
}
