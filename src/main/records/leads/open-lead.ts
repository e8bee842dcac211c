import type { ReadConnection } from '../../engine/connection.ts'
import type { RowOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { type Filled, filled } from '../work/filled.ts'

const { lead } = TABLES

const LEAD = { id: lead.id, state: lead.state, level: lead.level, nextOn: lead.next_on }

/** What only a closed lead may be without. */
const OPEN_HAS = ['nextOn'] as const

/** An open lead as far as whoever takes it over asks. */
export type OpenLeadRecord = Filled<RowOf<typeof LEAD>, (typeof OPEN_HAS)[number]>

const OPEN_LEAD_NUMBERED = read(
  LEAD,
  'SELECT id, state, level, next_on AS nextOn FROM lead WHERE id = ? AND closed_at IS NULL',
)

/** The open lead of that number; undefined where it is closed by now. */
export function openLeadById(connection: ReadConnection, leadId: number): OpenLeadRecord | undefined {
  const row = OPEN_LEAD_NUMBERED.get(connection, leadId)
  return row === undefined ? undefined : filled(row, OPEN_HAS)
}
