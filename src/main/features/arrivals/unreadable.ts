import type { InternalInputOf } from '../../../shared/contract/internal/index.ts'
import type { WriteContext } from '../../engine/context.ts'
import { insertArrivalEvent } from '../../records/arrivals/arrival-events.ts'

/** Keeps that a source said something that told of nobody, and why; what it said is forgotten. */
export function unreadable(
  context: WriteContext,
  { source, reason }: InternalInputOf<'arrivals.unreadable'>,
): null {
  const summary = { ticket: null, key: 'none', why: reason }
  insertArrivalEvent(context, { source, outcome: 'unreadable', summary, visitId: null })
  context.note({ source })
  context.publish({ source, reason })
  return null
}
