import { List } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useOperation } from '../../app/operations.ts'
import { Problem } from '../../ui/problem.tsx'
import { Screen } from '../../ui/screen.tsx'

export function ImportsScreen() {
  const { t } = useTranslation()
  const runs = useOperation('imports.list', {})
  return (
    <Screen title={t('app.rail.imports')}>
      <Problem error={runs.error} />
      <List p="md">
        {runs.data?.map((run) => (
          <List.Item key={run.uid}>
            {run.asOf} {run.profileName}
          </List.Item>
        ))}
      </List>
    </Screen>
  )
}
