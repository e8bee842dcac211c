import { useTranslation } from 'react-i18next'
import { Screen } from '../../ui/screen.tsx'
import { ThisPc } from './this-pc/this-pc.tsx'

export function SettingsScreen() {
  const { t } = useTranslation()
  return (
    <Screen title={t('app.rail.settings')}>
      <ThisPc />
    </Screen>
  )
}
