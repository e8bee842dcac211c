import { Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { UndoableStep } from '../../../shared/contract/undo.ts'
import { UNDO_WINDOW_MS } from '../../../shared/domain/work/undo-window.ts'
import { UndoNotice } from '../../ui/undo-notice.tsx'
import { useStepDetails } from './step-details.ts'
import { stepSentence } from './step-words.ts'
import { useNewestStep, useSecondsLeft } from './use-newest-step.ts'
import { useTakeBack } from './use-take-back.ts'

const NOTICE = 'undo'

/**
 * After whatever the person did in this window: what it was, whom it was about, and its way back for eight seconds. One
 * place for all writes; the newest takes the place of the one before. What they did in another window is told there.
 */
export function UndoWatch() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const step = useNewestStep()
  useEffect(() => {
    notifications.hide(NOTICE)
    if (step === null || !wroteHere(client)) return
    // The one before has to be gone, or its place is not given to the new one.
    const timer = window.setTimeout(() =>
      notifications.show({
        id: NOTICE,
        autoClose: UNDO_WINDOW_MS,
        withCloseButton: false,
        role: 'status',
        'aria-label': t('undo.notice'),
        message: <UndoStep key={step.operationId} step={step} />,
      }),
    )
    return () => window.clearTimeout(timer)
  }, [step, client, t])
  return null
}

function UndoStep({ step }: { readonly step: UndoableStep }) {
  const { t } = useTranslation()
  const left = useSecondsLeft(step.untilAt)
  const { busy, error, takeBack } = useTakeBack()
  const details = useStepDetails(step.action)
  return (
    <UndoNotice said={stepSentence(step, t)} busy={busy} error={error} onUndo={() => takeBack(step)}>
      {details?.lines.map((line) => (
        <Text key={line} size="xs" c="dimmed">
          {line}
        </Text>
      ))}
      {details?.warnings?.map((warning) => (
        <Text key={warning} size="xs" c="red">
          ✕ {warning}
        </Text>
      ))}
      <Text size="xs" c="dimmed" aria-hidden>
        {t('undo.seconds', { seconds: left })}
      </Text>
    </UndoNotice>
  )
}

/** Whether this window has just done something, so that what the engine tells of is its own. */
function wroteHere(client: QueryClient): boolean {
  return client
    .getMutationCache()
    .getAll()
    .some(({ state }) => Date.now() - state.submittedAt < UNDO_WINDOW_MS)
}
