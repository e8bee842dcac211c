import { FUNCTION_CODES } from '../branch/function-codes.ts'
import { parseSearch } from '../text/search-text.ts'
import { isNameTerm } from '../text/shown-name.ts'

/** Shorter texts say no more of a name than its mask does. */
const SHORTEST_NAME = 2
/** Fewer digits find nobody, so that the name beside them searches alone. */
const SHORTEST_TAIL = 3

/**
 * What a search looks for by names alone (P2), as it was typed; null where it looks for none. Beside a number only the shown part
 * of a name counts, and a function code is typed into the same box.
 */
export function nameTyped(text: string): string | null {
  const typed = text.trim()
  const terms = parseSearch(typed)
  const byNumber = terms.some((term) => !isNameTerm(term) && term.text.length >= SHORTEST_TAIL)
  return byNumber || !terms.some(isNameTerm) ? null : typed
}

/** Whether a text that led to nobody was a try at a name, and not a letter, or a code on its way to a screen. */
export function isNameTried(text: string): boolean {
  const isCode = FUNCTION_CODES.some(({ code }) => code === text.toUpperCase())
  return [...text].length >= SHORTEST_NAME && !isCode
}

/** Letters that an input method has not made characters of yet. */
const BEING_COMPOSED = /[a-zü'’ ]+$/i
const HAN = /\p{Script=Han}/u

/**
 * Whether a text goes on from the one before, as while somebody types, takes letters back, or turns them into characters
 * (王jian → 王建). Whoever takes 建 back and types 军 begins anew.
 * @param before the longest text so far
 */
export function goesOn(before: string, text: string): boolean {
  if (before.startsWith(text) || text.startsWith(before)) return true
  const composed = before.replace(BEING_COMPOSED, '')
  return composed !== before && text.startsWith(composed) && HAN.test(text.slice(composed.length))
}
