import type { SessionStaff } from '../../../shared/contract/session.ts'
import type { DemoStaff } from '../../../shared/demo/rows.ts'
import { COUNTER } from '../../../shared/domain/branch/roles.ts'
import { addMonths, type CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import { MARKETING_FROM_AGE } from '../../../shared/domain/consent/prohibitions.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { type DemoDay, planIntent, SKETCH_COUNT } from './demo-day-plan.ts'
import { seedHandedOn } from './plant-handed-on.ts'
import { seedIntent } from './plant-intent.ts'

/** A full day's list for whoever opens the demo branch, and something on everyone else's. */
const FOUNDER_ROWS = 20
const COLLEAGUE_ROWS = 4

/** People beside them about whom something was handed on. */
const HANDED_ON = 5

const MONTHS_A_YEAR = 12

/** High, middle and low value, as the facts rank it. */
const VALUE_RANKS = [0, 1, 2] as const

/** The best customers of a value with something to talk about, whom nothing forbids to call. */
const CALLABLE = read(
  { id: TABLES.customer_facts.customer_id },
  `SELECT facts.customer_id AS id FROM customer_facts AS facts
  JOIN customer ON customer.id = facts.customer_id
  WHERE facts.value_rank = ? AND facts.findings <> 0 AND customer.birth_on <= ?
    AND NOT EXISTS (SELECT 1 FROM refusal WHERE refusal.customer_id = customer.id)
    AND NOT EXISTS (SELECT 1 FROM complaint WHERE complaint.customer_id = customer.id AND resolved_on IS NULL)
  ORDER BY facts.aum_fen DESC, facts.customer_id LIMIT ?`,
)

/**
 * Gives the branch a first day's work: open intents with the history that led to them, some of them late; strangers to
 * come back to, and work that was handed on.
 * @param founder who opens the demo branch
 * @returns the customers that have one now
 */
export function seedDemoDay(
  context: WriteContext,
  founder: SessionStaff,
  staff: readonly DemoStaff[],
): number[] {
  const managers = staff.filter(({ role }) => role === 'rm').map(({ no }) => no)
  const owners = ownersOfRows(founder, managers)
  const tellers = staff.filter(({ role }) => role === 'teller').map(({ no }) => no)
  const found = callable(context.connection, context.todayOn, owners.length + HANDED_ON)
  const customerIds = found.slice(0, owners.length)
  const day: DemoDay = {
    todayOn: context.todayOn,
    calendar: context.calendar,
    cadence: context.settings.cadence,
  }
  customerIds.forEach((customerId, index) => {
    const ownerNo = owners[index] ?? founder.no
    const flaggedBy = tellers[index % tellers.length] ?? ownerNo
    seedIntent(context, customerId, planIntent(index, day), { ownerNo, flaggedBy })
  })
  seedHandedOn(context, owners[0] ?? founder.no, staff, day, found.slice(owners.length))
  return customerIds
}

/** The owner of each row. */
function ownersOfRows(founder: SessionStaff, managers: readonly string[]): string[] {
  // An administrator sees no customer, so the list then goes to a manager.
  const first = COUNTER.includes(founder.role) ? founder.no : (managers[0] ?? founder.no)
  const colleagues = managers.filter((no) => no !== first)
  return [
    ...Array.from({ length: FOUNDER_ROWS }, () => first),
    ...colleagues.flatMap((no) => Array.from({ length: COLLEAGUE_ROWS }, () => no)),
  ]
}

/**
 * People of every value in turn, one of each for every level that is asked for: so the grid of value and intent has
 * somebody in each of its nine cells (I3). A value that has no one left is passed over.
 */
function callable(connection: ReadConnection, todayOn: CivilDate, limit: number): number[] {
  const bornBefore = addMonths(todayOn, -MARKETING_FROM_AGE * MONTHS_A_YEAR)
  const queues = VALUE_RANKS.map((rank) =>
    CALLABLE.all(connection, rank, bornBefore, limit).map(({ id }) => id),
  )
  return Array.from({ length: limit }, (_, index) => {
    const turn = Math.floor(index / SKETCH_COUNT) % queues.length
    const inTurn = [...queues.slice(turn), ...queues.slice(0, turn)]
    return inTurn.find((queue) => queue.length > 0)?.shift()
  }).filter((id) => id !== undefined)
}
