import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { Arrived } from '../../../shared/contract/lobby.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { WriteContext } from '../../engine/context.ts'
import { receive } from './receive.ts'
import { announced } from './visit-row.ts'
import { visitorOf } from './visitor.ts'

/**
 * An arrival that somebody typed or scanned in a window (L1).
 * @throws AppError `lobby.ticketTaken`, `customers.notFound`, `lobby.leadUnknown`
 */
export function arrive(context: WriteContext, input: ParsedInputOf<'lobby.arrive'>): Arrived {
  const { ticket, business, who, source } = input
  const received = receive(context, { ticket, business, source, visitor: visitorOf(context.connection, who) })
  if (received.outcome === 'ticket-taken') throw new AppError('lobby.ticketTaken', { ticket: ticket ?? '' })
  const { outcome, id } = received
  context.note({ outcome, business, source, known: who.kind })
  return { outcome, visit: announced(context, id, input) }
}
