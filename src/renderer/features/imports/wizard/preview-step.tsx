import { Group, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportProfile } from '../../../../shared/contract/import-profile.ts'
import type { ChosenFolder, PreviewRow } from '../../../../shared/contract/imports.ts'
import type { ImportEntity } from '../../../../shared/domain/imports/import-fields.ts'
import { call } from '../../../ipc/bridge.ts'
import { Problem } from '../../../ui/problem.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { filesRead } from '../profile/draft.ts'
import type { TakesKey } from './key-offer.tsx'
import { PreviewTable } from './preview-table.tsx'
import { SurveyPanel } from './survey-panel.tsx'

/** Step four: what would become of each column, and the first rows as they would be stored (D1). */
export function PreviewStep(props: {
  readonly folder: ChosenFolder
  readonly profile: ImportProfile
  readonly onKey: TakesKey
}) {
  const { t } = useTranslation()
  const { folder, profile } = props
  const files = previewableFiles(
    profile,
    folder.files.map(({ name }) => name),
  )
  const [chosen, setChosen] = useState<string | null>(null)
  const shown = files.find(({ fileName }) => fileName === chosen) ?? files[0]
  const fileName = shown?.fileName ?? ''
  const preview = useQuery({
    queryKey: ['imports.preview', folder.token, fileName, profile],
    queryFn: () => call('imports.preview', { token: folder.token, profile, fileName }),
    enabled: shown !== undefined,
  })
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Select
          size="xs"
          w={320}
          aria-label={t('imports.preview.file')}
          allowDeselect={false}
          data={files.map((file) => ({
            value: file.fileName,
            label: `${t(`imports.entity.${file.entity}`)} · ${file.fileName}`,
          }))}
          value={fileName}
          onChange={setChosen}
        />
        {preview.data !== undefined && <Summary rows={preview.data.rows} />}
      </Group>
      <Problem error={preview.error} />
      {shown !== undefined && (
        <SurveyPanel
          key={fileName}
          folder={folder}
          profile={profile}
          fileName={fileName}
          onKey={props.onKey}
        />
      )}
      {preview.isPending && <Waiting lines={10} />}
      {shown !== undefined && preview.data !== undefined && (
        <PreviewTable entity={shown.entity} fields={preview.data.fields} rows={preview.data.rows} />
      )}
    </Stack>
  )
}

function Summary({ rows }: { readonly rows: readonly PreviewRow[] }) {
  const { t } = useTranslation()
  const accepted = rows.filter((row) => row.accepted).length
  const flagged = rows.filter((row) => row.accepted && row.problems.length > 0).length
  return (
    <Text size="sm" role="status">
      {t('imports.preview.summary', {
        count: rows.length,
        accepted,
        rejected: rows.length - accepted,
        flagged,
      })}
      {accepted === rows.length && flagged === 0 && ` · ${t('imports.preview.clean')}`}
    </Text>
  )
}

interface PreviewableFile {
  readonly fileName: string
  readonly entity: ImportEntity
}

/** The files that bring rows, each once: of two entries for a file the reader shows the first. */
export function previewableFiles(
  profile: Pick<ImportProfile, 'files'>,
  names: readonly string[],
): readonly PreviewableFile[] {
  const found = new Map<string, PreviewableFile>()
  for (const entry of profile.files) {
    if (entry.entity === 'lookup') continue
    for (const fileName of filesRead(entry, names))
      if (!found.has(fileName)) found.set(fileName, { fileName, entity: entry.entity })
  }
  return [...found.values()]
}
