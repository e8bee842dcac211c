import type { ShownPrompt, ShownPrompts } from '../../../shared/contract/prompts.ts'
import type { PromptResponse } from '../../../shared/domain/prompts/prompt-history.ts'
import type { CallError } from '../../ipc/call-error.ts'
import { useCommand } from '../../ipc/operations.ts'

interface Answering {
  answer(prompt: ShownPrompt, response: PromptResponse): void
  readonly error: CallError | null
}

/** Notes what somebody said to a prompt. */
export function useAnswer(onShown: (shown: ShownPrompts) => void): Answering {
  const respond = useCommand('prompts.respond')
  return {
    error: respond.error,
    answer: ({ uid, response: before }, response) => {
      if (before !== null || respond.isPending) return
      respond.mutate({ promptUid: uid, response }, { onSuccess: ({ shown }) => onShown(shown) })
    },
  }
}
