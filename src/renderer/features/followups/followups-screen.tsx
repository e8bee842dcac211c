import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../../app/navigation.tsx'
import { useOperation } from '../../app/operations.ts'
import { Problem } from '../../ui/problem.tsx'
import { Screen } from '../../ui/screen.tsx'

export function FollowupsScreen() {
  const { t } = useTranslation()
  const { choose } = useNavigation()
  const list = useOperation('followups.list', {})
  return (
    <Screen title={t('app.rail.followups')}>
      <Problem error={list.error} />
      <Table>
        <Table.Tbody>
          {list.data?.rows.map((row) => (
            <Table.Tr key={row.intent.uid} onClick={() => choose(row.customer.uid)}>
              <Table.Td>{row.customer.maskedName}</Table.Td>
              <Table.Td>{row.intent.nextOn}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {list.data?.rows.length === 0 && <Text p="md">{t('app.none')}</Text>}
    </Screen>
  )
}
