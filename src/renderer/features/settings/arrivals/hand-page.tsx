import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './arrivals.module.css'
import { SourceEvents } from './source-events.tsx'
import { StateLine } from './source-state.tsx'

/** The board's own form, which needs no setting. */
export function HandPage() {
  const { t } = useTranslation()
  return (
    <div className={classes.page}>
      <Stack className={classes.form} gap="xs">
        <Text size="sm" c="dimmed">
          {t('arrivals.hint.hand')}
        </Text>
        <StateLine state={{ state: 'running' }} />
      </Stack>
      <div className={classes.aside}>
        <SourceEvents source="hand" />
      </div>
    </div>
  )
}
