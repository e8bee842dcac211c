import type { ParsedInputOf, ResultOf } from '../../../shared/contract/index.ts'
import { TIERS } from '../../../shared/domain/customer/tiers.ts'
import { valueOfTier } from '../../../shared/domain/customer/value.ts'
import { workPriority } from '../../../shared/domain/work/followup-order.ts'
import { LEVELS } from '../../../shared/domain/work/intent.ts'
import { isOpenLead } from '../../../shared/domain/work/lead.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { ReadContext } from '../../engine/context.ts'
import { integer, text } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { filled } from '../../records/work/filled.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { lineOf } from './lead-row.ts'
import { type LeadScope, leadScope, perScope } from './scope.ts'

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

const { lead } = TABLES

/** Open leads: by the grid, then by date, then by age. */
function openLeads(condition: string) {
  return read(
    { id: lead.id, first: integer, second: lead.next_on },
    `SELECT id, first, second FROM (
      SELECT lead.id, ${PRIORITY} AS first, lead.next_on AS second FROM lead
      LEFT JOIN customer AS holder ON holder.id = lead.customer_id
      LEFT JOIN customer_facts AS facts ON facts.customer_id = coalesce(holder.merged_into, holder.id)
      WHERE lead.closed_at IS NULL AND ${condition})
    WHERE (first, second, id) > (?, ?, ?) ORDER BY first, second, id LIMIT ?`,
  )
}

/** What only a closed lead may be without. */
const OPEN_HAS = ['second'] as const

/** Closed leads of one state, the latest first. */
function closedLeads(condition: string) {
  return read(
    { id: lead.id, first: lead.updated_at, second: text },
    `SELECT lead.id, lead.updated_at AS first, '' AS second FROM lead
    WHERE ${condition} AND (lead.updated_at, lead.id) < (?, ?) ORDER BY lead.updated_at DESC, lead.id DESC LIMIT ?`,
  )
}

function perSource<Statement>(condition: string, declare: (condition: string) => Statement) {
  return { any: declare(condition), one: declare(`${condition} AND lead.source = ?`) }
}

export const OPEN_LEADS = perScope((scope) => ({
  anyState: perSource(scope, openLeads),
  oneState: perSource(`${scope} AND lead.state = ?`, openLeads),
}))

export const CLOSED_LEADS = perScope((scope) => perSource(`${scope} AND lead.state = ?`, closedLeads))

const BEFORE_ALL: Place = { first: -1, second: '', id: -1 }
const AFTER_ALL: Place = { first: Number.MAX_SAFE_INTEGER, second: '', id: Number.MAX_SAFE_INTEGER }

/**
 * A page of leads (L8).
 * @throws AppError `call.notAllowed` for the branch's leads, `call.badInput` for a cursor of another list
 */
export function list(context: ReadContext, input: ListInput): ResultOf<'leads.list'> {
  const { connection, staff } = context
  const scope = leadScope(staff, input)
  const after = input.cursor === null ? null : readCursor(input.cursor)
  const places = isAboutOpen(input)
    ? openPlaces(connection, scope, input, after ?? BEFORE_ALL)
    : closedPlaces(connection, scope, input, after ?? AFTER_ALL)
  const page = places.slice(0, input.limit)
  const last = page.at(-1)
  return {
    leads: page.map(({ id }) => lineOf(connection, id)),
    nextCursor: places.length > page.length && last !== undefined ? writeCursor(last) : null,
  }
}

function openPlaces(
  connection: ReadConnection,
  { scope, values }: LeadScope,
  { state, source, limit }: ListInput,
  { first, second, id }: Place,
): Place[] {
  const statement =
    OPEN_LEADS[scope][state === 'open' ? 'anyState' : 'oneState'][source === null ? 'any' : 'one']
  const narrowing = [state === 'open' ? null : state, source].filter((value) => value !== null)
  return statement
    .all(connection, ...values, ...narrowing, first, second, id, limit + 1)
    .map((place) => filled(place, OPEN_HAS))
}

function closedPlaces(
  connection: ReadConnection,
  { scope, values }: LeadScope,
  { state, source, limit }: ListInput,
  { first, id }: Place,
): Place[] {
  const statement = CLOSED_LEADS[scope][source === null ? 'any' : 'one']
  const narrowing = [state, source].filter((value) => value !== null)
  return statement.all(connection, ...values, ...narrowing, first, id, limit + 1)
}

function isAboutOpen({ state }: ListInput): boolean {
  return state === 'open' || isOpenLead(state)
}
