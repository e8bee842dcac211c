import type { SessionStaff } from '../../../shared/contract/session.ts'
import { Refusal } from '../../../shared/domain/branch/refusal.ts'
import { sharesOutWork } from '../../../shared/domain/branch/roles.ts'
import type { Connection } from '../../engine/connection.ts'

export interface ListOwner {
  readonly no: string
  readonly name: string
}

export function seesAllLists(caller: SessionStaff): boolean {
  return sharesOutWork(caller.role)
}

/** Whether somebody may see the follow-ups of a member of the staff. */
export function maySeeListOf(caller: SessionStaff, ownerNo: string): boolean {
  return caller.no === ownerNo || seesAllLists(caller)
}

/**
 * Whose list is asked for: the caller's where none is named. Staff who left keep a list until it was handed over.
 * @throws Refusal `door.notAllowed` for somebody else's list, `followups.ownerUnknown` for a number nobody has
 */
export function whoseList(connection: Connection, caller: SessionStaff, ownerNo: string | null): ListOwner {
  const no = ownerNo ?? caller.no
  if (!maySeeListOf(caller, no)) throw new Refusal('door.notAllowed')
  const owner = connection.statement<ListOwner>('SELECT no, name FROM staff WHERE no = ?').get(no)
  if (owner === undefined) throw new Refusal('followups.ownerUnknown')
  return owner
}
