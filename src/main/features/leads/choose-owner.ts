import type { SessionStaff } from '../../../shared/contract/session.ts'
import type { IntentLevel } from '../../../shared/domain/work/intent.ts'
import type { RouteRole } from '../../../shared/domain/work/routing.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { leastLoaded } from '../../records/staff/least-loaded.ts'

/** 高 goes to one named person who can advise (I2); what is lighter stays with the lobby. Our own default. */
const ROLES_BY_LEVEL: Readonly<Record<IntentLevel, readonly RouteRole[]>> = {
  high: ['rm', 'lobby', 'head'],
  mid: ['lobby', 'rm', 'head'],
  low: ['lobby', 'rm', 'head'],
}

/**
 * Who follows up a new lead (F1): whoever enters it, but a teller stays at the counter, so a teller's goes to the least
 * loaded manager or lobby by its level, and back to the teller only where the branch has nobody else.
 */
export function chooseOwner(connection: ReadConnection, level: IntentLevel, caller: SessionStaff): string {
  if (caller.role !== 'teller') return caller.no
  return leastLoaded(connection, ROLES_BY_LEVEL[level]) ?? caller.no
}
