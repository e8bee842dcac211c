import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportProgress as Reported } from '../../../../shared/contract/imports.ts'
import { useCommand } from '../../../ipc/operations.ts'
import { grouped } from '../../../ui/amounts.ts'
import { Problem } from '../../../ui/problem.tsx'
import { timeLeft } from './progress-words.ts'

/** How far an import is, how fast, how much longer; and the way back (D1). */
export function ImportProgress(props: { readonly importUid: string; readonly reported: Reported | null }) {
  const { t } = useTranslation()
  const cancel = useCommand('imports.cancel')
  const { importUid } = props
  const reported = props.reported?.importUid === importUid ? props.reported : null
  const words = reported === null ? t('imports.run.starting') : headline(reported, t)
  return (
    <Stack gap="xs" maw={720}>
      <Text fw={600} role="status">
        {cancel.isSuccess ? t('imports.run.cancelling') : words}
      </Text>
      <Progress
        size="lg"
        value={reported === null ? 0 : shareOf(reported)}
        animated={reported?.phase !== 'reading'}
        aria-label={words}
      />
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {reported !== null && figures(reported, t)}
        </Text>
        {reported?.phase !== 'undoing' && (
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

function headline({ phase, entity, fileName }: Reported, t: Words): string {
  const name = t(`imports.run.phase.${phase}`)
  if (entity === null) return name
  const what = `${t(`imports.entity.${entity}`)}${fileName === null ? '' : ` ${fileName}`}`
  return t('imports.run.progress', { phase: name, what })
}

function figures({ rows, rowsPerSecond, secondsLeft }: Reported, t: Words): string {
  const parts = [
    t('imports.run.rows', { rows: grouped(rows) }),
    t('imports.run.rate', { rate: grouped(rowsPerSecond) }),
  ]
  if (secondsLeft !== null) parts.push(t('imports.run.left', { time: timeLeft(secondsLeft, t) }))
  return parts.join(' · ')
}

/** Percent of the bytes read; a phase that reads nothing has no share, so its bar is full and moves. */
function shareOf({ phase, bytesRead, bytesTotal }: Reported): number {
  if (phase !== 'reading' || bytesTotal === 0) return 100
  return (bytesRead / bytesTotal) * 100
}
