import { type KeyboardEvent, useState } from 'react'
import { isComposing, isPlainKey } from './composition.ts'
import { movedTo } from './row-cursor.ts'

/** Rows of a list that something is to be done with at once, by their keys. */
export interface RowMarks {
  readonly marked: ReadonlySet<string>
  set(marked: ReadonlySet<string>): void
}

const NONE: ReadonlySet<string> = new Set()

export function useRowMarks(): RowMarks {
  const [marked, set] = useState(NONE)
  return { marked, set }
}

/** The marks with one row's turned over. */
export function toggled(marked: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const others = new Set(marked)
  if (!others.delete(key)) others.add(key)
  return others
}

/** The marks with every row from one place to another, whichever stands first. */
export function extended(
  marked: ReadonlySet<string>,
  keys: readonly string[],
  from: number,
  to: number,
): ReadonlySet<string> {
  return new Set([...marked, ...keys.slice(Math.min(from, to), Math.max(from, to) + 1)])
}

/**
 * What a key does to the marks: Space turns one over, Shift with an arrow marks on the way, Ctrl+A marks all, Esc lets go.
 * @param at the selected row; null where none is, and no key marks from there
 * @returns the marks after it, and whether the key is used up; null where it has nothing to do with marks
 */
export function marksAfter(
  event: KeyboardEvent,
  keys: readonly string[],
  at: number | null,
  marked: ReadonlySet<string>,
): { readonly marked: ReadonlySet<string>; readonly usedUp: boolean } | null {
  if (isComposing(event)) return null
  const key = at === null ? undefined : keys[at]
  if (key !== undefined && event.key === ' ' && isPlainKey(event)) {
    return { marked: toggled(marked, key), usedUp: true }
  }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
    return { marked: new Set(keys), usedUp: true }
  }
  if (event.key === 'Escape' && marked.size > 0) return { marked: NONE, usedUp: true }
  if (at === null || !event.shiftKey || !isPlainKey(event)) return null
  const to = movedTo(event.key, at, keys.length)
  return to === null ? null : { marked: extended(marked, keys, at, to), usedUp: false }
}
