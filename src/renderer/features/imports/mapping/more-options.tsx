import {
  Autocomplete,
  Checkbox,
  Collapse,
  Group,
  Select,
  Stack,
  TextInput,
  UnstyledButton,
} from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { FileProfile } from '../../../../shared/contract/import-profile.ts'
import { delimiterOf, delimiterText, listOf, listText } from '../profile/option-texts.ts'
import { FileText } from './file-text.tsx'

const QUOTES = ['auto', '"', "'", '“”', 'none'] as const
const ESCAPES = ['auto', 'none', 'backslash', 'quotes'] as const
const FILLERS = ['auto', 'empty', 'refuse'] as const
const RATES = ['percent', 'fraction', 'permille', 'basis-point'] as const
const ENDS = ['auto', 'yes', 'no'] as const

interface MoreOptionsProps {
  readonly entry: FileProfile
  /** Of a workbook. */
  readonly sheets: readonly string[]
  onChange(entry: FileProfile): void
}

/** What a file's profile can say besides, folded away: the commoner things as controls, and all of it as text. */
export function MoreOptions(props: MoreOptionsProps) {
  const { t } = useTranslation()
  const [open, { toggle }] = useDisclosure(false)
  return (
    <div>
      <UnstyledButton fz="sm" td="underline" aria-expanded={open} onClick={toggle}>
        {open ? '▾ ' : '▸ '}
        {t('imports.more.title')}
      </UnstyledButton>
      <Collapse expanded={open} transitionDuration={0}>
        {open && (
          <Stack gap="xs" mt={4}>
            <Controls {...props} />
            <FileText entry={props.entry} onChange={props.onChange} />
          </Stack>
        )}
      </Collapse>
    </div>
  )
}

function Controls({ entry, sheets, onChange }: MoreOptionsProps) {
  const { t } = useTranslation()
  const words = (key: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`imports.more.${key}.${value}`, { defaultValue: value }) }))
  return (
    <Group gap="sm" align="flex-end" role="group" aria-label={t('imports.more.title')}>
      <Autocomplete
        size="xs"
        w={160}
        label={t('imports.more.sheet')}
        placeholder={t('imports.more.firstSheet')}
        data={[...new Set(sheets)]}
        value={entry.sheet ?? ''}
        onChange={(sheet) => onChange(withOption(entry, 'sheet', sheet === '' ? undefined : sheet))}
      />
      <TextInput
        size="xs"
        w={110}
        label={t('imports.map.delimiter')}
        title={t('imports.more.delimiterHint')}
        value={delimiterText(entry.delimiter)}
        onChange={(event) => onChange({ ...entry, delimiter: delimiterOf(event.currentTarget.value) })}
      />
      <Select
        size="xs"
        w={110}
        label={t('imports.more.quote')}
        allowDeselect={false}
        data={words('quoteOf', QUOTES)}
        value={entry.quote}
        onChange={(value) => onChange({ ...entry, quote: QUOTES.find((each) => each === value) ?? 'auto' })}
      />
      <Select
        size="xs"
        w={120}
        label={t('imports.more.escape')}
        allowDeselect={false}
        data={words('escapeOf', ESCAPES)}
        value={entry.escape ?? 'auto'}
        onChange={(value) =>
          onChange(
            withOption(
              entry,
              'escape',
              ESCAPES.find((each) => each === value),
            ),
          )
        }
      />
      <Select
        size="xs"
        w={130}
        label={t('imports.more.endDelimiter')}
        allowDeselect={false}
        data={words('endOf', ENDS)}
        value={endWord(entry.endDelimiter)}
        onChange={(value) =>
          onChange(withOption(entry, 'endDelimiter', value === 'auto' ? 'auto' : value === 'yes'))
        }
      />
      <Select
        size="xs"
        w={150}
        label={t('imports.more.fillerDates')}
        allowDeselect={false}
        data={words('fillerOf', FILLERS)}
        value={entry.fillerDates}
        onChange={(value) =>
          onChange({ ...entry, fillerDates: FILLERS.find((each) => each === value) ?? 'auto' })
        }
      />
      <Select
        size="xs"
        w={110}
        label={t('imports.more.rateUnit')}
        allowDeselect={false}
        data={words('rateOf', RATES)}
        value={entry.rateUnit}
        onChange={(value) =>
          onChange({ ...entry, rateUnit: RATES.find((each) => each === value) ?? 'percent' })
        }
      />
      <TextInput
        size="xs"
        w={180}
        label={t('imports.more.nulls')}
        title={t('imports.more.nullsHint')}
        value={listText(entry.nulls)}
        onChange={(event) => onChange(withOption(entry, 'nulls', listOf(event.currentTarget.value)))}
      />
      <Checkbox
        size="xs"
        mb={8}
        label={t('imports.more.lineBreaks')}
        checked={entry.lineBreaks ?? false}
        onChange={(event) => onChange(withOption(entry, 'lineBreaks', event.currentTarget.checked))}
      />
    </Group>
  )
}

function endWord(value: FileProfile['endDelimiter']): (typeof ENDS)[number] {
  if (value === undefined || value === 'auto') return 'auto'
  return value ? 'yes' : 'no'
}

type Optional = 'sheet' | 'escape' | 'endDelimiter' | 'nulls' | 'lineBreaks'

/** The entry with an option set, or as if nobody had said anything of it where the value is undefined. */
function withOption<Name extends Optional>(
  entry: FileProfile,
  name: Name,
  value: FileProfile[Name] | undefined,
): FileProfile {
  const { [name]: _previous, ...rest } = entry
  // One option of the same entry: the union cannot see that it stays the one it was.
  return (value === undefined ? rest : { ...rest, [name]: value }) as FileProfile
}
