import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { ShownPrompt, ShownPrompts } from '../../../shared/contract/prompts.ts'
import type { PromptResponse } from '../../../shared/domain/prompts/prompt-history.ts'
import { UNDO_WINDOW_MS } from '../../../shared/domain/work/undo-window.ts'
import type { CallError } from '../../ipc/call-error.ts'
import { useCommand } from '../../ipc/operations.ts'
import { UndoNotice } from '../../ui/undo-notice.tsx'

interface Answering {
  answer(prompt: ShownPrompt, response: PromptResponse): void
  readonly error: CallError | null
}

/** Notes an answer and offers to take it back. A new answer replaces the last one's offer. */
export function useAnswer(who: string, onShown: (shown: ShownPrompts) => void): Answering {
  const { t } = useTranslation()
  const respond = useCommand('prompts.respond')
  const offerUndo = (promptUid: string, said: string) => {
    notifications.clean()
    const id = notifications.show({
      autoClose: UNDO_WINDOW_MS,
      withCloseButton: false,
      role: 'status',
      'aria-label': t('prompts.answered'),
      message: (
        <UndoAnswer
          promptUid={promptUid}
          said={`${who} · ${said}`}
          onUndone={(shown) => {
            onShown(shown)
            notifications.hide(id)
          }}
        />
      ),
    })
  }
  return {
    error: respond.error,
    answer: ({ uid, kind, response: before }, response) => {
      if (before !== null || respond.isPending) return
      respond.mutate(
        { promptUid: uid, response },
        {
          onSuccess: ({ shown }) => {
            onShown(shown)
            offerUndo(uid, t(`prompts.said.${response}`, { what: t(`prompts.kind.${kind}`) }))
          },
        },
      )
    },
  }
}

/** What was noted of an answer, and its way back. */
function UndoAnswer(props: {
  readonly promptUid: string
  readonly said: string
  onUndone(shown: ShownPrompts): void
}) {
  const { promptUid, said, onUndone } = props
  const undo = useCommand('prompts.undoResponse')
  const takeBack = () => undo.mutate({ promptUid }, { onSuccess: onUndone })
  return <UndoNotice said={said} busy={undo.isPending} error={undo.error} onUndo={takeBack} />
}
