import { Button, Code, Group, Stack, Table, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DiagnosisView } from '../../../../shared/contract/diagnosis.ts'
import { call } from '../../../ipc/bridge.ts'
import type { CallError } from '../../../ipc/call-error.ts'
import { useCommand } from '../../../ipc/operations.ts'
import { useRoute } from '../../../router/navigation.tsx'
import { fileSize, grouped } from '../../../ui/amounts.ts'
import { shanghaiTime } from '../../../ui/instants.ts'
import { Problem } from '../../../ui/problem.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { Incidents, Slowest } from './diagnosis-tables.tsx'

/** What whoever is on call asks for next: what failed, what took long, how large the files are; on the screen and as a file. */
export function Diagnosis() {
  const { t } = useTranslation()
  const { section } = useRoute('settings')
  const view = useQuery<DiagnosisView, CallError>({
    queryKey: ['diagnosis.view'],
    queryFn: () => call('diagnosis.view', {}),
    // Nothing tells that it changed: it is read when the section is turned to, and by the button.
    enabled: section === 'about',
    staleTime: 0,
  })
  const save = useCommand('diagnosis.save')
  const saveFile = () =>
    save.mutate(
      {},
      { onSuccess: ({ saved }) => saved && notifications.show({ message: t('settings.about.saved') }) },
    )
  return (
    <Stack component="section" gap="sm" px="md" pb="md" maw={960} aria-label={t('settings.about.diagnosis')}>
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={2} size="h5">
            {t('settings.about.diagnosis')}
          </Title>
          <Text size="xs" c="dimmed">
            {t('settings.about.diagnosisHelp')}
          </Text>
        </div>
        <Group gap="xs">
          <Button variant="default" onClick={() => void view.refetch()} loading={view.isFetching}>
            {t('settings.about.refresh')}
          </Button>
          <Button onClick={saveFile} loading={save.isPending}>
            {t('settings.about.saveFile')}
          </Button>
        </Group>
      </Group>
      <Problem error={save.error ?? view.error} />
      {view.data === undefined && !view.isError && <Waiting lines={6} />}
      {view.data !== undefined && (
        <>
          <Incidents incidents={view.data.incidents} />
          <Slowest times={view.data.slowest} />
          <Facts view={view.data} />
        </>
      )}
    </Stack>
  )
}

/** Versions and sizes. */
function Facts({ view }: { readonly view: DiagnosisView }) {
  const { t } = useTranslation()
  const { sizes, versions, sinceAt } = view
  const rejects = t('settings.about.rejectsOf', { count: grouped(sizes.rejectFiles) })
  const facts = [
    { name: 'since', value: shanghaiTime(sinceAt) },
    { name: 'sqlite', value: <Code>{versions.sqlite}</Code> },
    { name: 'system', value: <Code>{versions.system}</Code> },
    { name: 'database', value: fileSize(sizes.databaseBytes) },
    { name: 'wal', value: fileSize(sizes.walBytes) },
    { name: 'log', value: fileSize(sizes.logBytes) },
    { name: 'rejects', value: `${fileSize(sizes.rejectBytes)} · ${rejects}` },
  ]
  return (
    <Table variant="vertical" layout="fixed" maw={760} aria-label={t('settings.about.sizes')}>
      <Table.Tbody>
        {facts.map(({ name, value }) => (
          <Table.Tr key={name}>
            <Table.Th w={160}>{t(`settings.about.${name}`)}</Table.Th>
            <Table.Td style={{ userSelect: 'text' }}>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
