import { Random } from '../../../src/shared/demo/random.ts'

/** Where in the product's work the process is killed. */
export const MOMENTS = ['flagging', 'importing', 'starting'] as const
export type Moment = (typeof MOMENTS)[number]

/** One life of the application and how it ends. */
export interface Round {
  readonly number: number
  readonly moment: Moment
  /** Acknowledgements to wait for before the kill; none are given while the application starts. */
  readonly acknowledged: number
  /** Milliseconds from there to the kill. */
  readonly thenMs: number
}

const USUAL_ROUNDS = 20
const USUAL_SEED = 2026

/** `CHAOS_ROUNDS` and `CHAOS_SEED` repeat a run: the same moments are chosen, to the millisecond that a machine allows. */
export const SEED = Number(process.env.CHAOS_SEED ?? USUAL_SEED)
const ROUNDS = Number(process.env.CHAOS_ROUNDS ?? USUAL_ROUNDS)

/** Flags that are acknowledged before a kill: a handful, or enough for an import to be well under way. */
const MOST_FLAGS: Readonly<Record<Moment, number>> = { flagging: 60, importing: 120, starting: 0 }
/** Longer than a commit takes; for a start, longer than it takes to roll back and open. */
const LONGEST_MS: Readonly<Record<Moment, number>> = { flagging: 40, importing: 400, starting: 1_200 }

export function plannedRounds(): readonly Round[] {
  return Array.from({ length: ROUNDS }, (_, index) => {
    const random = Random.of(SEED, 'contact', index)
    const moment = MOMENTS[index % MOMENTS.length] ?? 'flagging'
    const acknowledged = Math.min(MOST_FLAGS[moment], random.between(1, MOST_FLAGS[moment] + 1))
    return { number: index + 1, moment, acknowledged, thenMs: random.below(LONGEST_MS[moment]) }
  })
}
