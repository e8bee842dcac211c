import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChosenFolder, ChosenHeader, DetectedFile } from '../../../../shared/contract/imports.ts'
import { addEntry, balanceEntryOf, filesRead, type ProfileDraft } from '../profile/draft.ts'
import { FilesTable } from './files-table.tsx'
import { HeaderChoice } from './header-choice.tsx'
import type { Detections } from './use-detections.ts'

/** Step two: how each file is written, a sample of it, and what it holds. */
export function RecogniseStep(props: {
  readonly folder: ChosenFolder
  readonly detections: Detections
  readonly draft: ProfileDraft
  onChange(draft: ProfileDraft): void
  onHeader(fileName: string, header: ChosenHeader): void
}) {
  const { detections } = props
  const [shown, setShown] = useState<string | null>(null)
  const sample = detections.files.find(({ name }) => name === shown) ?? detections.files[0]
  return (
    <Stack gap="md">
      <FilesTable {...props} shown={sample?.name ?? null} onShow={setShown} />
      {detections.files.map((file) => (
        <BalanceOffer key={file.name} file={file} draft={props.draft} onChange={props.onChange} />
      ))}
      {sample !== undefined && (
        <HeaderChoice file={sample} onHeader={(header) => props.onHeader(sample.name, header)} />
      )}
    </Stack>
  )
}

/** Says that a file of customers also tells what they hold, and offers to read it as their account. */
function BalanceOffer(props: {
  readonly file: DetectedFile
  readonly draft: ProfileDraft
  onChange(draft: ProfileDraft): void
}) {
  const { t } = useTranslation()
  const { file, draft } = props
  const entry = balanceEntryOf(file)
  const read = draft.files.filter((each) => filesRead(each, [file.name]).length > 0)
  const asCustomers = read.some(({ entity }) => entity === 'customers')
  if (entry === null || !asCustomers || read.some(({ entity }) => entity === 'accounts')) return null
  return (
    <Alert variant="light" color="blue" p="xs" role="status">
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          {t('imports.balance.text', { file: file.name, column: file.balanceColumn ?? '' })}
        </Text>
        <Button variant="default" onClick={() => props.onChange(addEntry(draft, entry))}>
          {t('imports.balance.take')}
        </Button>
      </Group>
    </Alert>
  )
}
