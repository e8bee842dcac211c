import { Random } from '../../../../src/shared/demo/random.ts'

/** What a walk does next: a key, a word typed into the box with a person chosen, or an arrow and Enter on a list. */
export type Step =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'box'; readonly tail: string }

/** The screens that a walk crosses, by the digit that opens them together with Alt. */
const SCREENS = ['Alt+1', 'Alt+2', 'Alt+3']

/**
 * The keys that act somewhere on these screens and in their dialogs, those of a hurried hand more often. No C and no P: in
 * the box they would be codes that sign out and lock.
 */
const KEYS: readonly (readonly [key: string, times: number])[] = [
  ['ArrowDown', 6],
  ['ArrowUp', 3],
  ['Enter', 9],
  ['Escape', 5],
  ['Tab', 1],
  ['F4', 4],
  ['F6', 6],
  ['F7', 1],
  ['Control+z', 1],
  ...['l', 'd', 'k', 'b', 'j'].map((letter): [string, number] => [letter, 3]),
  ...['s', 'f', 'x', 'u', 'i', 'n', 't', 'q', 'm', 'r'].map((letter): [string, number] => [letter, 1]),
  ...['1', '2', '3'].map((digit): [string, number] => [digit, 5]),
  ...['4', '6', '8'].map((digit): [string, number] => [digit, 1]),
  ...SCREENS.map((key): [string, number] => [key, 1]),
]
const ALL = KEYS.flatMap(([key, times]) => Array.from({ length: times }, () => key))

const SHORTEST = 5
const LONGEST = 12
/** One step in so many looks somebody up in the box. */
const BOX_EVERY = 7

/**
 * The steps of a walk, the same for the same seed and number.
 * @param tails ends of phones by which the box finds people
 */
export function plannedWalk(seed: number, number: number, tails: readonly string[]): readonly Step[] {
  const random = Random.of(seed, 'morning', number)
  const screen = SCREENS[number % SCREENS.length] ?? 'Alt+1'
  const steps = Array.from({ length: random.between(SHORTEST, LONGEST) }, (): Step => {
    if (random.below(BOX_EVERY) > 0) return { kind: 'key', key: ALL[random.below(ALL.length)] ?? 'Escape' }
    return { kind: 'box', tail: tails[random.below(tails.length)] ?? '' }
  })
  return [{ kind: 'key', key: screen }, { kind: 'box', tail: tails[number % tails.length] ?? '' }, ...steps]
}

/** The keys that a step is pressed with; the box is asked for, typed into, and its first answer chosen. */
export function wordsOf(step: Step): string {
  return step.kind === 'key' ? step.key : `Ctrl+K ${step.tail} ↓ Enter`
}
