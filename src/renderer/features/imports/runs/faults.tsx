import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RecordFault } from '../../../../shared/contract/imports.ts'
import { grouped } from '../../../ui/amounts.ts'

const COLUMNS = ['where', 'rows', 'result', 'what', 'column', 'shape', 'advice'] as const

/** What was wrong with records, kind by kind, where the first of each stands and what to do about it. */
export function Faults({ faults }: { readonly faults: readonly RecordFault[] }) {
  const { t } = useTranslation()
  if (faults.length === 0) return null
  return (
    <Table.ScrollContainer minWidth={900} mah={320}>
      <Table aria-label={t('imports.fault.title')} withTableBorder fz="xs" verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map((column) => (
              <Table.Th key={column}>{t(`imports.fault.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {faults.map((fault) => (
            <FaultLine key={`${fault.file} ${fault.result} ${fault.code} ${fault.field}`} fault={fault} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function FaultLine({ fault }: { readonly fault: RecordFault }) {
  const { t } = useTranslation()
  const { file, sheet, line, other } = fault
  return (
    <Table.Tr>
      <Table.Td>
        {t(sheet === '' ? 'imports.fault.atLine' : 'imports.fault.atRow', { file, sheet, line })}
        {other !== null && (
          <Text span size="xs" c="dimmed">
            {' '}
            {t('imports.fault.other', { file: other.file, line: other.line })}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">{grouped(fault.rows)}</Table.Td>
      <Table.Td>{t(`imports.sheet.${fault.result}`)}</Table.Td>
      <Table.Td>{t(`imports.problem.${fault.code}`, { defaultValue: fault.code })}</Table.Td>
      <Table.Td>{fault.column || fault.field || '—'}</Table.Td>
      <Table.Td>{fault.shape || '—'}</Table.Td>
      <Table.Td>{t(`imports.advice.${fault.code}`, { defaultValue: t('imports.advice.other') })}</Table.Td>
    </Table.Tr>
  )
}
