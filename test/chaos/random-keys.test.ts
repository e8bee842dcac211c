import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { walkAtRandom } from '../e2e/harness/walks/walk.ts'
import { openWalkedBranch, WALKED_PHONES } from '../e2e/harness/walks/walked-branch.ts'
import type { Workstation } from '../e2e/harness/workstation.ts'
import { SEED } from './harness/rounds.ts'

/** `CHAOS_WALKS` and `CHAOS_SEED` repeat a run: a walk is the same whoever walked before. */
const WALKS = Number(process.env.CHAOS_WALKS ?? 100)
/** As many as fit into the patience of one test. */
const AT_ONCE = 25

const stretches = Array.from({ length: Math.ceil(WALKS / AT_ONCE) }, (_, index) => ({
  from: index * AT_ONCE,
  walks: Math.min(AT_ONCE, WALKS - index * AT_ONCE),
}))

let workstation: Workstation
beforeAll(async () => {
  workstation = await openWalkedBranch()
})
afterAll(() => workstation?.stop())

describe(`random keys over the lobby, the customers and the intents (seed ${SEED})`, () => {
  it.each(stretches)('write whoever is named on the screen: $walks walks from $from', async (stretch) => {
    const { faults } = await walkAtRandom(workstation, { seed: SEED, tails: WALKED_PHONES, ...stretch })
    expect(faults).toEqual([])
  })
})
