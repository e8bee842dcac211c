import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportProgress as Told } from '../../../../shared/contract/imports.ts'
import { useCommand } from '../../../door/operations.ts'
import { Problem } from '../../../ui/problem.tsx'
import { grouped, timeLeft } from './progress-words.ts'

/** How far an import is, how fast, how much longer; and the way back (D1). */
export function ImportProgress(props: { readonly importUid: string; readonly told: Told | null }) {
  const { t } = useTranslation()
  const cancel = useCommand('imports.cancel')
  const { importUid } = props
  const told = props.told?.importUid === importUid ? props.told : null
  const words = told === null ? t('imports.run.starting') : headline(told, t)
  return (
    <Stack gap="xs" maw={720}>
      <Text fw={600} role="status">
        {cancel.isSuccess ? t('imports.run.cancelling') : words}
      </Text>
      <Progress
        size="lg"
        value={told === null ? 0 : shareOf(told)}
        animated={told?.phase !== 'reading'}
        aria-label={words}
      />
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {told !== null && figures(told, t)}
        </Text>
        {told?.phase !== 'undoing' && (
          <Button
            variant="default"
            onClick={() => cancel.mutate({ importUid })}
            disabled={cancel.isPending || cancel.isSuccess}
          >
            {t('imports.run.cancel')}
          </Button>
        )}
      </Group>
      <Problem error={cancel.error} />
    </Stack>
  )
}

type Words = ReturnType<typeof useTranslation>['t']

function headline({ phase, entity, fileName }: Told, t: Words): string {
  const name = t(`imports.run.phase.${phase}`)
  if (entity === null) return name
  const what = `${t(`imports.entity.${entity}`)}${fileName === null ? '' : ` ${fileName}`}`
  return t('imports.run.progress', { phase: name, what })
}

function figures({ rows, rowsPerSecond, secondsLeft }: Told, t: Words): string {
  const parts = [
    t('imports.run.rows', { rows: grouped(rows) }),
    t('imports.run.rate', { rate: grouped(rowsPerSecond) }),
  ]
  if (secondsLeft !== null) parts.push(t('imports.run.left', { time: timeLeft(secondsLeft, t) }))
  return parts.join(' · ')
}

/** Percent of the bytes read; a phase that reads nothing has no share, so its bar is full and moves. */
function shareOf({ phase, bytesRead, bytesTotal }: Told): number {
  if (phase !== 'reading' || bytesTotal === 0) return 100
  return (bytesRead / bytesTotal) * 100
}
