import { Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChosenFolder, DetectedFile } from '../../../../shared/contract/imports.ts'
import type { ProfileDraft } from '../profile/draft.ts'
import { FilesTable } from './files-table.tsx'
import classes from './sample-table.module.css'
import type { Detections } from './use-detections.ts'

/** Step two: how each file is written, a sample of it, and what it holds. */
export function RecogniseStep(props: {
  readonly folder: ChosenFolder
  readonly detections: Detections
  readonly draft: ProfileDraft
  onChange(draft: ProfileDraft): void
}) {
  const { detections } = props
  const [shown, setShown] = useState<string | null>(null)
  const sample = detections.files.find(({ name }) => name === shown) ?? detections.files[0]
  return (
    <Stack gap="md">
      <FilesTable {...props} shown={sample?.name ?? null} onShow={setShown} />
      {sample !== undefined && <SampleTable file={sample} />}
    </Stack>
  )
}

/** Lines of the sample that are shown: enough to recognise a file by. */
const SHOWN_LINES = 8

/** The first lines of a file as the program reads them. */
function SampleTable({ file }: { readonly file: DetectedFile }) {
  const { t } = useTranslation()
  const title = t('imports.detected.sample', { file: file.name })
  const columns = file.header.map((name, at) => ({ name, at }))
  const lines = file.sample.slice(0, SHOWN_LINES).map((cells, at) => ({ cells, at }))
  return (
    <section aria-label={title}>
      <Text size="sm" fw={600} mb={4}>
        {title}
      </Text>
      <div className={classes.scroll}>
        <Table withTableBorder withColumnBorders verticalSpacing={2} fz="xs">
          <Table.Thead>
            <Table.Tr>
              {columns.map(({ name, at }) => (
                <Table.Th key={at}>{name}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map(({ cells, at: line }) => (
              <Table.Tr key={line}>
                {columns.map(({ at }) => (
                  <Table.Td key={at}>{cells[at] ?? ''}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  )
}
