import { Button, Group, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ChosenHeader, DetectedFile } from '../../../../shared/contract/imports.ts'
import classes from './sample-table.module.css'

type TopLine = DetectedFile['top'][number]

/**
 * The first lines of a file as they stand. A click on a line, or its button, says that it is the header; what stands above
 * are titles. Where it is the header already, the button says that the data begin there instead.
 */
export function HeaderChoice(props: { readonly file: DetectedFile; onHeader(header: ChosenHeader): void }) {
  const { t } = useTranslation()
  const { file } = props
  const title = t('imports.detected.sample', { file: file.name })
  const first = file.top.find(({ line }) => line > file.titleLines)
  const columns = Math.max(0, ...file.top.map(({ cells }) => cells.length))
  const choose = ({ line }: TopLine) =>
    props.onHeader({ titleLines: line - 1, header: !(file.hasHeader && line === first?.line) })
  return (
    <section aria-label={title}>
      <Group gap="sm" mb={4}>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <Text size="xs" c="dimmed">
          {t('imports.header.hint')}
        </Text>
        {file.maskedColumns.length > 0 && (
          <Text size="xs" c="dimmed" role="status">
            {t('imports.header.masked')}
          </Text>
        )}
      </Group>
      <div className={classes.scroll}>
        <Table withTableBorder withColumnBorders verticalSpacing={2} fz="xs" aria-label={title}>
          <Table.Tbody>
            {file.top.map((top) => {
              const role = roleOf(top, first, file.hasHeader)
              return (
                <Table.Tr
                  key={top.line}
                  className={classes.choice ?? ''}
                  data-role={role}
                  onClick={() => choose(top)}
                >
                  <Table.Th scope="row" w={132}>
                    <Button
                      size="compact-xs"
                      variant={role === 'header' ? 'filled' : 'subtle'}
                      aria-pressed={role === 'header'}
                      title={t('imports.header.choose', { line: top.line })}
                      onClick={(event) => {
                        event.stopPropagation()
                        choose(top)
                      }}
                    >
                      {top.line} {t(`imports.header.${role}`)}
                    </Button>
                  </Table.Th>
                  {Array.from({ length: columns }, (_, at) => at).map((at) => (
                    <Table.Td key={at}>{top.cells[at] ?? ''}</Table.Td>
                  ))}
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  )
}

/** What a line is read as. */
function roleOf(
  { line }: TopLine,
  first: TopLine | undefined,
  hasHeader: boolean,
): 'title' | 'header' | 'row' {
  if (first === undefined || line < first.line) return 'title'
  return hasHeader && line === first.line ? 'header' : 'row'
}
