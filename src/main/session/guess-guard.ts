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
}

/** A name as it was typed last. */
interface Typed {
  /** The longest text so far. */
  readonly text: string
  readonly led: boolean
  /** Customers that its answers showed. */
  readonly shown: Set<string>
}

/** What was asked in this session already tells nothing new, as when a list is refreshed. Ours. */
const MOST_REMEMBERED = 10_000

/**
 * Stands before every call that looks for a whole number or a name (P2): what finds nobody is counted in the audit before
 * the answer goes out, and who has tried too often waits. The counting is one call after the other, so that two hundred at
 * once are two hundred tries; the calls themselves wait for nobody. What counts lies in the audit and outlives this; here is
 * only what was tried a moment ago, and nothing of it is told or kept.
 */
export class GuessGuard {
  readonly #parts: GuardParts
  readonly #tried = new Set<string>()
  readonly #named = new Set<string>()
  #missed: readonly string[] = []
  #typed: Typed | null = null
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
    await this.#inTurn(async () => {
      // Meanwhile another window may have asked the same.
      if (named !== null && !this.#isAskedAgain(named)) await this.#typeAnew(named)
      await this.#try(numbers, givenBy)
    })
    return work()
  }

  /** Whom the answer to a name showed; where another name was typed meanwhile, it is no part of that one. */
  showed(text: string, people: readonly string[]): void {
    const typed = this.#typed
    if (typed === null || !goesOn(typed.text, text)) return
    for (const each of people) remember(typed.shown, each)
  }

  /** Somebody was opened, received or worked with: if the name before showed them, it led to them. */
  workedWith(customerUid: string): void {
    const typed = this.#typed
    if (typed?.shown.has(customerUid)) this.#typed = { ...typed, led: true }
  }

  /** The session ends: a name that led to nobody until now leads nowhere any more. Throws what counting throws. */
  end(): Promise<void> {
    return this.#inTurn(() => this.#settle())
  }

  /** Whether a text was asked before, as by a list that is refreshed, or is what was typed before with more or less of it. */
  #isAskedAgain(text: string): boolean {
    if (this.#named.has(text)) return true
    const before = this.#typed
    if (before === null || !goesOn(before.text, text)) return false
    if (!before.text.startsWith(text)) this.#typed = { ...before, text }
    remember(this.#named, text)
    return true
  }

  async #typeAnew(text: string): Promise<void> {
    await this.#settle()
    const { engine, staff } = this.#parts
    const { waitMs } = await engine.internal('privacy.waitForName', {}, staff)
    requireNoWait(waitMs)
    this.#typed = { text, led: false, shown: new Set() }
    remember(this.#named, text)
  }

  /** Counts the name that was typed last if it led to nobody. */
  async #settle(): Promise<void> {
    const before = this.#typed
    if (before !== null && !before.led && isNameTried(before.text)) await this.#count('name', 0)
    this.#typed = null
  }

  async #try(numbers: readonly WholeNumber[], givenBy: Looked['givenBy']): Promise<void> {
    const fresh = numbers.filter((each) => !this.#tried.has(keyOf(each)))
    if (fresh.length === 0) return
    const { engine, staff } = this.#parts
    const { missed, chance, waitMs } = await engine.internal('privacy.weighGuess', { numbers: fresh }, staff)
    // Before anything is said of what was found: a pause must not tell a right number from a wrong one.
    requireNoWait(waitMs)
    const others = givenBy === 'person' ? this.#othersOf(missed) : 0
    const tries = Math.max(others, chance > 0 ? 1 : 0)
    for (let each = 0; each < tries; each++) await this.#count('number', each === 0 ? chance : 0)
    for (const each of fresh) remember(this.#tried, keyOf(each))
  }

  /** How many are other numbers than those just missed: one that is typed digit by digit is one number. */
  #othersOf(missed: readonly string[]): number {
    if (missed.length === 0) return 0
    const before = this.#missed
    this.#missed = missed
    const goesOnFrom = (typed: string) =>
      before.some((each) => typed.startsWith(each) || each.startsWith(typed))
    return missed.filter((each) => !goesOnFrom(each)).length
  }

  async #count(of: GuessedAt, chance: number): Promise<void> {
    const { engine, staff } = this.#parts
    await engine.internal('privacy.countGuess', { of, chance }, staff)
  }

  /** The caller hears of a failure; the next in turn only waits for its end. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work, work)
    this.#last = next.catch(() => undefined)
    return next
  }
}

/** Throws `privacy.tooManyGuesses`. */
function requireNoWait(waitMs: number): void {
  if (waitMs > 0) throw new AppError('privacy.tooManyGuesses', { seconds: Math.ceil(waitMs / 1_000) })
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
