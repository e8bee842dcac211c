import { demoPeople } from '../demo-people.ts'
import { letIn } from '../open-lobby.ts'
import { openDemoBranch } from '../signing-in.ts'
import { HEAD, RM } from '../staff.ts'
import { addColleague } from '../staff-list.ts'
import { SMALL_DEMO, Workstation } from '../workstation.ts'

/** People whom the walks look up; few, so that they meet again and again. */
const PEOPLE = 6
/** How many of them are in the lobby. */
const VISITORS = 3

export const WALKED_PHONES: readonly string[] = demoPeople(SMALL_DEMO)
  .slice(0, PEOPLE)
  .map(({ phone }) => phone)

/** A workstation on a demo branch with some of its people in the lobby, and a manager to hand people on to. */
export async function openWalkedBranch(): Promise<Workstation> {
  const workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
  await addColleague(workstation, RM)
  await workstation.window.keyboard.press('Alt+1')
  await workstation.window.locator('[data-working-place]:focus').waitFor()
  for (const [index, phone] of WALKED_PHONES.slice(0, VISITORS).entries())
    await letIn(workstation, `K00${index + 1}`, phone)
  return workstation
}
