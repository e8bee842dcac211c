import type { OpenLoad } from '../../../shared/contract/leads.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { integer } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { REFERRALS_IN_HAND } from './work-load.ts'

const { staff } = TABLES

const OPEN_LOADS = read(
  {
    no: staff.no,
    name: staff.name,
    role: staff.role,
    intents: integer,
    leads: integer,
    referrals: integer,
    overdue: integer,
  },
  `SELECT staff.no, staff.name, staff.role,
     (SELECT count(*) FROM intent WHERE owner_no = staff.no AND status = 'open') AS intents,
     (SELECT count(*) FROM lead WHERE owner_no = staff.no AND closed_at IS NULL) AS leads,
     ${REFERRALS_IN_HAND} AS referrals,
     (SELECT count(*) FROM intent WHERE owner_no = staff.no AND status = 'open' AND next_on < ?)
     + (SELECT count(*) FROM lead WHERE owner_no = staff.no AND closed_at IS NULL AND next_on < ?) AS overdue
   FROM staff WHERE active = 1 AND role <> 'admin' ORDER BY staff.no`,
)

/** Everybody who deals with customers, with what lies open with them and how much of it is late. */
export function openLoads(connection: ReadConnection, todayOn: string): readonly OpenLoad[] {
  return OPEN_LOADS.all(connection, todayOn, todayOn)
}
