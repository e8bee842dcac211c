import { z } from 'zod'
import type { ArrivalEvent } from '../../../shared/contract/arrivals.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { ReadContext } from '../../engine/context.ts'
import { orNull } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'

const { arrival_event, visit, visit_ticket } = TABLES

const LAST_REPORTS = read(
  {
    id: arrival_event.id,
    at: arrival_event.at,
    outcome: arrival_event.outcome,
    summary: arrival_event.summary,
  },
  'SELECT id, at, outcome, summary FROM arrival_event WHERE source = ? ORDER BY id DESC LIMIT ?',
)

/** What is said of an event besides its outcome: the ticket, of which kind the number was, and why it failed. */
const summarySchema = z.object({
  ticket: z.string().nullable(),
  key: z.string(),
  why: z.string().nullable().default(null),
})

/** The last reports of one source, the newest first; of what was typed by hand the visits of today, which are its record. */
export function events(
  { connection, todayOn }: ReadContext,
  { source, limit }: ParsedInputOf<'arrivals.events'>,
): readonly ArrivalEvent[] {
  if (source === 'hand') return typedToday(connection, todayOn, limit)
  return LAST_REPORTS.all(connection, source, limit).map(({ summary, ...row }) => ({
    ...row,
    ...summarySchema.parse(JSON.parse(summary)),
  }))
}

const TYPED_ON_DAY = read(
  { id: visit.id, at: visit.arrived_at, ticket: orNull(visit_ticket.ticket) },
  `SELECT visit.id, visit.arrived_at AS at,
          (SELECT ticket FROM visit_ticket WHERE visit_id = visit.id ORDER BY at LIMIT 1) AS ticket
     FROM visit WHERE on_date = ? AND source = 'hand' ORDER BY visit.id DESC LIMIT ?`,
)

function typedToday(connection: ReadConnection, todayOn: string, limit: number): readonly ArrivalEvent[] {
  return TYPED_ON_DAY.all(connection, todayOn, limit).map((row) => ({
    ...row,
    outcome: 'arrived',
    key: 'none',
    why: null,
  }))
}
