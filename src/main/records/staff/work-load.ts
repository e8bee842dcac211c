import type { RouteRole } from '../../../shared/domain/work/routing.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { integer, type RowOf, textOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'

const { staff } = TABLES

/** The statement asks for the roles that are left. */
const LOADED_STAFF = { no: staff.no, name: staff.name, role: textOf<RouteRole>(), load: integer }

/** Somebody who deals with customers, with the open work in their hands. */
export type LoadedStaff = RowOf<typeof LOADED_STAFF>

/** Leaves out a referral that its receiver handed on to somebody who has not closed it: the work is theirs meanwhile. */
export const NOT_HANDED_ON = `NOT EXISTS (
  SELECT 1 FROM referral AS onward WHERE onward.handed_on_from = referral.id AND onward.closed_at IS NULL)`

/**
 * Referrals with somebody, beside `staff`: those that wait for them, and those that hang on no intent or lead of
 * theirs, so that nothing counts twice.
 */
export const REFERRALS_IN_HAND = `(
    (SELECT count(*) FROM referral WHERE to_no = staff.no AND state = 'offered')
    + (SELECT count(*) FROM referral WHERE to_no = staff.no AND state IN ('accepted', 'contacted', 'qualified')
         AND intent_id IS NULL AND lead_id IS NULL AND ${NOT_HANDED_ON}))`

/** Open work a person: intents, leads and referrals. */
export const WORK_LOAD = read(
  LOADED_STAFF,
  `SELECT no, name, role,
    (SELECT count(*) FROM intent WHERE owner_no = staff.no AND status = 'open')
    + (SELECT count(*) FROM lead WHERE owner_no = staff.no AND closed_at IS NULL)
    + ${REFERRALS_IN_HAND} AS load
  FROM staff WHERE active = 1 AND role <> 'admin' ORDER BY no`,
)

/** Everybody active who deals with customers (L8, I4). */
export function workLoads(connection: ReadConnection): readonly LoadedStaff[] {
  return WORK_LOAD.all(connection)
}
