import { z } from 'zod'
import { ARRIVAL_SOURCES, BUSINESSES, VISIT_STATES } from '../../domain/lobby/visit.ts'
import { lobby } from '../lobby.ts'

export const lobbyEvents = {
  'lobby.arrive': lobby.arrive.input.extend({ visitUid: z.uuid() }),
  'lobby.advance': lobby.advance.input.extend({ state: z.enum(VISIT_STATES) }),
  'lobby.part': lobby.part.input.extend({ partedUid: z.uuid() }),
  /** A machine's: who was found by the number it read, or that it read nothing. */
  'lobby.report': z.union([
    z.strictObject({ source: z.enum(ARRIVAL_SOURCES), outcome: z.literal('unreadable') }),
    z.strictObject({
      source: z.enum(ARRIVAL_SOURCES),
      ticket: z.string().nullable(),
      business: z.enum(BUSINESSES).nullable(),
      personUid: z.uuid().nullable(),
      visitUid: z.uuid(),
    }),
  ]),
  'arrivals.unreadable': z.strictObject({ source: z.enum(ARRIVAL_SOURCES), reason: z.string() }),
  'arrivals.rehearse': z.strictObject({}),
}
