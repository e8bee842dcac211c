import { type MantineColorScheme, SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { isLanguage, LANGUAGES } from '../../../../shared/locale/languages.ts'
import { mayCall } from '../../../ipc/may-call.ts'
import { useOpenSession } from '../../../ipc/session.tsx'
import { changeLanguage } from '../../../ui/language.ts'
import { StripShortcut } from './strip-shortcut.tsx'

/** The order of the choices; `auto` follows the operating system. */
const SCHEMES: readonly { readonly scheme: MantineColorScheme; readonly word: string }[] = [
  { scheme: 'light', word: 'app.light' },
  { scheme: 'dark', word: 'app.dark' },
  { scheme: 'auto', word: 'app.system' },
]

/** What belongs to this PC rather than to the branch: language, appearance, the strip's keys. */
export function ThisPc() {
  const { t, i18n } = useTranslation()
  const { staff } = useOpenSession()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Stack gap="lg" p="md" align="flex-start">
      <Choice label={t('app.language')}>
        {(labelledBy) => (
          <SegmentedControl
            aria-labelledby={labelledBy}
            value={i18n.language}
            onChange={(language) => isLanguage(language) && changeLanguage(language)}
            data={LANGUAGES.map((language) => ({
              value: language,
              label: language === 'en' ? 'English' : '中文',
            }))}
          />
        )}
      </Choice>
      <Choice label={t('app.appearance')}>
        {(labelledBy) => (
          <SegmentedControl
            aria-labelledby={labelledBy}
            value={colorScheme}
            onChange={setColorScheme}
            data={SCHEMES.map(({ scheme, word }) => ({ value: scheme, label: t(word) }))}
          />
        )}
      </Choice>
      {mayCall(staff.role, 'strip.setShortcut') && <StripShortcut />}
      <Text size="sm" c="dimmed">
        {t('settings.thisPcHint')}
      </Text>
    </Stack>
  )
}

function Choice(props: { readonly label: string; children(labelledBy: string): ReactNode }) {
  const id = useId()
  return (
    <Stack gap={4} align="flex-start">
      <Text id={id} size="sm" fw={600}>
        {props.label}
      </Text>
      {props.children(id)}
    </Stack>
  )
}
