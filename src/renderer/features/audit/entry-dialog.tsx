import { Code, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../../../shared/contract/audit.ts'
import { actionWords } from '../../shared/words/audit-words.ts'
import { actorWords, detailWords } from '../../shared/words/detail-words.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { exactShanghaiTime } from '../../ui/instants.ts'

/** One link in full, with the code that the help desk and an auditor ask for. */
export function EntryDialog({ entry, onClose }: { readonly entry: AuditEntry; onClose(): void }) {
  const { t } = useTranslation()
  const none = t('app.none')
  const facts = [
    { name: 'at', value: exactShanghaiTime(entry.at) },
    { name: 'staff', value: actorWords(entry, t) },
    { name: 'action', value: actionWords(entry.action, t) },
    { name: 'code', value: <Code>{entry.action}</Code> },
    { name: 'customer', value: entry.customerUid === null ? none : <Code>{entry.customerUid}</Code> },
    { name: 'detail', value: detailWords(entry, t).join(' · ') || none },
    {
      name: 'stored',
      value: <Code style={{ overflowWrap: 'anywhere' }}>{JSON.stringify(entry.detail)}</Code>,
    },
  ]
  return (
    <Dialog opened onClose={onClose} size="lg" title={t('audit.entry', { seq: entry.seq })}>
      <Table variant="vertical" layout="fixed">
        <Table.Tbody>
          {facts.map(({ name, value }) => (
            <Table.Tr key={name}>
              <Table.Th w={120}>{t(`audit.column.${name}`)}</Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Dialog>
  )
}
