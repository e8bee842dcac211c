import { List } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useOperation } from '../../app/operations.ts'
import { Problem } from '../../ui/problem.tsx'
import { Screen } from '../../ui/screen.tsx'

export function AuditScreen() {
  const { t } = useTranslation()
  const entries = useOperation('audit.list', {})
  return (
    <Screen title={t('app.rail.audit')}>
      <Problem error={entries.error} />
      <List p="md">
        {entries.data?.map((entry) => (
          <List.Item key={entry.seq}>
            {entry.seq} {entry.staffNo} {entry.action}
          </List.Item>
        ))}
      </List>
    </Screen>
  )
}
