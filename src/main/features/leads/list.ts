import type { ParsedInputOf, ResultOf } from '../../../shared/contract/index.ts'
import type { LeadSort } from '../../../shared/contract/leads.ts'
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
import { contactedOn, lastContactOn } from '../../records/leads/last-contact.ts'
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

/** Of a source, a product and a level; null for any. */
const NARROWED = `lead.source = coalesce(?, lead.source) AND lead.product = coalesce(?, lead.product)
  AND lead.level = coalesce(?, lead.level)`

type Way = 'usual' | 'reversed'
/** Numbers and text that leads stand by, as SQL of `lead` and `facts`; the number of the record comes last. */
const ORDERS: Readonly<Record<LeadSort, { readonly first: string; readonly second: string }>> = {
  grid: { first: PRIORITY, second: "coalesce(lead.next_on, '')" },
  due: thenByGrid("coalesce(lead.next_on, '')"),
  contact: thenByGrid(contactedOn('lead', 'facts')),
  owner: thenByGrid("coalesce(lead.owner_no, '')"),
}

function thenByGrid(text: string) {
  return { first: '0', second: `${text} || printf(' %02d', ${PRIORITY})` }
}

/** Open leads of a state, source, product and level, null for any, after a place. */
function openLeads(condition: string, sort: LeadSort, way: Way) {
  const { first, second } = ORDERS[sort]
  const [after, down] = way === 'usual' ? ['>', ''] : ['<', 'DESC']
  return read(
    { id: lead.id, first: integer, second: text },
    `SELECT id, first, second FROM (
      SELECT lead.id, ${first} AS first, ${second} AS second FROM lead
      LEFT JOIN customer AS holder ON holder.id = lead.customer_id
      LEFT JOIN customer_facts AS facts ON facts.customer_id = coalesce(holder.merged_into, holder.id)
      WHERE lead.closed_at IS NULL AND ${condition} AND lead.state = coalesce(?, lead.state) AND ${NARROWED})
    WHERE (first, second, id) ${after} (?, ?, ?) ORDER BY first ${down}, second ${down}, id ${down} LIMIT ?`,
  )
}

function inEveryOrder(condition: string) {
  const both = (sort: LeadSort) => ({
    usual: openLeads(condition, sort, 'usual'),
    reversed: openLeads(condition, sort, 'reversed'),
  })
  return { grid: both('grid'), due: both('due'), contact: both('contact'), owner: both('owner') }
}

/** Closed leads of one state, the latest first. */
function closedLeads(condition: string) {
  return read(
    { id: lead.id, first: lead.updated_at, second: text },
    `SELECT lead.id, lead.updated_at AS first, '' AS second FROM lead
    WHERE ${condition} AND (lead.updated_at, lead.id) < (?, ?) ORDER BY lead.updated_at DESC, lead.id DESC LIMIT ?`,
  )
}

export const OPEN_LEADS = perScope(inEveryOrder)

export const CLOSED_LEADS = perScope((scope) => ({
  any: closedLeads(`${scope} AND lead.state = ?`),
  narrowed: closedLeads(`${scope} AND lead.state = ? AND ${NARROWED}`),
}))

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
    ? openPlaces(connection, scope, input, after ?? (input.reversed ? AFTER_ALL : BEFORE_ALL))
    : closedPlaces(connection, scope, input, after ?? AFTER_ALL)
  const page = places.slice(0, input.limit)
  const last = page.at(-1)
  return {
    leads: page.map(({ id }) => ({
      ...lineOf(connection, id),
      lastContactOn: lastContactOn(connection, id),
    })),
    nextCursor: places.length > page.length && last !== undefined ? writeCursor(last) : null,
  }
}

function openPlaces(
  connection: ReadConnection,
  { scope, values }: LeadScope,
  { state, source, product, level, sort, reversed, limit }: ListInput,
  { first, second, id }: Place,
): Place[] {
  const statement = OPEN_LEADS[scope][sort][reversed ? 'reversed' : 'usual']
  const narrowing = [state === 'open' ? null : state, source, product, level]
  return statement.all(connection, ...values, ...narrowing, first, second, id, limit + 1)
}

function closedPlaces(
  connection: ReadConnection,
  { scope, values }: LeadScope,
  { state, source, product, level, limit }: ListInput,
  { first, id }: Place,
): Place[] {
  const narrowing = [source, product, level]
  const isNarrowed = narrowing.some((value) => value !== null)
  const statement = CLOSED_LEADS[scope][isNarrowed ? 'narrowed' : 'any']
  return statement.all(connection, ...values, state, ...(isNarrowed ? narrowing : []), first, id, limit + 1)
}

function isAboutOpen({ state }: ListInput): boolean {
  return state === 'open' || isOpenLead(state)
}
