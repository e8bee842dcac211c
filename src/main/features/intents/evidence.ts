import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { IntentLevel } from '../../../shared/domain/intent.ts'
import type { Connection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import type { OpenIntentRecord } from './open-intent-row.ts'

/** An intent as it was before a flag, as far as a flag changes it. */
export interface IntentBefore {
  readonly level: IntentLevel
  readonly warnOn: string
  readonly nextOn: string
  readonly dueRule: string | null
  readonly lastEvidenceOn: string
}

export interface Evidence {
  readonly id: number
  readonly intentId: number
  readonly at: number
  readonly undone: boolean
  /** Null where the flag created the intent. */
  readonly before: IntentBefore | null
}

/**
 * Keeps one flag as evidence of its intent (I1).
 * @param before null where the flag created the intent
 * @returns the evidence's uid, which takes the flag back
 */
export function addEvidence(
  context: WriteContext,
  intentId: number,
  { level, signals, note }: ParsedInputOf<'intents.flag'>,
  before: OpenIntentRecord | null,
): string {
  const uid = context.newUid()
  context.connection
    .statement(
      `INSERT INTO intent_evidence (uid, intent_id, level, signals, note, on_date, at, staff_no, before)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      uid,
      intentId,
      level,
      JSON.stringify([...new Set(signals)]),
      note,
      context.todayOn,
      context.nowAt,
      context.staff.no,
      before === null ? null : JSON.stringify(snapshot(before)),
    )
  return uid
}

/** The flag that this member of the staff made under that uid. */
export function evidenceOf(connection: Connection, uid: string, staffNo: string): Evidence | undefined {
  const row = connection
    .statement<{ id: number; intentId: number; at: number; undoneAt: number | null; before: string | null }>(
      `SELECT id, intent_id AS intentId, at, undone_at AS undoneAt, before
       FROM intent_evidence WHERE uid = ? AND staff_no = ?`,
    )
    .get(uid, staffNo)
  if (row === undefined) return undefined
  return {
    id: row.id,
    intentId: row.intentId,
    at: row.at,
    undone: row.undoneAt !== null,
    before: row.before === null ? null : (JSON.parse(row.before) as IntentBefore),
  }
}

function snapshot({ level, warnOn, nextOn, dueRule, lastEvidenceOn }: OpenIntentRecord): IntentBefore {
  return { level, warnOn, nextOn, dueRule, lastEvidenceOn }
}
