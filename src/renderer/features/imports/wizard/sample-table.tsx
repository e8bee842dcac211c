import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DetectedFile } from '../../../../shared/contract/imports.ts'
import classes from './sample-table.module.css'

/** Lines of the sample that are shown: enough to recognise a file by. */
const SHOWN_LINES = 8

/** The first lines of a file as the program reads them. */
export function SampleTable({ file }: { readonly file: DetectedFile }) {
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
