import { z } from 'zod'
import type { PromptKind } from '../../../shared/domain/prompts/prompt-kinds.ts'
import { type IntentLevel, LEVELS, type Signal } from '../../../shared/domain/work/intent.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { read, write } from '../../engine/statement.ts'
import type { Moment } from '../work/moment.ts'
import type { OpenIntentRecord } from './open-intent.ts'

const beforeSchema = z.object({
  level: z.enum(LEVELS),
  warnOn: z.string(),
  nextOn: z.string(),
  dueRule: z.string().nullable(),
  lastEvidenceOn: z.string(),
  /** Absent where the flag left the owner, and in rows of a version that did not keep it. */
  owner: z.object({ beforeNo: z.string(), afterNo: z.string() }).optional(),
})

/** An intent as it was before a flag, as far as a flag changes it. */
export type IntentBefore = z.infer<typeof beforeSchema>

export interface NewEvidence {
  readonly level: IntentLevel
  readonly signals: readonly Signal[]
  readonly note: string
  /** The prompt that the flag answers; null for a wish of the customer's own. */
  readonly fromPrompt: PromptKind | null
}

export interface Evidence {
  readonly id: number
  readonly intentId: number
  readonly at: number
  readonly undone: boolean
  /** Null where the flag created the intent. */
  readonly before: IntentBefore | null
}

/** What a flag is about to change of an intent, with the owner where it goes to another. */
export function beforeFlag(
  { level, warnOn, nextOn, dueRule, lastEvidenceOn, ownerNo }: OpenIntentRecord,
  newOwnerNo: string,
): IntentBefore {
  const standing = { level, warnOn, nextOn, dueRule, lastEvidenceOn }
  return ownerNo === newOwnerNo
    ? standing
    : { ...standing, owner: { beforeNo: ownerNo, afterNo: newOwnerNo } }
}

const ADD_EVIDENCE = write(
  `INSERT INTO intent_evidence (uid, intent_id, level, signals, note, on_date, at, staff_no, before, from_prompt)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
)

/**
 * Keeps one flag as evidence of its intent (I1).
 * @param before null where the flag created the intent
 * @returns the evidence's uid, which takes the flag back
 */
export function addEvidence(
  context: Pick<WriteContext, 'connection' | 'newUid' | 'changed'>,
  intentId: number,
  { level, signals, note, fromPrompt }: NewEvidence,
  before: IntentBefore | null,
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
    before === null ? null : JSON.stringify(before),
    fromPrompt,
  )
  context.changed('intent_evidence')
  return uid
}

const TAKE_BACK_EVIDENCE = write('UPDATE intent_evidence SET undone_at = ? WHERE id = ?')

/** Marks one flag as taken back; its signals count no longer. */
export function takeBackEvidence(
  { connection, nowAt, changed }: Pick<WriteContext, 'connection' | 'nowAt' | 'changed'>,
  evidenceId: number,
): void {
  TAKE_BACK_EVIDENCE.run(connection, nowAt, evidenceId)
  changed('intent_evidence')
}

const { intent_evidence: evidence } = TABLES

const EVIDENCE_OF_STAFF = read(
  {
    id: evidence.id,
    intentId: evidence.intent_id,
    at: evidence.at,
    undoneAt: evidence.undone_at,
    before: evidence.before,
  },
  `SELECT id, intent_id AS intentId, at, undone_at AS undoneAt, before
       FROM intent_evidence WHERE uid = ? AND staff_no = ?`,
)

/** The flag that this member of the staff made under that uid. */
export function evidenceOf(connection: ReadConnection, uid: string, staffNo: string): Evidence | undefined {
  const row = EVIDENCE_OF_STAFF.get(connection, uid, staffNo)
  if (row === undefined) return undefined
  return {
    id: row.id,
    intentId: row.intentId,
    at: row.at,
    undone: row.undoneAt !== null,
    before: row.before === null ? null : beforeSchema.parse(JSON.parse(row.before)),
  }
}
