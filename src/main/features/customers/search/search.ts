import type { CustomerLine, SearchResult } from '../../../../shared/contract/customers.ts'
import { fitsShownName } from '../../../../shared/domain/text/shown-name.ts'
import type { ReadConnection } from '../../../engine/connection.ts'
import { KEY_KIND, keysOf, readSearchable, readWithoutCards } from '../../../engine/search-index/keys.ts'
import { type Hit, hitsOf, meets } from '../../../engine/search-index/probe.ts'
import { readCustomerLine } from '../lists/customer-lines.ts'
import { type Filter, planSearch, type Reading } from './plan.ts'

/**
 * How many people a reading may look at before it gives up filling the page. Two wide terms (王 w) would otherwise walk
 * everyone; the best by value and recency are looked at first. Ours.
 */
const MOST_CANDIDATES = 500

/** What a search finds by the people's own keys. */
export type FoundPeople = Omit<SearchResult, 'ticket'>

/**
 * Finds people by anything the counter knows of them (L2), the most valuable and most recently seen first.
 * @param limit lines at most; `more` says whether there was another
 */
export function searchCustomers(connection: ReadConnection, text: string, limit: number): FoundPeople {
  const lines: CustomerLine[] = []
  for (const { rootId, matched } of peopleMeant(connection, planSearch(text))) {
    const line = readCustomerLine(connection, rootId, matched)
    if (line === null) continue
    if (lines.length === limit) return { lines, more: true }
    lines.push(line)
  }
  return { lines, more: false }
}

/** The numbers of those whom a text finds, in the order of a result, each once. */
export function* peopleMeant(connection: ReadConnection, readings: readonly Reading[]): Generator<Hit, void> {
  const seen = new Set<number>()
  for (const { probes, filters } of readings) {
    let candidates = 0
    for (const hit of hitsOf(connection, probes)) {
      if (filters.length > 0 && ++candidates > MOST_CANDIDATES) break
      if (seen.has(hit.rootId) || !fits(connection, hit.rootId, filters)) continue
      seen.add(hit.rootId)
      yield hit
    }
  }
}

function fits(connection: ReadConnection, rootId: number, filters: readonly Filter[]): boolean {
  if (filters.length === 0) return true
  const askForCards = filters.some(
    (filter) => filter.by === 'keys' && filter.probes.some(({ kind }) => kind === KEY_KIND.cardReversed),
  )
  const person = askForCards ? readSearchable(connection, rootId) : readWithoutCards(connection, rootId)
  if (person === null) return false
  const keys = keysOf(person.records, person.cardNumbers)
  return filters.every((filter) =>
    filter.by === 'shown-name'
      ? person.records.some(({ name }) => fitsShownName(filter.term, name))
      : keys.some((key) => filter.probes.some((probe) => meets(probe, key))),
  )
}
