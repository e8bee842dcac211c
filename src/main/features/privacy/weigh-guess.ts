import type { InternalInputOf, InternalResultOf } from '../../../shared/contract/internal/index.ts'
import { waitBefore } from '../../../shared/domain/consent/guesses.ts'
import {
  chanceOf,
  isComplete,
  looksLike,
  shownTailOf,
  type WholeNumber,
} from '../../../shared/domain/text/whole-number.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { ReadContext } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { BUCKET_COUNT, KEY_KIND, type KeyKind, reversed } from '../../engine/search-index/keys.ts'
import { exactly, hitsOf, prefixEnd, RANGE_OF_KEYS } from '../../engine/search-index/probe.ts'
import { read } from '../../engine/statement.ts'
import { triedBy } from './tried.ts'

const KEYS_OF: Readonly<Record<WholeNumber['kind'], KeyKind>> = {
  phone: KEY_KIND.phoneReversed,
  id: KEY_KIND.idReversed,
  card: KEY_KIND.cardReversed,
}

/**
 * What a search for whole numbers may tell (P2): which of them nobody has, and how likely it was that one would be
 * somebody's whose masked number looks the same. A number that is found weighs nothing: it is how a customer who says theirs
 * is served, and what a lucky guess before it would have weighed has been counted try by try. Nothing is written.
 */
export function weighGuess(
  context: ReadContext,
  { numbers }: InternalInputOf<'privacy.weighGuess'>,
): InternalResultOf<'privacy.weighGuess'> {
  const { connection, settings, nowAt } = context
  const weighed = numbers.map((guess) => ({ guess, ...weigh(connection, guess) }))
  // A run of digits may be a phone, a document or a customer number: it is missed where it is nobody's as any of them.
  const runs = [...Map.groupBy(weighed, ({ guess }) => guess.number)].filter(([, ways]) =>
    ways.some(({ guess }) => isComplete(guess)),
  )
  return {
    missed: runs
      .filter(([number, ways]) => !ways.some(({ found }) => found) && !isCustomerNo(connection, number))
      .map(([number]) => number),
    chance: weighed.reduce((sum, { chance }) => sum + chance, 0),
    waitMs: waitBefore('number', triedBy(context), settings, nowAt),
  }
}

/** How long the next name waits, as the audit tells it, so that neither a sign-out nor a restart ends the pause. */
export function waitForName(context: ReadContext): InternalResultOf<'privacy.waitForName'> {
  return { waitMs: waitBefore('name', triedBy(context), context.settings, context.nowAt) }
}

function isCustomerNo(connection: ReadConnection, number: string): boolean {
  return hitsOf(connection, [exactly(KEY_KIND.customerNo, number)]).next().done !== true
}

interface Weight {
  readonly found: boolean
  /** In ten thousand. */
  readonly chance: number
}

function weigh(connection: ReadConnection, guess: WholeNumber): Weight {
  const alike = new Set<string>()
  for (const stored of numbersEndingAs(connection, guess)) {
    if (stored === guess.number) return { found: true, chance: 0 }
    if (looksLike(guess, stored)) alike.add(stored)
  }
  return { found: false, chance: alike.size * chanceOf(guess) }
}

/** The same condition as that of the searches for a stranger's number. */
const PHONES_ENDING_SO = read(
  { phone: TABLES.lead.phone },
  'SELECT phone FROM lead WHERE phone_tail = ? AND closed_at IS NULL',
)

/** Everybody's numbers of the kind with the same end, those of strangers with an open lead as well. */
function* numbersEndingAs(connection: ReadConnection, guess: WholeNumber): Generator<string, void> {
  const { kind } = guess
  const tail = shownTailOf(guess)
  const front = reversed(tail)
  const range = connection.prepared(RANGE_OF_KEYS)
  for (let bucket = 0; bucket < BUCKET_COUNT; bucket++) {
    for (const { key } of range.iterate(KEYS_OF[kind], bucket, front, prefixEnd(front))) yield reversed(key)
  }
  if (kind !== 'phone') return
  for (const { phone } of PHONES_ENDING_SO.all(connection, tail)) if (phone !== null) yield phone
}
