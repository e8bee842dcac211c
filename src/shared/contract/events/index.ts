import type { z } from 'zod'
import { operationNamed } from '../index.ts'
import { branchEvents } from './branch.ts'
import { lobbyEvents } from './lobby.ts'
import { referralEvents } from './referrals.ts'
import { followupEvents, intentEvents, leadEvents } from './work.ts'

/**
 * What a write leaves in the outbox for the hub, by the name of the operation: strict, so that nothing goes along that
 * is not meant to. Uids, staff numbers and days only; a local row number means nothing on another PC.
 */
export const EVENTS = {
  ...intentEvents,
  ...leadEvents,
  ...referralEvents,
  ...followupEvents,
  ...lobbyEvents,
  ...branchEvents,
}

export type EventName = keyof typeof EVENTS

/** What a handler publishes, for `context.publish(… satisfies Published<'intents.flag'>)`. */
export type Published<Name extends EventName> = z.output<(typeof EVENTS)[Name]>

const LISTED: ReadonlyMap<string, z.ZodType> = new Map(Object.entries(EVENTS))

/** The schema of an operation's event: its own, or its input's where its handler publishes nothing else. */
export function eventSchemaOf(operation: string): z.ZodType | undefined {
  return LISTED.get(operation) ?? operationNamed(operation)?.input
}
