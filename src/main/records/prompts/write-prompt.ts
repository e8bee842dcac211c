import type { PromptResponse } from '../../../shared/domain/prompts/prompt-history.ts'
import type { Prompt } from '../../../shared/domain/prompts/prompts.ts'
import type { Connection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { write } from '../../engine/statement.ts'

const INSERT_PROMPT = write(
  `INSERT INTO prompt (uid, customer_id, visit_id, kind, play, marketing, on_date, shown_at, shown_to)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
)

/**
 * Keeps that a prompt was shown (L4).
 * @param visitId null outside a visit
 * @returns its uid
 */
export function insertPrompt(
  context: WriteContext,
  { personId, visitId }: { readonly personId: number; readonly visitId: number | null },
  { kind, script, marketing }: Prompt,
): string {
  const { connection, todayOn, nowAt, staff } = context
  const uid = context.newUid()
  const shown = [kind, script, marketing ? 1 : 0, todayOn, nowAt, staff.no]
  INSERT_PROMPT.run(connection, uid, personId, visitId, ...shown)
  context.changed('prompt')
  return uid
}

const WRITE_RESPONSE = write(
  'UPDATE prompt SET response = ?, responded_at = ?, responded_by = ? WHERE id = ?',
)

/** What the customer said to a prompt. */
export function writeResponse(
  { connection, nowAt, staff, changed }: WriteContext,
  promptId: number,
  response: PromptResponse,
): void {
  WRITE_RESPONSE.run(connection, response, nowAt, staff.no, promptId)
  changed('prompt')
}

const LET_GO_OF_VISITS = write(
  `UPDATE prompt SET visit_id = NULL
   WHERE visit_id IN (SELECT value FROM json_each(?)) AND response IS NULL`,
)

/** Prompts that were shown in visits that are taken back were shown outside a visit; an answered one keeps its visit. */
export function letGoOfVisits({ connection, changed }: WriteContext, ids: readonly number[]): void {
  if (ids.length === 0) return
  if (LET_GO_OF_VISITS.run(connection, JSON.stringify(ids)).changes > 0) changed('prompt')
}

const DROP_PROMPTS = write('DELETE FROM prompt WHERE id IN (SELECT value FROM json_each(?))')

/** @param ids numbers of prompts as a JSON array */
export function dropPrompts(connection: Connection, ids: string): void {
  DROP_PROMPTS.run(connection, ids)
}
