import { parseArgs } from 'node:util'

/** What `npm run chaos` does much of, by its option; each is also a variable of the environment. */
const AMOUNTS = {
  rounds: { variable: 'CHAOS_ROUNDS', usual: '100' },
  power: { variable: 'CHAOS_POWER', usual: '200' },
  walks: { variable: 'CHAOS_WALKS', usual: '2000' },
  forms: { variable: 'CHAOS_FORMS', usual: '10000' },
  seconds: { variable: 'CHAOS_SECONDS', usual: '120' },
  seed: { variable: 'CHAOS_SEED', usual: null },
} as const

export const CHAOS_USAGE = `npm run chaos -- [--rounds N] [--power N] [--walks N] [--forms N] [--seconds N] [--seed N] [FILE ...]
  --rounds   times the whole program is killed at work
  --power    times the power fails at work
  --walks    walks over the screens with random keys
  --forms    written files that are read back
  --seconds  time in which hostile calls are thrown at the door
  --seed     what chance is drawn from; a fault names it
  FILE       parts of names: only the test files that have one of them, such as killed-at-work or power`

export interface ChaosOrder {
  /** Variables that the tests read. */
  readonly env: Readonly<Record<string, string>>
  /** Only test files with one of these in their names; all where there is none. */
  readonly files: readonly string[]
}

/**
 * What the words behind `npm run chaos --` ask for; an option goes before its variable, and that before the usual.
 * @throws Error for an unknown option or an amount that is no whole number
 */
export function chaosOrder(
  words: readonly string[],
  given: Readonly<Record<string, string | undefined>>,
): ChaosOrder {
  const options = Object.fromEntries(Object.keys(AMOUNTS).map((name) => [name, { type: 'string' as const }]))
  const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true })
  const env: Record<string, string> = {
    CHAOS_FULL: given.CHAOS_FULL ?? 'every',
    CHAOS_STEPS: given.CHAOS_STEPS ?? 'every',
  }
  for (const [name, { variable, usual }] of Object.entries(AMOUNTS)) {
    const amount = values[name] ?? given[variable] ?? usual
    if (amount === null) continue
    if (typeof amount !== 'string' || !/^\d+$/.test(amount)) throw new Error(`--${name} takes a number`)
    env[variable] = amount
  }
  return { env, files: positionals }
}
