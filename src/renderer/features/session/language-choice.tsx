import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isLanguage, LANGUAGES } from '../../../shared/locale/languages.ts'
import { changeLanguage } from '../../ui/language.ts'

/** The language of this PC, each named in itself: it can be found by whoever does not read the one that is shown. */
export function LanguageChoice() {
  const { t, i18n } = useTranslation()
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('session.language')}
      value={i18n.language}
      onChange={(value) => isLanguage(value) && changeLanguage(value)}
      data={LANGUAGES.map((value) => ({ value, label: value === 'en' ? 'English' : '中文' }))}
    />
  )
}
