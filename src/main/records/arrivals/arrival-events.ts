import type { Connection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { write } from '../../engine/statement.ts'

export interface ArrivalEvent {
  readonly source: string
  readonly outcome: 'arrived' | 'joined' | 'unknown' | 'unreadable'
  /** What Settings shows beside the outcome: never a number, only of which kind it was. */
  readonly summary: object
  readonly visitId: number | null
}

const INSERT_EVENT = write(
  'INSERT INTO arrival_event (source, at, outcome, summary, visit_id) VALUES (?, ?, ?, ?, ?)',
)

/** Keeps that a source reported something, and what came of it (L1). */
export function insertArrivalEvent(
  { connection, nowAt, changed }: WriteContext,
  { source, outcome, summary, visitId }: ArrivalEvent,
): void {
  INSERT_EVENT.run(connection, source, nowAt, outcome, JSON.stringify(summary), visitId)
  changed('arrival_event')
}

const MOVE_EVENTS_OF_TICKET = write(
  `UPDATE arrival_event SET visit_id = ? WHERE visit_id = ? AND summary ->> 'ticket' = ?`,
)

/** What was reported of a ticket belongs to the visit that holds it now. */
export function moveArrivalEvents(
  { connection, changed }: WriteContext,
  { from, to }: { readonly from: number; readonly to: number },
  ticket: string,
): void {
  if (MOVE_EVENTS_OF_TICKET.run(connection, to, from, ticket).changes > 0) changed('arrival_event')
}

const DROP_EVENTS = write('DELETE FROM arrival_event WHERE id IN (SELECT value FROM json_each(?))')

/** @param ids numbers of events as a JSON array */
export function dropArrivalEvents(connection: Connection, ids: string): void {
  DROP_EVENTS.run(connection, ids)
}
