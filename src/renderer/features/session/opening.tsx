import { Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** What the program is doing between the passphrase and the first screen, which takes longer on a busy PC. */
export function Opening() {
  const { t } = useTranslation()
  return (
    <Stack gap={4} role="status">
      <Text size="sm">{t('session.opening')}</Text>
      <Progress value={100} animated aria-label={t('session.opening')} />
    </Stack>
  )
}
