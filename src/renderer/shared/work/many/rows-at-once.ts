import { MOST_AT_ONCE } from '../../../../shared/contract/many.ts'

/**
 * The marked rows in the list's order: those that are done at once, and those beyond what can be, which stay marked.
 * @param rows all rows of the list
 */
export function rowsAtOnce<Row extends { readonly uid: string }>(
  rows: readonly Row[],
  marked: ReadonlySet<string>,
): { readonly now: readonly Row[]; readonly later: readonly Row[] } {
  const wanted = rows.filter(({ uid }) => marked.has(uid))
  return { now: wanted.slice(0, MOST_AT_ONCE), later: wanted.slice(MOST_AT_ONCE) }
}
