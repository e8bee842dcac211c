import { Button, Table } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand, useOperation } from '../../ipc/operations.ts'
import { PrintPreview } from '../../shared/print/print-preview.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Empty } from '../../ui/empty.tsx'
import { shanghaiTime } from '../../ui/instants.ts'
import { keptLanguage } from '../../ui/language.ts'
import { Problem } from '../../ui/problem.tsx'

/** The numbered lists that were printed: by whom, when, and by when they must be destroyed. */
export function PrintedLists() {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('followups.prints.button')}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('followups.prints.title')} size="xl">
        {opened && <PrintsTable />}
      </Dialog>
    </>
  )
}

const COLUMNS = ['printNo', 'kind', 'owner', 'asOf', 'rows', 'printedAt', 'printedBy', 'shredBy'] as const

function PrintsTable() {
  const { t } = useTranslation()
  const prints = useOperation('followups.prints', {})
  const again = useCommand('followups.printAgain')
  if (prints.data === undefined) return <Problem error={prints.error} />
  if (prints.data.length === 0)
    return <Empty title={t('followups.prints.title')} text={t('followups.prints.empty')} />
  return (
    <>
      <Table striped stickyHeader>
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map((column) => (
              <Table.Th key={column}>{t(`followups.prints.${column}`)}</Table.Th>
            ))}
            <Table.Th aria-label={t('followups.prints.again')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {prints.data.map((print) => (
            <Table.Tr key={print.printNo}>
              <Table.Td>{print.printNo}</Table.Td>
              <Table.Td>{t(`followups.prints.kinds.${print.kind}`)}</Table.Td>
              <Table.Td>
                {print.ownerName} {print.ownerNo}
              </Table.Td>
              <Table.Td>{print.asOf}</Table.Td>
              <Table.Td>{print.rowCount}</Table.Td>
              <Table.Td>{shanghaiTime(print.printedAt)}</Table.Td>
              <Table.Td>{print.printedByNo}</Table.Td>
              <Table.Td>{print.shredBy}</Table.Td>
              <Table.Td>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={`${t('followups.prints.again')} ${print.printNo}`}
                  onClick={() => again.mutate({ printNo: print.printNo, language: keptLanguage() })}
                >
                  {t('followups.prints.again')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <PrintPreview print={again} freeze={() => Promise.reject(new Error('a print has its number'))} />
    </>
  )
}
