import { Anchor, Badge, Button, Group, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ChosenFolder, DetectedFile } from '../../../../shared/contract/imports.ts'
import { explain } from '../../../ui/explain.ts'
import { fileSize } from '../../../ui/sizes.ts'
import { addEntry, entryOf, type ProfileDraft, removeEntry, replaceEntry } from '../profile/draft.ts'
import { ContentSelect } from './content-select.tsx'
import { type FileLine, fileLines } from './file-lines.ts'
import classes from './files-table.module.css'
import type { Detection, Detections } from './use-detections.ts'

const COLUMNS = ['file', 'size', 'form', 'columns', 'entity'] as const

export function FilesTable(props: {
  readonly folder: ChosenFolder
  readonly detections: Detections
  readonly draft: ProfileDraft
  readonly shown: string | null
  onShow(fileName: string): void
  onChange(draft: ProfileDraft): void
}) {
  const { t } = useTranslation()
  const names = props.folder.files.map(({ name }) => name)
  return (
    <Table withTableBorder verticalSpacing={4} aria-label={t('imports.detected.files')}>
      <Table.Thead>
        <Table.Tr>
          {COLUMNS.map((column) => (
            <Table.Th key={column}>{t(`imports.detected.${column}`)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {fileLines(props.draft, names).map((line) => (
          <Line
            key={`${line.fileName} ${line.entry?.index ?? ''}`}
            {...props}
            line={line}
            bytes={props.folder.files.find(({ name }) => name === line.fileName)?.bytes ?? null}
            detection={props.detections.all.find(({ name }) => name === line.fileName) ?? null}
          />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Line(props: {
  readonly line: FileLine
  readonly bytes: number | null
  readonly detection: Detection | null
  readonly draft: ProfileDraft
  readonly shown: string | null
  onShow(fileName: string): void
  onChange(draft: ProfileDraft): void
}) {
  const { t } = useTranslation()
  const { line, bytes, detection, draft } = props
  const file = detection?.file ?? null
  return (
    <Table.Tr className={classes.file ?? ''} aria-current={line.fileName === props.shown}>
      <Table.Td>
        {file === null ? (
          line.fileName
        ) : (
          <Anchor component="button" size="sm" onClick={() => props.onShow(line.fileName)}>
            {line.fileName}
          </Anchor>
        )}
      </Table.Td>
      <Table.Td>{bytes === null ? '—' : fileSize(bytes)}</Table.Td>
      <Table.Td>
        {!line.present && (
          <Badge color="red" variant="light" radius="sm" tt="none">
            {t('imports.detected.missing')}
          </Badge>
        )}
        {detection?.error != null && (
          <Text size="sm" c="red">
            {explain(detection.error, t).text}
          </Text>
        )}
        {file !== null && <Form file={file} />}
      </Table.Td>
      <Table.Td>{file?.header.length ?? '—'}</Table.Td>
      <Table.Td>
        {file === null && line.entry === null ? (
          '—'
        ) : (
          <Content line={line} file={file} draft={draft} onChange={props.onChange} />
        )}
      </Table.Td>
    </Table.Tr>
  )
}

function Form({ file }: { readonly file: DetectedFile }) {
  const { t } = useTranslation()
  const parts = [
    file.format.toUpperCase(),
    file.encoding.toUpperCase(),
    file.delimiter === ''
      ? ''
      : t(`imports.detected.delimiter.${file.delimiter}`, { defaultValue: file.delimiter }),
    file.hasHeader ? '' : t('imports.detected.noHeader'),
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

function Content(props: {
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
