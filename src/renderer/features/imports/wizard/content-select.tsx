import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { IMPORT_ENTITIES } from '../../../../shared/domain/imports/import-fields.ts'
import type { EntryContent } from '../profile/draft.ts'

const SKIP = 'skip'
const CONTENTS: readonly EntryContent[] = [...IMPORT_ENTITIES, 'lookup']

/** What a file holds; null where it is not imported. */
export function ContentSelect(props: {
  readonly label: string
  readonly content: EntryContent | null
  readonly disabled: boolean
  onChange(content: EntryContent | null): void
}) {
  const { t } = useTranslation()
  return (
    <Select
      size="xs"
      w={120}
      aria-label={props.label}
      allowDeselect={false}
      disabled={props.disabled}
      data={[
        { value: SKIP, label: t('imports.skip') },
        ...CONTENTS.map((value) => ({ value, label: t(`imports.entity.${value}`) })),
      ]}
      value={props.content ?? SKIP}
      onChange={(value) => props.onChange(CONTENTS.find((content) => content === value) ?? null)}
    />
  )
}
