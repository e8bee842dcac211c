import { Alert, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useKeyState } from '../../../ipc/key-state.ts'

/** After somebody left: when the data key is changed, what it waits for, and what no change can reach. */
export function KeyNote() {
  const { t } = useTranslation()
  const key = useKeyState().data
  if (key === undefined || key.state === 'current') return null
  const { waitsFor } = key
  return (
    <Alert color="yellow" p="xs" maw={860} role="status" title={t('settings.staff.keyDue')}>
      <Text size="sm">{t('settings.staff.keyDueText')}</Text>
      {waitsFor.length > 0 && (
        <Text size="sm">
          {t('settings.staff.keyWaits', { nos: waitsFor.join(t('settings.staff.keyComma')) })}
        </Text>
      )}
      <Text size="sm">{t('settings.staff.keyBackups')}</Text>
    </Alert>
  )
}
