import type { InternalInputOf } from '../../../shared/contract/internal/index.ts'
import type { WriteContext } from '../../engine/context.ts'
import { write } from '../../engine/statement.ts'

const KEEP_UNREADABLE = write(
  "INSERT INTO arrival_event (source, at, outcome, summary) VALUES (?, ?, 'unreadable', ?)",
)

/** Keeps that a source said something that told of nobody, and why; what it said is forgotten. */
export function unreadable(
  { connection, nowAt, changed, note, publish }: WriteContext,
  { source, reason }: InternalInputOf<'arrivals.unreadable'>,
): null {
  const summary = JSON.stringify({ ticket: null, key: 'none', why: reason })
  KEEP_UNREADABLE.run(connection, source, nowAt, summary)
  changed('arrival_event')
  note({ source })
  publish({ source, reason })
  return null
}
