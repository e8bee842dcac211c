import { z } from 'zod'
import type { ArrivalEvent } from '../../../shared/contract/arrivals.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { Connection } from '../../engine/connection.ts'
import type { ReadContext } from '../../engine/context.ts'

interface EventRow {
  readonly id: number
  readonly at: number
  readonly outcome: ArrivalEvent['outcome']
  readonly summary: string
}

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
  return connection
    .statement<EventRow>(
      'SELECT id, at, outcome, summary FROM arrival_event WHERE source = ? ORDER BY id DESC LIMIT ?',
    )
    .all(source, limit)
    .map(({ summary, ...row }) => ({ ...row, ...summarySchema.parse(JSON.parse(summary)) }))
}

interface TypedRow {
  readonly id: number
  readonly at: number
  readonly ticket: string | null
}

function typedToday(connection: Connection, todayOn: string, limit: number): readonly ArrivalEvent[] {
  return connection
    .statement<TypedRow>(
      `SELECT visit.id, visit.arrived_at AS at,
              (SELECT ticket FROM visit_ticket WHERE visit_id = visit.id ORDER BY at LIMIT 1) AS ticket
         FROM visit WHERE on_date = ? AND source = 'hand' ORDER BY visit.id DESC LIMIT ?`,
    )
    .all(todayOn, limit)
    .map((row) => ({ ...row, outcome: 'arrived', key: 'none', why: null }))
}
