import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChosenFolder, ChosenHeader, DetectedFile } from '../../../../shared/contract/imports.ts'
import {
  addEntry,
  balanceEntryOf,
  filesRead,
  type ProfileDraft,
  readsSheet,
  twinEntries,
} from '../profile/draft.ts'
import type { FileLine } from './file-content.tsx'
import { FilesTable } from './files-table.tsx'
import { HeaderChoice } from './header-choice.tsx'
import type { Detections } from './use-detections.ts'

/** Step two: how each file is written, a sample of it, and what it holds. */
export function RecogniseStep(props: {
  readonly folder: ChosenFolder
  readonly detections: Detections
  readonly draft: ProfileDraft
  onChange(draft: ProfileDraft): void
  onHeader(file: DetectedFile, header: ChosenHeader): void
  onSheet(fileName: string, index: number, sheet: string): void
}) {
  const { detections } = props
  const [shown, setShown] = useState<FileLine | null>(null)
  const entry = shown?.entry == null ? undefined : props.draft.files[shown.entry.index]
  const ofEntry = entry === undefined ? null : detections.of(entry)
  const isShown = shown !== null && ofEntry?.name === shown.fileName
  const named = detections.files.find(({ name }) => name === shown?.fileName)
  const sample = (isShown ? ofEntry : named) ?? firstSample(props.draft, detections)
  return (
    <Stack gap="md">
      <FilesTable {...props} shown={sample} onShow={setShown} />
      {detections.files.map((file) => (
        <BalanceOffer key={file.name} file={file} draft={props.draft} onChange={props.onChange} />
      ))}
      {detections.files.map((file) => (
        <TwinOffer key={file.name} file={file} draft={props.draft} onChange={props.onChange} />
      ))}
      {sample !== null && (
        <HeaderChoice file={sample} onHeader={(header) => props.onHeader(sample, header)} />
      )}
    </Stack>
  )
}

/** The file that is shown first: as the first entry reads it. */
function firstSample(draft: ProfileDraft, detections: Detections): DetectedFile | null {
  const [file] = detections.files
  if (file === undefined) return null
  const entry = draft.files.find((each) => filesRead(each, [file.name]).length > 0)
  return (entry === undefined ? null : detections.of(entry)) ?? file
}

/** Says that other sheets of a workbook have the same header, and offers to read them all. */
function TwinOffer(props: {
  readonly file: DetectedFile
  readonly draft: ProfileDraft
  onChange(draft: ProfileDraft): void
}) {
  const { t } = useTranslation()
  const { file, draft } = props
  const entry = draft.files.find((each) => each.entity !== 'lookup' && readsSheet(each, file))
  const others = entry === undefined ? [] : twinEntries(draft, entry, file)
  if (entry === undefined || others.length === 0) return null
  const sheets = others.map(({ sheet }) => sheet).join(t('imports.sheets.between'))
  return (
    <Alert variant="light" color="yellow" p="xs" role="status">
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          {t('imports.sheets.twins', { file: file.name, sheet: entry.sheet ?? file.sheet, sheets })}
        </Text>
        <Button variant="default" onClick={() => props.onChange(others.reduce(addEntry, draft))}>
          {t('imports.sheets.takeAll')}
        </Button>
      </Group>
    </Alert>
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
