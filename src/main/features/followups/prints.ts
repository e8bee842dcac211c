import type { PrintedList } from '../../../shared/contract/followups.ts'
import type { ReadContext } from '../../engine/context.ts'
import { latestPrints } from '../../records/prints/printed-list.ts'
import { seesAllLists } from './whose-list.ts'

/** The latest prints, newest first: all of them for those who share out the work, one's own for everyone else. */
export function prints({ connection, staff }: ReadContext): readonly PrintedList[] {
  return latestPrints(connection, seesAllLists(staff) ? null : staff.no)
}
