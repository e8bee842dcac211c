import type { ParsedInputOf, ResultOf } from '../../../shared/contract/index.ts'
import { TIERS } from '../../../shared/domain/customer/tiers.ts'
import { valueOfTier } from '../../../shared/domain/customer/value.ts'
import { workPriority } from '../../../shared/domain/work/followup-order.ts'
import { LEVELS } from '../../../shared/domain/work/intent.ts'
import { isOpenLead } from '../../../shared/domain/work/lead.ts'
import type { ReadContext } from '../../engine/context.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { lineOf } from './lead-row.ts'
import { type LeadScope, leadScope } from './scope.ts'

type ListInput = ParsedInputOf<'leads.list'>

interface Place {
  readonly id: number
  readonly first: number
  readonly second: string
}

/** The grid's place as SQL, out of the one table that says it (I3). A stranger stands with the lowest tier. */
const PRIORITY = `CASE coalesce(facts.tier, 'standard') || ' ' || lead.level ${TIERS.flatMap((tier) =>
  LEVELS.map((level) => `WHEN '${tier} ${level}' THEN ${workPriority(valueOfTier(tier), level)}`),
).join(' ')} END`

/** Open leads: by the grid, then by date, then by age. */
export function openLeadsSql(condition: string): string {
  return `SELECT id, first, second FROM (
      SELECT lead.id, ${PRIORITY} AS first, lead.next_on AS second FROM lead
      LEFT JOIN customer AS holder ON holder.id = lead.customer_id
      LEFT JOIN customer_facts AS facts ON facts.customer_id = coalesce(holder.merged_into, holder.id)
      WHERE lead.closed_at IS NULL AND ${condition})
    WHERE (first, second, id) > (?, ?, ?) ORDER BY first, second, id LIMIT ?`
}

/** Closed leads of one state, the latest first. */
export function closedLeadsSql(condition: string): string {
  return `SELECT lead.id, lead.updated_at AS first, '' AS second FROM lead
    WHERE ${condition} AND (lead.updated_at, lead.id) < (?, ?) ORDER BY lead.updated_at DESC, lead.id DESC LIMIT ?`
}

const BEFORE_ALL: Place = { first: -1, second: '', id: -1 }
const AFTER_ALL: Place = { first: Number.MAX_SAFE_INTEGER, second: '', id: Number.MAX_SAFE_INTEGER }

/**
 * A page of leads (L8).
 * @throws Refusal `door.notAllowed` for the branch's leads, `door.badInput` for a cursor of another list
 */
export function list(context: ReadContext, input: ListInput): ResultOf<'leads.list'> {
  const { connection, staff } = context
  const scope = narrowed(leadScope(staff, input), input)
  const after = input.cursor === null ? null : readCursor(input.cursor)
  const places = isAboutOpen(input)
    ? connection
        .statement<Place>(openLeadsSql(scope.condition))
        .all(...scope.values, ...keysOf(after ?? BEFORE_ALL), input.limit + 1)
    : connection
        .statement<Place>(closedLeadsSql(scope.condition))
        .all(...scope.values, (after ?? AFTER_ALL).first, (after ?? AFTER_ALL).id, input.limit + 1)
  const page = places.slice(0, input.limit)
  const last = page.at(-1)
  return {
    leads: page.map(({ id }) => lineOf(connection, id)),
    nextCursor: places.length > page.length && last !== undefined ? writeCursor(last) : null,
  }
}

function keysOf({ first, second, id }: Place): [number, string, number] {
  return [first, second, id]
}

function isAboutOpen({ state }: ListInput): boolean {
  return state === 'open' || isOpenLead(state)
}

function narrowed({ condition, values }: LeadScope, { state, source }: ListInput): LeadScope {
  const byState = state === 'open' ? null : state
  return {
    condition: [condition, byState && 'lead.state = ?', source && 'lead.source = ?']
      .filter(Boolean)
      .join(' AND '),
    values: [...values, byState, source].filter((value) => value !== null),
  }
}
