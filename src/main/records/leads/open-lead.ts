import type { IntentLevel } from '../../../shared/domain/work/intent.ts'
import type { LeadState } from '../../../shared/domain/work/lead.ts'
import type { Connection } from '../../engine/connection.ts'

/** An open lead as far as whoever takes it over asks. */
export interface OpenLeadRecord {
  readonly id: number
  readonly state: LeadState
  readonly level: IntentLevel
  readonly nextOn: string
}

/** The open lead of that number; undefined where it is closed by now. */
export function openLeadById(connection: Connection, leadId: number): OpenLeadRecord | undefined {
  return connection
    .statement<OpenLeadRecord>(
      'SELECT id, state, level, next_on AS nextOn FROM lead WHERE id = ? AND closed_at IS NULL',
    )
    .get(leadId)
}
