import type { PromptKind } from '../../../shared/domain/prompts/prompt-kinds.ts'
import type { IntentLevel, Signal } from '../../../shared/domain/work/intent.ts'
import type { WriteContext } from '../../engine/context.ts'
import { write } from '../../engine/statement.ts'
import type { Moment } from '../work/moment.ts'

export interface NewEvidence {
  readonly level: IntentLevel
  readonly signals: readonly Signal[]
  readonly note: string
  /** The prompt that the flag answers; null for a wish of the customer's own. */
  readonly fromPrompt: PromptKind | null
}

const ADD_EVIDENCE = write(
  `INSERT INTO intent_evidence (uid, intent_id, level, signals, note, on_date, at, staff_no, from_prompt)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
)

/**
 * Keeps one flag as evidence of its intent (I1).
 * @returns the evidence's uid
 */
export function addEvidence(
  context: Pick<WriteContext, 'connection' | 'newUid' | 'changed'>,
  intentId: number,
  { level, signals, note, fromPrompt }: NewEvidence,
  moment: Moment,
): string {
  const uid = context.newUid()
  ADD_EVIDENCE.run(
    context.connection,
    uid,
    intentId,
    level,
    JSON.stringify([...new Set(signals)]),
    note,
    moment.on,
    moment.at,
    moment.by,
    fromPrompt,
  )
  context.changed('intent_evidence')
  return uid
}
