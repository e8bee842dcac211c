import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterCode } from '../harness/command-box.ts'
import { seededPerson } from '../harness/demo-people.ts'
import { flagNotice } from '../harness/intents.ts'
import { openPerson } from '../harness/people.ts'
import { referTo } from '../harness/referrals.ts'
import { openDemoBranch } from '../harness/signing-in.ts'
import { HEAD, RM } from '../harness/staff.ts'
import { addColleague } from '../harness/staff-list.ts'
import { SMALL_DEMO, Workstation } from '../harness/workstation.ts'

const asking = seededPerson(SMALL_DEMO, 'wealth-enquiries')

let workstation: Workstation
beforeAll(async () => {
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
  await addColleague(workstation, RM)
})
afterAll(() => workstation?.stop())

const press = (key: string) => workstation.window.keyboard.press(key)

describe('no key is lost', () => {
  it('when the prompt that had the focus is answered and the person handed on: the next ones still flag', async () => {
    const { window, say } = workstation
    const panel = await openPerson(workstation, asking.phone.slice(-4))
    await press('F7')
    await panel.locator('[data-prompt]:focus').waitFor()
    await press('+')
    await panel.getByText(say('prompts.accepted')).first().waitFor()
    await referTo(workstation, RM.no)
    await press('j')
    await press('2')
    await flagNotice(workstation, window).first().waitFor()
  })

  it('to the open person by a screen that only came back', async () => {
    const { window, say } = workstation
    await enterCode(workstation, 'SZ')
    await press('Alt+5')
    await window.getByRole('complementary').waitFor()
    const list = window.getByRole('listbox', { name: say('followups.list') })
    await list.and(window.locator(':focus')).waitFor()
    expect(await window.getByRole('complementary').locator(':focus').count()).toBe(0)
  })

  it('in the box that was closed with Esc: an arrow offers who was open last, and Enter opens them', async () => {
    const { window, say } = workstation
    await openPerson(workstation, asking.phone.slice(-4))
    const offered = window.locator(`[aria-label="${say('customers.found')}"] [role="option"]`)
    // Nobody sees the list of a closed box, so it is not drawn.
    expect(await offered.count()).toBe(0)
    await enterCode(workstation, 'SZ')
    await press('Control+k')
    await offered.first().waitFor()
    await press('x')
    await press('Escape')
    await offered.first().waitFor({ state: 'detached' })
    await press('ArrowDown')
    await press('Enter')
    await window.getByRole('complementary').getByText(asking.key).first().waitFor()
  })
})
