/*
 * When looking for numbers and names becomes guessing (P2). Whoever tries numbers that differ only in what the mask hides
 * learns them sooner or later; a search that finds somebody is work, so the searches that find nobody are counted.
 */

/** What a search that led to nobody looked for. */
export type GuessedAt = 'number' | 'name'

/** What a member of the staff has tried lately. */
export interface Tried {
  /** Whole numbers within the last hour that nobody has. */
  readonly numbers: number
  /** Searches by name within the last hour after which nobody was opened, received or worked with. */
  readonly names: number
  /** The chance in ten thousand that one of the guesses of the last `CHANCE_DAYS` was right. */
  readonly chance: number
  /** When the last of each kind was made, UTC milliseconds; null where there was none. */
  readonly lastNumberAt: number | null
  readonly lastNameAt: number | null
}

/** What somebody tried on a day. */
export interface TriedOnDay {
  /** Searches that led to nobody. */
  readonly guesses: number
  /** The most that ended within an hour, of the day and the hour before it. */
  readonly numbersAnHour: number
  readonly namesAnHour: number
  /** Of the last `CHANCE_DAYS` up to the end of the day, in ten thousand; 0 where the day added none. */
  readonly chance: number
}

/** From when on within an hour; the branch's settings hold them. */
export interface GuessLimits {
  readonly unusualNumberGuesses: number
  readonly unusualNameGuesses: number
}

/**
 * Half of the hundred in ten thousand, one in a hundred, that nobody may reach unseen: the guess that passes it may be worth
 * as much again, where many people look alike behind their masks. No setting, because the promise rests on it.
 */
export const CHANCE_TOLD = 50
/** For so many days a guess counts: slower ones are no way round. */
export const CHANCE_DAYS = 14

/** Whether the head is told, and the next tries wait. */
export function isGuessing({ numbers, names, chance }: Tried, limits: GuessLimits): boolean {
  return numbers >= limits.unusualNumberGuesses || names >= limits.unusualNameGuesses || chance >= CHANCE_TOLD
}

const FIRST_PAUSE_MS = 5_000
/** After so many more tries the pause is twice as long. */
const TRIES_A_PAUSE = 5
const LONGEST_PAUSE_MS = 300_000

/**
 * How long the next try of the kind waits, in milliseconds; 0 where it need not. A pause begins with the last try of the
 * kind, and doubles with every few tries within the hour beyond the limit. It is a length and no instant, so that a clock
 * that is set back makes nobody wait longer than one pause.
 * @param nowAt UTC milliseconds
 */
export function waitBefore(of: GuessedAt, tried: Tried, limits: GuessLimits, nowAt: number): number {
  const { numbers, names, chance } = tried
  const beyond = of === 'number' ? numbers - limits.unusualNumberGuesses : names - limits.unusualNameGuesses
  const isLikely = of === 'number' && chance >= CHANCE_TOLD
  const lastAt = of === 'number' ? tried.lastNumberAt : tried.lastNameAt
  if (lastAt === null || (beyond < 0 && !isLikely)) return 0
  const doubled = Math.floor(Math.max(beyond, 0) / TRIES_A_PAUSE)
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** doubled, LONGEST_PAUSE_MS)
  return Math.max(0, Math.min(lastAt + pause - nowAt, pause))
}

/** The most that were made within an hour of each other. */
export function mostWithinAnHour(instants: readonly number[]): number {
  const sorted = [...instants].sort((a, b) => a - b)
  let first = 0
  let most = 0
  for (const [index, at] of sorted.entries()) {
    while ((sorted[first] ?? at) <= at - HOUR_MS) first += 1
    most = Math.max(most, index - first + 1)
  }
  return most
}

export const HOUR_MS = 3_600_000
