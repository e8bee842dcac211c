import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '../../../shared/locale/index.ts'
import { changeLanguage } from '../../app/language.ts'
import { Screen } from '../../ui/screen.tsx'

export function SettingsScreen() {
  const { t } = useTranslation()
  return (
    <Screen title={t('app.rail.settings')}>
      <Group p="md" aria-label={t('app.language')}>
        {LANGUAGES.map((language) => (
          <Button key={language} variant="default" onClick={() => changeLanguage(language)}>
            {language === 'en' ? 'English' : '中文'}
          </Button>
        ))}
      </Group>
    </Screen>
  )
}
