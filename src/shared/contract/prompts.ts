import { z } from 'zod'
import { COUNTER, LOBBY_AND_UP } from '../domain/branch/roles.ts'
import { PROMPT_RESPONSES, type PromptResponse } from '../domain/prompts/prompt-history.ts'
import type { PromptKind } from '../domain/prompts/prompt-kinds.ts'
import type { Prompt, PromptBlock } from '../domain/prompts/prompts.ts'
import { look, query, undoable } from './operation.ts'

/** A prompt that was put before somebody: it has a name of its own by which it is answered. */
export interface ShownPrompt extends Prompt {
  readonly uid: string
  /** Null while nobody has answered; what is refused or silenced is among the blocks. */
  readonly response: PromptResponse | null
}

export interface ShownPrompts {
  readonly prompts: readonly ShownPrompt[]
  readonly blocks: readonly PromptBlock[]
}

export interface AnsweredPrompt {
  readonly shown: ShownPrompts
}

/** What became of the prompts of one kind. */
export interface PromptTally {
  readonly kind: PromptKind
  readonly marketing: boolean
  readonly shown: number
  readonly accepted: number
  readonly refused: number
  readonly notNow: number
}

const promptUid = z.uuid()
const day = z.iso.date()

export const prompts = {
  /**
   * What to say to a person and what not (L3, L4), for whoever has opened them or has them in the lobby. A command,
   * because what is shown counts for the fatigue guard: one row a prompt and visit, or a day without a visit.
   * It does not follow `prompt` itself: showing writes it, and an answer brings its own outcome.
   */
  show: look(
    'prompts.show',
    COUNTER,
    z.strictObject({ customerUid: z.uuid(), visitUid: z.uuid().nullable().default(null) }),
    { follows: ['intent', 'contact', 'refusal', 'complaint', 'consent', 'referral'] },
  ).returns<ShownPrompts>(),
  respond: undoable(
    'prompts.respond',
    COUNTER,
    z.strictObject({ promptUid, response: z.enum(PROMPT_RESPONSES) }),
  ).returns<AnsweredPrompt>(),
  /** 提示 → 接受率: of the days from `fromOn` to `toOn`, kinds that were shown, in the order of `PROMPT_KINDS`. */
  report: query('prompts.report', LOBBY_AND_UP, z.strictObject({ fromOn: day, toOn: day }), {
    reads: ['prompt'],
  }).returns<readonly PromptTally[]>(),
}
