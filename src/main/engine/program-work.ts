import { internalNamed } from '../../shared/contract/internal/index.ts'
import type { SessionStaff } from '../../shared/contract/session.ts'
import { SYSTEM_NO } from '../../shared/domain/branch/actor.ts'

/** The program as it acts by itself: it has no name, and of all roles the one that sees no customer. */
export const SYSTEM: SessionStaff = { no: SYSTEM_NO, name: '', role: 'admin' }

/** Who acts in an operation: the program where its declaration says so, else who is signed in. */
export function actorOf(name: string, staff: SessionStaff): SessionStaff {
  return internalNamed(name)?.actor === 'program' ? SYSTEM : staff
}
