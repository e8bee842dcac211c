import { cpSync, rmSync } from 'node:fs'
import { Random } from '../../../../src/shared/demo/random.ts'
import { SEED } from '../../harness/rounds.ts'
import { ForgetfulDisk, type Survival } from '../layer/forgetful-disk.ts'
import type { Layer } from '../layer/layer.ts'
import { type Step, stepsIn } from '../layer/steps.ts'
import type { Chance } from '../layer/stored-file.ts'
import { type BranchBefore, emptyRoot } from './branch-before.ts'
import { toldBy } from './told.ts'
import { faultsOf } from './verdict.ts'
import { ENVIRONMENT, rootFor, scriptFor, WORKS, type Work } from './works.ts'

/** How many times the power fails. `CHAOS_POWER` and `CHAOS_SEED` repeat a run. */
const ROUNDS = Number(process.env.CHAOS_POWER ?? 4)
/** Moments at which the power fails during one and the same piece of work. */
const CUTS_EACH = 5

const NOTHING: Survival = { files: 0, names: 'none' }
/** What a disk keeps of the unflushed: nothing, the names without the content, the content without the names, or some. */
const SURVIVALS: readonly Survival[] = [
  NOTHING,
  { files: 0, names: 'all' },
  { files: 1, names: 'none' },
  { files: 0.5, names: 'any' },
  { files: 0, names: 'any' },
  { files: 1, names: 'any' },
  { files: 0.5, names: 'first' },
  { files: 1, names: 'all' },
]
/** So many of them, from the front, suit a moment at which everything was acknowledged. */
const HARSH = 4

/** One piece of work, and how many times the power fails in it. */
export interface PowerRound {
  readonly number: number
  readonly work: Work
  readonly cuts: number
}

export function plannedPowerRounds(): readonly PowerRound[] {
  const cuts = Math.min(CUTS_EACH, Math.ceil(ROUNDS / WORKS.length))
  return Array.from({ length: Math.ceil(ROUNDS / cuts) }, (_, index) => ({
    number: index + 1,
    work: WORKS[index % WORKS.length] ?? 'flags',
    cuts: Math.min(cuts, ROUNDS - index * cuts),
  }))
}

/** A moment, and what of the unflushed survives it. */
interface Cut {
  readonly at: number
  readonly survival: Survival
}

/** Lets the work be done once, then the power fail at several moments of it. @returns what was wrong, in words */
export async function failPower(
  layer: Layer,
  before: BranchBefore,
  { work, number, cuts }: PowerRound,
): Promise<readonly string[]> {
  const root = rootFor(work, before)
  const disk = new ForgetfulDisk(root)
  const journal = `${root}.journal`
  const random = Random.of(SEED, 'contact', number)
  const chance: Chance = () => random.below(2 ** 30) / 2 ** 30
  try {
    await layer.run({
      root,
      script: scriptFor(work, root, before),
      env: { ...ENVIRONMENT, LAYER_JOURNAL: journal },
    })
    const steps = stepsIn(journal)
    if (!toldBy(steps).done && work !== 'flags') return [`${work}: the work itself did not succeed`]
    const faults: string[] = []
    let played = 0
    for (const { at, survival } of plannedCuts(steps, cuts, chance)) {
      for (; played < at; played++) {
        const step = steps[played]
        if (step !== undefined) disk.play(step)
      }
      const after = emptyRoot()
      disk.writeAfterCut(after, survival, chance)
      const kept = process.env.CHAOS_KEEP === undefined ? null : `${after}-as-left`
      if (kept !== null) cpSync(after, kept, { recursive: true })
      const told = toldBy(steps.slice(0, at))
      const found = await faultsOf({ work, root: after, before, told })
      const where = `${work}, cut after step ${at} of ${steps.length}, ${JSON.stringify(survival)}`
      faults.push(...found.map((fault) => `${where}: ${fault}`))
      if (kept !== null && found.length === 0) rmSync(kept, { recursive: true })
      rmSync(after, { recursive: true })
    }
    return faults
  } finally {
    rmSync(root, { recursive: true, force: true })
    rmSync(journal, { force: true })
  }
}

/** One always falls right behind the end: everything was acknowledged then. The others prefer what changes names. */
function plannedCuts(steps: readonly Step[], cuts: number, chance: Chance): readonly Cut[] {
  const turns = steps.flatMap((step, at) =>
    step.kind === 'wrote' || step.kind === 'opened' || step.kind === 'cut' ? [] : [at + 1],
  )
  const moments = Array.from({ length: cuts - 1 }, (_, index) =>
    index % 2 === 0 ? (turns[Math.floor(chance() * turns.length)] ?? 0) : Math.floor(chance() * steps.length),
  )
  const survival = (most: number) => SURVIVALS[Math.floor(chance() * most)] ?? NOTHING
  return [
    ...moments.sort((one, other) => one - other).map((at) => ({ at, survival: survival(SURVIVALS.length) })),
    { at: steps.length, survival: survival(HARSH) },
  ]
}
