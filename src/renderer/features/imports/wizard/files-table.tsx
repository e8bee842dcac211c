import { Anchor, Badge, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ChosenFolder, DetectedFile } from '../../../../shared/contract/imports.ts'
import { fileSize } from '../../../ui/amounts.ts'
import { explain } from '../../../ui/problem.tsx'
import type { ProfileDraft } from '../profile/draft.ts'
import { FileContent, type FileLine, fileLines } from './file-content.tsx'
import classes from './files-table.module.css'
import type { Detection, Detections } from './use-detections.ts'

const COLUMNS = ['file', 'size', 'form', 'columns', 'entity'] as const

export function FilesTable(props: {
  readonly folder: ChosenFolder
  readonly detections: Detections
  readonly draft: ProfileDraft
  readonly shown: DetectedFile | null
  onShow(line: FileLine): void
  onChange(draft: ProfileDraft): void
  onSheet(fileName: string, index: number, sheet: string): void
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
  readonly shown: DetectedFile | null
  onShow(line: FileLine): void
  onChange(draft: ProfileDraft): void
  onSheet(fileName: string, index: number, sheet: string): void
}) {
  const { t } = useTranslation()
  const { line, bytes, detection, draft } = props
  const file = detection?.file ?? null
  return (
    <Table.Tr className={classes.file ?? ''} aria-current={isShown(line, props.shown)}>
      <Table.Td>
        {file === null ? (
          line.fileName
        ) : (
          <Anchor
            component="button"
            size="sm"
            c="var(--mantine-primary-color-light-color)"
            onClick={() => props.onShow(line)}
          >
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
          <FileContent
            line={line}
            file={file}
            draft={draft}
            onChange={props.onChange}
            onSheet={props.onSheet}
          />
        )}
      </Table.Td>
    </Table.Tr>
  )
}

function isShown({ fileName, entry }: FileLine, shown: DetectedFile | null): boolean {
  if (fileName !== shown?.name) return false
  return shown.sheet === '' || entry === null || (entry.profile.sheet ?? shown.sheet) === shown.sheet
}

function Form({ file }: { readonly file: DetectedFile }) {
  const { t } = useTranslation()
  const parts = [
    file.container === '' ? '' : t(`imports.detected.container.${file.container}`),
    file.format.toUpperCase(),
    file.encoding.toUpperCase(),
    file.delimiter === ''
      ? ''
      : t(`imports.detected.delimiter.${file.delimiter}`, { defaultValue: file.delimiter }),
    file.hasHeader ? '' : t('imports.detected.noHeader'),
  ]
  return parts.filter((part) => part !== '').join(' · ')
}
