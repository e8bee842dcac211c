import { Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AppInfo } from '../../../shared/contract/session.ts'
import { DEFAULT_SETTINGS } from '../../../shared/domain/branch/settings.ts'
import { call } from '../../ipc/bridge.ts'
import { useOperation } from '../../ipc/operations.ts'

/** In the order in which they come up at a counter. */
const QUESTIONS = [
  'finding',
  'marks',
  'due',
  'level',
  'mistake',
  'wrongContact',
  'refusal',
  'scanner',
  'masked',
  'camera',
  'where',
  'lock',
  'passphrase',
  'fault',
] as const

/** Short answers, with the branch's own figures in them. */
export function Questions() {
  const { t } = useTranslation()
  const settings = useOperation('settings.get', {}).data ?? DEFAULT_SETTINGS
  const { cadence, decayDays, dailyViewCap, idleLockMinutes } = settings
  const figures = {
    decayDays,
    dailyViewCap,
    idleLockMinutes,
    highDue: cadence.high.due,
    midDue: cadence.mid.due,
    lowLast: cadence.low.last,
    dataFolder: useAppInfo()?.dataFolder ?? '…',
  }
  return (
    <Stack gap="md" component="section" aria-label={t('help.questions')}>
      <Title order={3} size="h5">
        {t('help.questions')}
      </Title>
      {QUESTIONS.map((each) => (
        <div key={each}>
          <Text component="h4" size="sm" fw={600} m={0}>
            {t(`help.question.${each}.q`)}
          </Text>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {t(`help.question.${each}.a`, figures)}
          </Text>
        </div>
      ))}
    </Stack>
  )
}

/** Version and data folder, which do not change while the program runs; undefined until they are known. */
export function useAppInfo(): AppInfo | undefined {
  return useQuery({ queryKey: ['session.appInfo'], queryFn: () => call('session.appInfo', {}) }).data
}
