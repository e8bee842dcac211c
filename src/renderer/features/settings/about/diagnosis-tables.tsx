import { Code, Table, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident, OperationTime } from '../../../../shared/contract/diagnosis.ts'
import { grouped } from '../../../ui/amounts.ts'
import { exactShanghaiTime } from '../../../ui/instants.ts'

/** Rows that are shown; the file has all of them. Our own default. */
const SHOWN = 10
const RIGHT = { textAlign: 'right' } as const

const TENTHS = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 1 })

/** What failed, the latest first. */
export function Incidents({ incidents }: { readonly incidents: readonly Incident[] }) {
  const { t } = useTranslation()
  return (
    <Part
      title={t('settings.about.incidents')}
      none={t('settings.about.noIncidents')}
      rows={incidents.length}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={180}>{t('settings.about.lastAt')}</Table.Th>
          <Table.Th>{t('settings.about.operation')}</Table.Th>
          <Table.Th>{t('settings.about.code')}</Table.Th>
          <Table.Th w={80} style={RIGHT}>
            {t('settings.about.count')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {incidents.slice(0, SHOWN).map(({ operation, code, error, count, firstAt, lastAt }) => (
          <Table.Tr key={`${operation} ${code} ${error} ${firstAt}`}>
            <Table.Td>{exactShanghaiTime(lastAt)}</Table.Td>
            <Table.Td>
              <Code>{operation}</Code>
            </Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              {code !== null && <Code>{code}</Code>} {error}
            </Table.Td>
            <Table.Td style={RIGHT}>{grouped(count)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Part>
  )
}

/** What took longest, the slowest first. */
export function Slowest({ times }: { readonly times: readonly OperationTime[] }) {
  const { t } = useTranslation()
  const milliseconds = (ms: number) => t('settings.about.ms', { ms: TENTHS.format(ms) })
  return (
    <Part title={t('settings.about.slowest')} none={t('settings.about.noSlowest')} rows={times.length}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('settings.about.operation')}</Table.Th>
          <Table.Th w={120} style={RIGHT}>
            {t('settings.about.slowestMs')}
          </Table.Th>
          <Table.Th w={120} style={RIGHT}>
            {t('settings.about.meanMs')}
          </Table.Th>
          <Table.Th w={80} style={RIGHT}>
            {t('settings.about.count')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {times.slice(0, SHOWN).map(({ operation, count, meanMs, slowestMs }) => (
          <Table.Tr key={operation}>
            <Table.Td>
              <Code>{operation}</Code>
            </Table.Td>
            <Table.Td style={RIGHT}>{milliseconds(slowestMs)}</Table.Td>
            <Table.Td style={RIGHT}>{milliseconds(meanMs)}</Table.Td>
            <Table.Td style={RIGHT}>{grouped(count)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Part>
  )
}

/** A table under its heading, or the sentence that there is nothing in it. */
function Part(props: {
  readonly title: string
  readonly none: string
  readonly rows: number
  readonly children: ReactNode
}) {
  const { title, none, rows, children } = props
  return (
    <div>
      <Title order={3} size="h6">
        {title}
      </Title>
      {rows === 0 ? (
        <Text size="sm" c="dimmed" role="status">
          {none}
        </Text>
      ) : (
        <Table verticalSpacing={4} aria-label={title} style={{ userSelect: 'text' }}>
          {children}
        </Table>
      )}
    </div>
  )
}
