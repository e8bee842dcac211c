import { afterAll, beforeAll, expect, it } from 'vitest'
import { walkAtRandom } from '../harness/walks/walk.ts'
import { openWalkedBranch, WALKED_PHONES } from '../harness/walks/walked-branch.ts'
import type { Workstation } from '../harness/workstation.ts'

/** `npm run chaos` walks more and further; a fault names its seed, its walk and its keys. */
const SEED = 8
const WALKS = 50
/** Some thousand keys, one after the other, on a machine that is busy with other things. */
const PATIENCE_MS = 600_000

let workstation: Workstation
beforeAll(async () => {
  workstation = await openWalkedBranch()
})
afterAll(() => workstation?.stop())

it(`whoever a random key writes is the one named on the screen (L6), seed ${SEED}`, {
  timeout: PATIENCE_MS,
}, async () => {
  const { faults, writes } = await walkAtRandom(workstation, {
    seed: SEED,
    walks: WALKS,
    tails: WALKED_PHONES,
  })
  expect(faults).toEqual([])
  // Walks that write nobody would prove nothing.
  expect(writes).toBeGreaterThan(WALKS / 2)
})
