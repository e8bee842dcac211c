import { Connection } from '../../../src/main/engine/connection.ts'
import { searchCustomers } from '../../../src/main/features/customers/search/search.ts'
import type { BranchStore } from '../harness/branch-store.ts'
import type { Scale } from '../harness/scale.ts'
import { searchTexts } from '../harness/search-texts.ts'

/** What the window's box asks for. */
const PEOPLE_SHOWN = 8

/** A search that is typed, and what its last key brings. */
export interface TypedSearch {
  readonly prefix: string
  readonly lastKey: string
  readonly text: string
  readonly firstUid: string
}

/** Candidates for each search that is wanted: some find the same people before and after the last key. */
const TRIES = 3

/** Searches whose last key changes what is shown, so that the window has something to paint. */
export function typedSearches({ file, dataKey }: BranchStore, scale: Scale, count: number): TypedSearch[] {
  const connection = Connection.open({ file, dataKey, mode: 'reader' })
  const uidsFor = (text: string): string[] =>
    text.trim() === '' ? [] : searchCustomers(connection, text, PEOPLE_SHOWN).lines.map(({ uid }) => uid)
  const searches: TypedSearch[] = []
  for (const text of new Set(searchTexts(scale, count * TRIES))) {
    const prefix = [...text].slice(0, -1).join('')
    const found = uidsFor(text)
    const [firstUid] = found
    if (firstUid === undefined || found.join() === uidsFor(prefix).join()) continue
    searches.push({ prefix, lastKey: [...text].at(-1) ?? '', text, firstUid })
    if (searches.length === count) break
  }
  connection.close()
  return searches
}
