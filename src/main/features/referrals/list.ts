import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { ReferralList, ReferralSort } from '../../../shared/contract/referrals.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { sharesOutWork } from '../../../shared/domain/branch/roles.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { ReadContext } from '../../engine/context.ts'
import { integer } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { NOT_HANDED_ON } from '../../records/staff/work-load.ts'
import { readReferralLine } from './referral-line.ts'

const REFERRAL = { id: TABLES.referral.id }

type ListInput = ParsedInputOf<'referrals.list'>
type View = ListInput['view']

/** Whose referrals each view holds, narrowed to a product, a level and a state where one is asked for. */
const NARROWED =
  'product = coalesce(?, product) AND level = coalesce(?, level) AND state = coalesce(?, state)'
const CONDITIONS: Readonly<Record<View, string>> = {
  'to-do': `to_no = ? AND state IN ('offered', 'accepted', 'contacted', 'qualified')
    AND ${NOT_HANDED_ON} AND ${NARROWED}`,
  referred: `from_no = ? AND ${NARROWED}`,
  all: NARROWED,
}

/** What a view is sorted by, in turn, and which way each part goes. */
type Terms = readonly (readonly [by: string, way: 'ASC' | 'DESC'])[]

const LATEST_FIRST: Terms = [
  ['offered_at', 'DESC'],
  ['id', 'DESC'],
]

const USUAL: Readonly<Record<View, Terms>> = {
  // What waits for an answer first, the nearest clock on top; then what is in hand, the oldest first.
  'to-do': [
    ['accept_by_at IS NULL', 'ASC'],
    ['accept_by_at', 'ASC'],
    ['offered_at', 'ASC'],
    ['id', 'ASC'],
  ],
  referred: LATEST_FIRST,
  all: [['closed_at IS NOT NULL', 'ASC'], ...LATEST_FIRST],
}

function termsOf(view: View, sort: ReferralSort): Terms {
  switch (sort) {
    case 'usual':
      return USUAL[view]
    case 'offered':
      return LATEST_FIRST
    case 'level':
      return [["CASE level WHEN 'high' THEN 0 WHEN 'mid' THEN 1 ELSE 2 END", 'ASC'], ...LATEST_FIRST]
    case 'staff':
      // One's own name says nothing: in what waits for me it is who sends, elsewhere who receives.
      return [[view === 'to-do' ? 'from_no' : 'to_no', 'ASC'], ...LATEST_FIRST]
  }
}

function referralsIn(view: View, sort: ReferralSort) {
  const declare = (terms: Terms) =>
    read(
      REFERRAL,
      `SELECT id FROM referral WHERE ${CONDITIONS[view]}
      ORDER BY ${terms.map((term) => term.join(' ')).join(', ')} LIMIT ?`,
    )
  const terms = termsOf(view, sort)
  return {
    usual: declare(terms),
    reversed: declare(terms.map(([by, way]) => [by, way === 'ASC' ? 'DESC' : 'ASC'])),
  }
}

function inEveryOrder(view: View) {
  return {
    usual: referralsIn(view, 'usual'),
    offered: referralsIn(view, 'offered'),
    level: referralsIn(view, 'level'),
    staff: referralsIn(view, 'staff'),
  }
}

/** Values: whose, except for all; product, level and state, or null; how many. */
export const REFERRALS = {
  'to-do': inEveryOrder('to-do'),
  referred: inEveryOrder('referred'),
  all: inEveryOrder('all'),
}

/**
 * Referrals as their people see them (L8). Everyone sees what was put to them and what they referred, with what came of
 * it; who shares out work sees the branch's.
 * @throws AppError `call.notAllowed`
 */
export function list(context: ReadContext, input: ListInput): ReferralList {
  const { connection, staff } = context
  const { view, sort, reversed, product, level, state, limit } = input
  if (view === 'all' && !sharesOutWork(staff.role)) throw new AppError('call.notAllowed')
  const values = [...(view === 'all' ? [] : [staff.no]), product, level, state]
  const ids = REFERRALS[view][sort][reversed ? 'reversed' : 'usual'].all(connection, ...values, limit)
  return {
    rows: ids.map(({ id }) => readReferralLine(context, id)),
    total: TOTALS[view].get(connection, ...values)?.total ?? 0,
    counts: countsOf(connection, staff.no),
  }
}

function totalOf(view: View) {
  return read({ total: integer }, `SELECT count(*) AS total FROM referral WHERE ${CONDITIONS[view]}`)
}

const TOTALS = { 'to-do': totalOf('to-do'), referred: totalOf('referred'), all: totalOf('all') }

const COUNTS_OF_STAFF = read(
  { toAccept: integer, inHand: integer, referred: integer, qualified: integer },
  `SELECT
         (SELECT count(*) FROM referral WHERE to_no = ? AND state = 'offered') AS toAccept,
         (SELECT count(*) FROM referral WHERE to_no = ? AND state IN ('accepted', 'contacted', 'qualified')
           AND ${NOT_HANDED_ON}) AS inHand,
         (SELECT count(*) FROM referral WHERE from_no = ? AND state <> 'withdrawn') AS referred,
         (SELECT count(*) FROM referral WHERE from_no = ? AND qualified_at IS NOT NULL) AS qualified`,
)

/** Credit is counted where a referral proved good (`qualified_at`), never where it was merely made. */
function countsOf(connection: ReadConnection, staffNo: string): ReferralList['counts'] {
  const counts = COUNTS_OF_STAFF.get(connection, staffNo, staffNo, staffNo, staffNo)
  return counts ?? { toAccept: 0, inHand: 0, referred: 0, qualified: 0 }
}
