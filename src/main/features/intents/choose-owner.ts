import type { SessionStaff } from '../../../shared/contract/session.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { counterStaff } from '../../records/staff/counter-staff.ts'
import { leastLoaded } from '../../records/staff/least-loaded.ts'

/**
 * Who follows up a new intent (F1): whoever has it already, else the person's own manager, else whoever flags it; but a
 * teller stays at the counter, so a teller's flag goes to the least loaded manager, then lobby, then head, and back to
 * the teller only where the branch has nobody else.
 * @param candidates staff numbers in order of right; null or inactive ones are passed over
 */
export function chooseOwner(
  connection: ReadConnection,
  candidates: readonly (string | null)[],
  caller: SessionStaff,
): string {
  const entitled = candidates.find((no) => no !== null && counterStaff(connection, no) !== undefined)
  if (entitled !== undefined && entitled !== null) return entitled
  if (caller.role !== 'teller') return caller.no
  return leastLoaded(connection, ['rm', 'lobby', 'head']) ?? caller.no
}
