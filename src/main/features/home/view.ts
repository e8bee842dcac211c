import type { HomeView, ReferralsWaiting, WorkDue } from '../../../shared/contract/home.ts'
import { sharesOutWork } from '../../../shared/domain/branch/roles.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { ReadContext } from '../../engine/context.ts'
import { integer, orNull } from '../../engine/schema/columns.ts'
import { read } from '../../engine/statement.ts'
import { lastDay } from './last-day.ts'

const DUE = { overdue: integer, today: integer }
const DUE_FIGURES =
  'count(CASE WHEN next_on < ? THEN 1 END) AS overdue, count(CASE WHEN next_on = ? THEN 1 END) AS today'

const FOLLOWUPS_OF = read(
  DUE,
  `SELECT ${DUE_FIGURES} FROM intent WHERE status = 'open' AND owner_no = ? AND next_on <= ?`,
)

const FOLLOWUPS = read(DUE, `SELECT ${DUE_FIGURES} FROM intent WHERE status = 'open'`)

const LEADS_OF = read(
  DUE,
  `SELECT ${DUE_FIGURES} FROM lead WHERE closed_at IS NULL AND owner_no = ? AND next_on <= ?`,
)

const WAITING_REFERRALS = { waiting: integer, nearestAt: orNull(integer) }

const REFERRALS_OF = read(
  WAITING_REFERRALS,
  `SELECT count(*) AS waiting, min(accept_by_at) AS nearestAt FROM referral WHERE to_no = ? AND state = 'offered'`,
)

const REFERRALS = read(
  WAITING_REFERRALS,
  `SELECT count(*) AS waiting, min(accept_by_at) AS nearestAt FROM referral WHERE state = 'offered'`,
)

const WAITING_VISITS = read(
  { waiting: integer, firstAt: orNull(integer) },
  `SELECT count(*) AS waiting, min(arrived_at) AS firstAt FROM visit WHERE on_date = ? AND state = 'waiting'`,
)

const UNSEEN = read(
  { count: integer },
  'SELECT count(*) AS count FROM notice WHERE staff_no = ? AND seen_at IS NULL',
)

const NO_WORK: WorkDue = { overdue: 0, today: 0 }
const NO_REFERRALS: ReferralsWaiting = { waiting: 0, nearestAt: null }

/** What waits for the caller today, and what the last working day came to (X3): counted, and nobody is named (P2). */
export function view(context: ReadContext): HomeView {
  const { connection, staff, todayOn } = context
  const due = [todayOn, todayOn, staff.no, todayOn] as const
  return {
    followups: FOLLOWUPS_OF.get(connection, ...due) ?? NO_WORK,
    leads: LEADS_OF.get(connection, ...due) ?? NO_WORK,
    lobby: WAITING_VISITS.get(connection, todayOn) ?? { waiting: 0, firstAt: null },
    referrals: REFERRALS_OF.get(connection, staff.no) ?? NO_REFERRALS,
    branch: sharesOutWork(staff.role) ? ofBranch(connection, todayOn) : null,
    lastDay: lastDay(context),
    unseenNotices: UNSEEN.get(connection, staff.no)?.count ?? 0,
  }
}

function ofBranch(connection: ReadConnection, todayOn: string): HomeView['branch'] {
  return {
    followups: FOLLOWUPS.get(connection, todayOn, todayOn) ?? NO_WORK,
    referrals: REFERRALS.get(connection) ?? NO_REFERRALS,
  }
}
