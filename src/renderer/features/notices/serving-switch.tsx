import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useServing } from '../../ipc/serving.ts'

/** Holds the system's notifications back while somebody is being served (F4). */
export function ServingSwitch() {
  const { t } = useTranslation()
  const { on, turn } = useServing()
  return (
    <Switch
      size="xs"
      label={t('notices.serving')}
      title={t('notices.servingHint')}
      checked={on}
      onChange={({ currentTarget: { checked } }) => turn(checked)}
      styles={{ body: { alignItems: 'center' }, label: { whiteSpace: 'nowrap' } }}
    />
  )
}
