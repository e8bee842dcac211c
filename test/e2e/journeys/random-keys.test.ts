import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoPeople } from '../harness/demo-people.ts'
import { letIn } from '../harness/open-lobby.ts'
import { openDemoBranch } from '../harness/signing-in.ts'
import { HEAD, RM } from '../harness/staff.ts'
import { addColleague } from '../harness/staff-list.ts'
import { walkAtRandom } from '../harness/walks/walk.ts'
import { SMALL_DEMO, Workstation } from '../harness/workstation.ts'

const SEED = 8
const WALKS = 50

let workstation: Workstation
const tails = demoPeople(SMALL_DEMO)
  .slice(0, 6)
  .map(({ phone }) => phone)
beforeAll(async () => {
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
  await addColleague(workstation, RM)
  await workstation.window.keyboard.press('Alt+1')
  await workstation.window.locator('[data-working-place]:focus').waitFor()
  for (const [index, tail] of tails.slice(0, 3).entries()) await letIn(workstation, `K00${index + 1}`, tail)
})
afterAll(() => workstation?.stop())

it(`whoever a random key writes is the one named on the screen (seed ${SEED})`, async () => {
  const { faults, writes } = await walkAtRandom(workstation, { seed: SEED, walks: WALKS, tails })
  expect(faults).toEqual([])
  expect(writes).toBeGreaterThan(WALKS / 2)
})
