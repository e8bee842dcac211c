import { Button, Group, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FileProfile } from '../../../../shared/contract/import-profile.ts'
import type { DetectedFile } from '../../../../shared/contract/imports.ts'
import { IMPORT_ENTITIES } from '../../../../shared/domain/imports/import-fields.ts'
import {
  addEntry,
  type EntryContent,
  entryOf,
  filesRead,
  type ProfileDraft,
  removeEntry,
  replaceEntry,
} from '../profile/draft.ts'

/** What a file holds, and the way to use it once more or not at all. */
export function FileContent(props: {
  readonly line: FileLine
  readonly file: DetectedFile | null
  readonly draft: ProfileDraft
  onChange(draft: ProfileDraft): void
  onSheet(fileName: string, index: number, sheet: string): void
}) {
  const { t } = useTranslation()
  const { line, file, draft, onChange } = props
  const { entry } = line
  return (
    <Group gap="xs" wrap="nowrap">
      {entry !== null && file !== null && file.sheets.length > 1 && (
        <Select
          size="xs"
          w={120}
          aria-label={`${t('imports.more.sheet')} ${line.fileName}`}
          placeholder={t('imports.more.firstSheet')}
          allowDeselect={false}
          data={[...new Set(file.sheets)]}
          value={entry.profile.sheet ?? null}
          onChange={(sheet) => sheet !== null && props.onSheet(line.fileName, entry.index, sheet)}
        />
      )}
      <ContentSelect
        label={`${t('imports.detected.entity')} ${line.fileName}`}
        content={entry?.profile.entity ?? null}
        disabled={file === null}
        onChange={(content) => {
          if (content === null) return entry !== null && onChange(removeEntry(draft, entry.index))
          if (file === null) return
          const made = entryOf(file, content)
          onChange(entry === null ? addEntry(draft, made) : replaceEntry(draft, entry.index, made))
        }}
      />
      {entry !== null && file !== null && (
        <Button
          size="compact-xs"
          variant="subtle"
          title={t('imports.detected.againHint')}
          onClick={() => onChange(addEntry(draft, entryOf(file, 'lookup')))}
        >
          {t('imports.detected.again')}
        </Button>
      )}
      {entry !== null && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={() => onChange(removeEntry(draft, entry.index))}
        >
          {t('imports.detected.remove')}
        </Button>
      )}
    </Group>
  )
}

const SKIP = 'skip'
const CONTENTS: readonly EntryContent[] = [...IMPORT_ENTITIES, 'lookup']

/** What a file holds; null where it is not imported. */
function ContentSelect(props: {
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

/** A line of the recognised files: a file with one of its entries, a file without any, or an entry without a file. */
export interface FileLine {
  readonly fileName: string
  readonly entry: { readonly index: number; readonly profile: FileProfile } | null
  /** False where the profile asks for a file that is not among the chosen. */
  readonly present: boolean
}

/** Every chosen file with what the draft makes of it, then what the draft asks for in vain. */
export function fileLines(draft: ProfileDraft, names: readonly string[]): readonly FileLine[] {
  const entries = draft.files.map((profile, index) => ({ index, profile, read: filesRead(profile, names) }))
  const present = names.flatMap((fileName): FileLine[] => {
    const reading = entries.filter(({ read }) => read.includes(fileName))
    if (reading.length === 0) return [{ fileName, entry: null, present: true }]
    return reading.map(({ index, profile }) => ({ fileName, entry: { index, profile }, present: true }))
  })
  const absent = entries
    .filter(({ read }) => read.length === 0)
    .map(({ index, profile }): FileLine => {
      const fileName = [profile.file].flat().join(' ')
      return { fileName, entry: { index, profile }, present: false }
    })
  return [...present, ...absent]
}
