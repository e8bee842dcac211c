import { z } from 'zod'
import type { ArrivalEvent } from '../../../shared/contract/arrivals.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
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

/** The last reports of one source, the newest first. */
export function events(
  { connection }: ReadContext,
  { source, limit }: ParsedInputOf<'arrivals.events'>,
): readonly ArrivalEvent[] {
  return connection
    .statement<EventRow>(
      'SELECT id, at, outcome, summary FROM arrival_event WHERE source = ? ORDER BY id DESC LIMIT ?',
    )
    .all(source, limit)
    .map(({ summary, ...row }) => ({ ...row, ...summarySchema.parse(JSON.parse(summary)) }))
}
