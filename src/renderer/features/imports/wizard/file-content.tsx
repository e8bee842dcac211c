import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DetectedFile } from '../../../../shared/contract/imports.ts'
import { addEntry, entryOf, type ProfileDraft, removeEntry, replaceEntry } from '../profile/draft.ts'
import { ContentSelect } from './content-select.tsx'
import type { FileLine } from './file-lines.ts'

/** What a file holds, and the way to use it once more or not at all. */
export function FileContent(props: {
  readonly line: FileLine
  readonly file: DetectedFile | null
  readonly draft: ProfileDraft
  onChange(draft: ProfileDraft): void
}) {
  const { t } = useTranslation()
  const { line, file, draft, onChange } = props
  const { entry } = line
  return (
    <Group gap="xs" wrap="nowrap">
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
