import type { ListTotal } from '../../../../shared/contract/customer-lists.ts'
import type { FoundPage, MatchedKey } from '../../../../shared/contract/customers.ts'
import type { ParsedInputOf } from '../../../../shared/contract/index.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import type { ReadConnection } from '../../../engine/connection.ts'
import type { ReadContext } from '../../../engine/context.ts'
import { personByUid } from '../../../records/people/person.ts'
import { readCustomerRow } from '../lists/customer-rows.ts'
import { planSearch } from './plan.ts'
import { peopleMeant } from './search.ts'
import { holderOf } from './search-with-ticket.ts'

/** A result is read and counted so far; who stands further down is found by typing more (our own default). */
const MOST_FOUND = 1_000

/** How many people a text finds. */
export function countFound(connection: ReadConnection, text: string): ListTotal {
  let people = 0
  for (const _ of peopleMeant(connection, planSearch(text))) {
    if (people === MOST_FOUND) return { people, orMore: true }
    people += 1
  }
  return { people, orMore: false }
}

interface Found {
  readonly rootId: number
  readonly matched: MatchedKey
}

/**
 * A page of everyone that a text finds (L2): whoever holds the ticket that it names, then those it finds by their own
 * keys, the best first. Every page looks the text up anew and goes on after the last line.
 * @throws AppError `call.badInput` for a cursor of somebody whom the text does not find
 */
export function foundPage(
  context: ReadContext,
  { text, cursor, limit }: ParsedInputOf<'customers.found'>,
): FoundPage {
  const { connection } = context
  const held = holderOf(context, text)
  const holder = held?.found.visit.customer ?? null
  const all = everyoneFound(connection, text, holder?.uid ?? null)
  const page = all.slice(startOf(connection, all, cursor), MOST_FOUND)
  const lines = page
    .slice(0, limit)
    .flatMap(({ rootId, matched }) => readCustomerRow(context, rootId, undefined, matched) ?? [])
  return {
    ticket:
      held === null
        ? null
        : { ticket: held.ticket, visitUid: held.found.visit.uid, customerUid: holder?.uid ?? null },
    lines,
    nextCursor: page.length > limit ? (lines.at(-1)?.uid ?? null) : null,
    total:
      cursor === null ? { people: Math.min(all.length, MOST_FOUND), orMore: all.length > MOST_FOUND } : null,
  }
}

function everyoneFound(connection: ReadConnection, text: string, holderUid: string | null): Found[] {
  const holder = holderUid === null ? undefined : personByUid(connection, holderUid)
  const found: Found[] = holder === undefined ? [] : [{ rootId: holder.id, matched: 'ticket' }]
  for (const { rootId, matched } of peopleMeant(connection, planSearch(text))) {
    if (rootId !== holder?.id) found.push({ rootId, matched })
    if (found.length > MOST_FOUND) break
  }
  return found
}

function startOf(connection: ReadConnection, all: readonly Found[], cursor: string | null): number {
  if (cursor === null) return 0
  const last = personByUid(connection, cursor)
  const place = all.findIndex(({ rootId }) => rootId === last?.id)
  if (place === -1) throw new AppError('call.badInput', { path: 'cursor', issue: 'unknown' })
  return place + 1
}
