import type { SessionStaff } from '../../shared/contract/session.ts'
import { SYSTEM_NO } from '../../shared/domain/actor.ts'
import type { InternalName } from './internal-operations.ts'

/** The program as it acts by itself: it has no name, and of all roles the one that sees no customer. */
export const SYSTEM: SessionStaff = { no: SYSTEM_NO, name: '', role: 'admin' }

/**
 * What the program does by itself: what time brings about, and what machines in the hall tell. It is written in the
 * program's own name, whoever is signed in at the workstation where it happened.
 */
const PROGRAM_WORK = [
  'referrals.bounce',
  'followups.escalate',
  'notices.tellDue',
  'lobby.report',
  'arrivals.unreadable',
] as const satisfies readonly InternalName[]

/** Who acts in an operation: the program in its own work, else who asked. */
export function actorOf(name: string, staff: SessionStaff): SessionStaff {
  return PROGRAM_WORK.some((each) => each === name) ? SYSTEM : staff
}
