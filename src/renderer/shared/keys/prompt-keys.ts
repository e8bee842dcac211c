import type { PromptResponse } from '../../../shared/domain/prompts/prompt-history.ts'

const ANSWERS: Readonly<Record<string, PromptResponse>> = {
  '+': 'accepted',
  // The same key without Shift.
  '=': 'accepted',
  '-': 'not-now',
  Delete: 'refused',
}

/** What a key answers to the prompt that has the focus; null for a key that answers nothing. */
export function answerOfKey(key: string): PromptResponse | null {
  return ANSWERS[key] ?? null
}

/** How the answers' keys are named to a screen reader. */
export const KEY_OF_ANSWER: Readonly<Record<PromptResponse, string>> = {
  accepted: '+',
  'not-now': '-',
  refused: 'Delete',
}
