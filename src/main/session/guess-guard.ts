import type { SessionStaff } from '../../shared/contract/session.ts'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import type { GuessedAt } from '../../shared/domain/consent/guesses.ts'
import { goesOn, isNameTried } from '../../shared/domain/consent/typed-name.ts'
import type { WholeNumber } from '../../shared/domain/text/whole-number.ts'
import type { EnginePool } from '../engine/pool.ts'

/** What a call looks for. */
export interface Looked {
  /** Numbers that it looks for whole. */
  readonly numbers: readonly WholeNumber[]
  /**
   * Who gave the numbers. A person's count wherever they are nobody's; a machine reads every stranger who comes, so of its
   * numbers only those count that look like somebody's behind the mask.
   */
  readonly givenBy: 'person' | 'machine'
  /** A text that is typed letter by letter and finds people by their names; null where it is none. */
  readonly name: string | null
}

export interface GuardParts {
  readonly engine: Pick<EnginePool, 'internal'>
  readonly staff: SessionStaff
  nowAt(): number
}

/** What was asked in this session already tells nothing new, as when a list is refreshed. Ours. */
const MOST_REMEMBERED = 10_000

/**
 * Stands before every call that looks for a whole number or a name (P2): what finds nobody is counted in the audit before
 * the answer goes out, and who has tried too often waits. One call after the other, so that two hundred at once are two
 * hundred tries. What counts lies in the audit and outlives this; here is only what was tried a moment ago, and nothing of it
 * is told or kept.
 */
export class GuessGuard {
  readonly #parts: GuardParts
  readonly #tried = new Set<string>()
  readonly #named = new Set<string>()
  #missed = ''
  #typed: { readonly text: string; readonly led: boolean } | null = null
  #namesFrom = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor(parts: GuardParts) {
    this.#parts = parts
  }

  /**
   * Does the work once what it looks for has been counted.
   * @throws AppError `privacy.tooManyGuesses`, and what the work throws
   */
  async before<T>({ numbers, givenBy, name }: Looked, work: () => Promise<T>): Promise<T> {
    const named = name !== null && !this.#isAskedAgain(name) ? name : null
    if (numbers.length === 0 && named === null) return work()
    return this.#inTurn(async () => {
      // Meanwhile another window may have asked the same.
      if (named !== null && !this.#isAskedAgain(named)) await this.#typeAnew(named)
      await this.#try(numbers, givenBy)
      return work()
    })
  }

  /** Somebody was opened, received or worked with: the search before led to them. */
  acted(): void {
    if (this.#typed !== null) this.#typed = { ...this.#typed, led: true }
  }

  /** Whether a text was asked before, as by a list that is refreshed, or is what was typed before with more or less of it. */
  #isAskedAgain(text: string): boolean {
    if (this.#named.has(text)) return true
    const before = this.#typed
    if (before === null || !goesOn(before.text, text)) return false
    if (!before.text.startsWith(text)) this.#typed = { text, led: before.led }
    remember(this.#named, text)
    return true
  }

  async #typeAnew(text: string): Promise<void> {
    const before = this.#typed
    this.#typed = null
    const ledToNobody = before !== null && !before.led && isNameTried(before.text)
    if (ledToNobody) this.#namesFrom = await this.#count('name', 0)
    this.#wait(this.#namesFrom)
    this.#typed = { text, led: false }
    remember(this.#named, text)
  }

  async #try(numbers: readonly WholeNumber[], givenBy: Looked['givenBy']): Promise<void> {
    const fresh = numbers.filter((each) => !this.#tried.has(keyOf(each)))
    if (fresh.length === 0) return
    const { engine, staff } = this.#parts
    const { missed, chance, nextTryAt } = await engine.internal(
      'privacy.weighGuess',
      { numbers: fresh },
      staff,
    )
    // Before anything is said of what was found: a pause must not tell a right number from a wrong one.
    this.#wait(nextTryAt ?? 0)
    const counts = givenBy === 'person' && missed && this.#isAnother(fresh)
    if (counts || chance > 0) await this.#count('number', chance)
    for (const each of fresh) remember(this.#tried, keyOf(each))
  }

  /** Whether these are other numbers than those just missed: one that is typed digit by digit is one number. */
  #isAnother(numbers: readonly WholeNumber[]): boolean {
    const before = this.#missed
    const typed = numbers[0]?.number ?? ''
    this.#missed = typed
    return before === '' || !(typed.startsWith(before) || before.startsWith(typed))
  }

  /** @returns until when the next try of the kind waits; 0 where it need not */
  async #count(of: GuessedAt, chance: number): Promise<number> {
    const { engine, staff } = this.#parts
    const { nextTryAt } = await engine.internal('privacy.countGuess', { of, chance }, staff)
    return nextTryAt ?? 0
  }

  #wait(untilAt: number): void {
    const seconds = Math.ceil((untilAt - this.#parts.nowAt()) / 1_000)
    if (seconds > 0) throw new AppError('privacy.tooManyGuesses', { seconds })
  }

  /** The caller hears of a failure; the next in turn only waits for its end. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work, work)
    this.#last = next.catch(() => undefined)
    return next
  }
}

/** Whether a call failed because its guard lets nobody try so soon again. */
export function isMadeToWait(error: unknown): boolean {
  return error instanceof AppError && error.code === 'privacy.tooManyGuesses'
}

function remember(asked: Set<string>, text: string): void {
  if (asked.size >= MOST_REMEMBERED) asked.clear()
  asked.add(text)
}

function keyOf({ kind, number }: WholeNumber): string {
  return `${kind} ${number}`
}
