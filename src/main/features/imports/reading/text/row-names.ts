import { hasCutNumber, type JudgedRecord } from './detect.ts'

/** One record with a field too many may be damaged; so many are written so. Our own default. */
const LEAST_RECORDS = 2
const NUMBER = /^\d{1,15}$/

/** Whether texts are numbers that grow, as those of rows do that a filter has left. */
function areGrowing(texts: readonly string[]): boolean {
  return texts.every((text, at) => NUMBER.test(text) && (at === 0 || Number(text) > Number(texts[at - 1])))
}

/** Whether keys stand one column further on: all of them have a digit, and no two records the same. */
function haveKeysBehind(named: readonly JudgedRecord[], keys: readonly number[]): boolean {
  const moved = named.map(({ fields }) => keys.map((at) => fields[at + 1] ?? ''))
  if (!moved.every((parts) => parts.every((part) => /\d/.test(part)))) return false
  return keys.length === 0 || new Set(moved.map((parts) => parts.join('\0'))).size === named.length
}

/**
 * Whether every record has one field more than the header names, and the first one is the name of its row: its number, or
 * another text in quotes, no two of them alike. R's `write.table` writes so unless it is told `row.names = FALSE`. Records
 * in which a delimiter has cut a number or a text have as many fields, but no keys one column further on.
 * @param rows records behind the header
 * @param width the number of columns that the header names
 * @param keys the positions of the columns that a record's key is made of
 */
export function haveRowNames(rows: readonly JudgedRecord[], width: number, keys: readonly number[]): boolean {
  const named = rows.filter(({ fields }) => fields.length === width + 1)
  if (named.length < LEAST_RECORDS || rows.some(({ fields }) => fields.length === width)) return false
  if (named.every(({ fields }) => fields.at(-1)?.trim() === '')) return false
  if (named.every(({ fields }) => hasCutNumber(fields, false, [0])) || !haveKeysBehind(named, keys))
    return false
  const names = named.map(({ fields }) => fields[0] ?? '')
  if (new Set(names).size < names.length) return false
  return areGrowing(names) || named.every(({ opensQuoted }) => opensQuoted)
}
