import { Code, Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../../../ipc/bridge.ts'
import { mayCall } from '../../../ipc/may-call.ts'
import { useOpenSession } from '../../../ipc/session.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { Diagnosis } from './diagnosis.tsx'

/** What a help desk asks for first: versions, and where the data lies. */
export function About() {
  const { t } = useTranslation()
  const { branch, staff } = useOpenSession()
  const info = useQuery({ queryKey: ['session.appInfo'], queryFn: () => call('session.appInfo', {}) })
  if (info.data === undefined) return info.isError ? <Problem error={info.error} /> : <Waiting lines={4} />
  const { version, electron, dataFolder } = info.data
  const facts = [
    { name: 'product', value: t('app.full') },
    { name: 'branch', value: branch.demo ? `${branch.name} · ${t('app.demo')}` : branch.name },
    { name: 'version', value: <Code>{version}</Code> },
    { name: 'electron', value: <Code>{electron}</Code> },
    { name: 'dataFolder', value: <Code style={{ overflowWrap: 'anywhere' }}>{dataFolder}</Code> },
    { name: 'privacy', value: t('settings.about.privacyText') },
  ]
  return (
    <>
      <Table
        variant="vertical"
        layout="fixed"
        m="md"
        maw={760}
        w="auto"
        aria-label={t('settings.section.about')}
      >
        <Table.Tbody>
          {facts.map(({ name, value }) => (
            <Table.Tr key={name}>
              <Table.Th w={160}>{t(`settings.about.${name}`)}</Table.Th>
              <Table.Td style={{ userSelect: 'text' }}>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {mayCall(staff.role, 'diagnosis.view') && <Diagnosis />}
    </>
  )
}
