import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DoneStep, UndoableStep } from '../../../shared/contract/undo.ts'
import { call } from '../../ipc/bridge.ts'
import type { CallError } from '../../ipc/call-error.ts'
import { useCommand } from '../../ipc/operations.ts'
import { stepWords, subjectWords } from './step-words.ts'

const TAKEN_BACK = 'taken-back'
const TOLD_MS = 4_000

interface TakingBack {
  readonly busy: boolean
  readonly error: CallError | null
  takeBack(step: UndoableStep): void
  /** Takes back whatever was done last. */
  takeNewest(): void
}

/** Takes a step back, and says which and whose it was (X2). */
export function useTakeBack(): TakingBack {
  const { t } = useTranslation()
  const client = useQueryClient()
  const take = useCommand('undo.take')
  const tell = (step: DoneStep) => {
    // What there is to say to somebody is shown by a command, which no table refreshes.
    void client.invalidateQueries({ queryKey: ['prompts.show'] })
    const words = { what: stepWords(step, t), who: subjectWords(step.subject, t) }
    notifications.hide(TAKEN_BACK)
    notifications.show({
      id: TAKEN_BACK,
      role: 'status',
      autoClose: TOLD_MS,
      message: t(words.who === '' ? 'undo.takenBackNobody' : 'undo.takenBack', words),
    })
  }
  const takeBack = ({ operationId }: UndoableStep) => {
    if (take.isPending) return
    // Told also where the notice that was pressed is gone by then; a refusal is `error`.
    void take.mutateAsync({ operationId }).then(tell, () => undefined)
  }
  // Asked for anew: the last answer may be older than a step that was done this very moment.
  const takeNewest = () =>
    void call('undo.newest', {}).then(
      (newest) => newest !== null && takeBack(newest),
      () => undefined,
    )
  return { busy: take.isPending, error: take.error, takeBack, takeNewest }
}
