import { latinKey, latinSpellings } from './latin-key.ts'
import { shownOfName } from './masking.ts'
import { otherLetterKeys } from './name-spellings.ts'
import { nameKeys } from './person-name.ts'
import type { SearchTerm } from './search-text.ts'
import { toSimplified } from './simplified.ts'
import type { LetterKeys } from './surname-readings.ts'

export type NameTerm = SearchTerm & { readonly kind: 'han' | 'latin' }

export function isNameTerm(term: SearchTerm): term is NameTerm {
  return term.kind === 'han' || term.kind === 'latin'
}

/**
 * Whether what was typed may be a name, as far as its mask tells (P2): 王建国, wang, wangjianguo and wjg may all be 王**.
 * What is typed beyond the surname is not held against the name.
 * @param name as it is stored
 */
export function fitsShownName({ kind, text }: NameTerm, name: string): boolean {
  const { forms, letters } = shownKeysOf(name)
  if (kind === 'han') {
    const typed = toSimplified(text).replaceAll('·', '')
    return forms.some((form) => goTogether(typed, form))
  }
  const spellings = latinSpellings(text)
  const characters = [...name].length
  return letters.some(
    ({ pinyin, initials }) =>
      spellings.some((typed) => goTogether(typed, pinyin)) ||
      // Initials, one a character: the mask's stars say how many there are.
      (goTogether(text, initials) && [...text].length <= characters),
  )
}

/** The one is the other, or its beginning. */
function goTogether(typed: string, shown: string): boolean {
  return shown !== '' && (typed.startsWith(shown) || shown.startsWith(typed))
}

interface ShownKeys {
  readonly forms: readonly string[]
  readonly letters: readonly LetterKeys[]
}

const HAN = /^\p{Script=Han}/u
/** Stands for the given name, because some surnames are read so only in front of one; its syllable is taken off again. */
const GIVEN = { name: '一', pinyin: 'yi', initials: 'y' } as const

/** A branch has some hundred surnames, and their readings are looked up for everybody whom a number finds. */
const known = new Map<string, ShownKeys>()
const MOST_KNOWN = 2_000

function shownKeysOf(name: string): ShownKeys {
  const shown = shownOfName(name)
  const before = known.get(shown)
  if (before !== undefined) return before
  const keys = HAN.test(shown) ? keysOfHan(shown) : keysOfLetters(shown)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(shown, keys)
  return keys
}

function keysOfHan(shown: string): ShownKeys {
  const withGiven = shown + GIVEN.name
  const kept = nameKeys(withGiven)
  const letters = [kept, ...otherLetterKeys(withGiven, kept)].map(({ pinyin, initials }) => ({
    pinyin: pinyin.slice(0, -GIVEN.pinyin.length),
    initials: initials.slice(0, -GIVEN.initials.length),
  }))
  return { forms: [shown, toSimplified(shown)], letters }
}

function keysOfLetters(shown: string): ShownKeys {
  const key = latinKey(shown)
  return { forms: [shown], letters: key === '' ? [] : [{ pinyin: key, initials: key }] }
}
