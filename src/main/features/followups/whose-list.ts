import type { SessionStaff } from '../../../shared/contract/session.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { sharesOutWork } from '../../../shared/domain/branch/roles.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { RowOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'

const LIST_OWNER = { no: TABLES.staff.no, name: TABLES.staff.name }

export type ListOwner = RowOf<typeof LIST_OWNER>

const STAFF_NUMBERED = read(LIST_OWNER, 'SELECT no, name FROM staff WHERE no = ?')

export function seesAllLists(caller: SessionStaff): boolean {
  return sharesOutWork(caller.role)
}

/** Whether somebody may see the follow-ups of a member of the staff. */
export function maySeeListOf(caller: SessionStaff, ownerNo: string): boolean {
  return caller.no === ownerNo || seesAllLists(caller)
}

/**
 * Whose list is asked for: the caller's where none is named. Staff who left keep a list until it was handed over.
 * @throws AppError `call.notAllowed` for somebody else's list, `followups.ownerUnknown` for a number nobody has
 */
export function whoseList(
  connection: ReadConnection,
  caller: SessionStaff,
  ownerNo: string | null,
): ListOwner {
  const no = ownerNo ?? caller.no
  if (!maySeeListOf(caller, no)) throw new AppError('call.notAllowed')
  const owner = STAFF_NUMBERED.get(connection, no)
  if (owner === undefined) throw new AppError('followups.ownerUnknown')
  return owner
}
