import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterCode } from '../harness/command-box.ts'
import { seededPerson } from '../harness/demo-people.ts'
import { press } from '../harness/keyboard.ts'
import { openPerson } from '../harness/people.ts'
import { history, openReferrals, referDialog, referTo } from '../harness/referrals.ts'
import { openDemoBranch, signIn, signOut } from '../harness/signing-in.ts'
import { HEAD, LOBBY, RM, TELLER } from '../harness/staff.ts'
import { addColleague } from '../harness/staff-list.ts'
import { SMALL_DEMO, Workstation } from '../harness/workstation.ts'

const asking = seededPerson(SMALL_DEMO, 'wealth-enquiries')

let workstation: Workstation
beforeAll(async () => {
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
  for (const colleague of [LOBBY, RM, TELLER]) await addColleague(workstation, colleague)
})
afterAll(() => workstation?.stop())

const textOf = async (rows: ReturnType<typeof history>) => (await rows.allInnerTexts()).join('\n')

describe('teller → lobby → rm by keyboard, with three sign-ins (L8)', () => {
  it('the head names in the table who gets what, and sees today’s work by it before saving', async () => {
    const { window, say } = workstation
    await enterCode(workstation, 'FP')
    const words = { value: say('intents.level.high'), level: say('intents.level.high') }
    const cell = window.getByRole('combobox', { name: say('referrals.routes.toIn', words) })
    await cell.selectOption(`person:${RM.no}`)
    const preview = window.getByRole('table', { name: say('referrals.routes.preview') })
    await preview.getByRole('row', { name: new RegExp(RM.no) }).waitFor()
    await press(window, window.getByRole('button', { name: say('app.save'), exact: true }))
    await window.getByText(say('referrals.routes.saved')).waitFor()
    await signOut(workstation)
  })

  it('the teller hands a customer to the lobby in four keys, and is told by when', async () => {
    const { window, say } = workstation
    await signIn(workstation, TELLER)
    const panel = await openPerson(workstation, asking.phone.slice(-4))
    await panel.press('l')
    await panel.press('1')
    await window.getByText('已标记 理财 · 高').waitFor()
    await referTo(workstation, LOBBY.no)
    await window.getByText(say('referrals.refer.sent', { name: LOBBY.name, minutes: 60 })).waitFor()
    const rows = await openReferrals(workstation)
    await expect.poll(() => rows.count()).toBe(1)
    expect(await rows.first().innerText()).not.toContain(asking.name)
    expect(await rows.first().innerText()).toContain('工作时间')
    await signOut(workstation)
  })

  it('the lobby accepts with A and hands it on to a manager', async () => {
    const { window } = workstation
    await signIn(workstation, LOBBY)
    const rows = await openReferrals(workstation)
    await rows.first().waitFor()
    await window.keyboard.press('a')
    await expect.poll(() => rows.first().innerText()).toContain('已承接')
    await openPerson(workstation, asking.phone.slice(-4))
    await referTo(workstation, RM.no, '2')
    await openReferrals(workstation)
    await window.getByText(workstation.say('referrals.none.to-do')).waitFor()
    await signOut(workstation)
  })

  it('the manager accepts, makes contact, and finds it qualified, by keys', async () => {
    const { window } = workstation
    await signIn(workstation, RM)
    const rows = await openReferrals(workstation)
    await rows.first().waitFor()
    for (const [key, state] of [
      ['a', '已承接'],
      ['t', '已联系'],
      ['q', '已合格'],
    ] as const) {
      await window.getByRole('listbox', { name: workstation.say('referrals.list') }).focus()
      await window.keyboard.press(key)
      if (key !== 'a') {
        await window.getByRole('dialog').waitFor()
        await window.keyboard.type('ok')
        await window.keyboard.press('Enter')
      }
      await expect.poll(() => rows.first().innerText()).toContain(state)
    }
    await signOut(workstation)
  })

  it('the teller reads all of it without asking, and has the credit', async () => {
    const { window, say } = workstation
    await signIn(workstation, TELLER)
    const rows = await openReferrals(workstation)
    await expect.poll(() => rows.first().innerText()).toContain('已合格')
    const told = await textOf(history(workstation))
    for (const name of [TELLER.name, LOBBY.name, RM.name]) expect(told).toContain(name)
    await window.getByText(say('referrals.credit', { referred: 1, qualified: 1 })).waitFor()
  })

  it('the same wish is not put into a second pair of hands; the dialog says so and keeps what was chosen', async () => {
    const { window } = workstation
    await openPerson(workstation, asking.phone.slice(-4))
    await window.keyboard.press('F4')
    const dialog = referDialog(workstation)
    await dialog.getByRole('radio', { name: LOBBY.no }).waitFor()
    await window.keyboard.press('1')
    await window.keyboard.press('1')
    await window.keyboard.press('Enter')
    await dialog.getByRole('alert').getByText(RM.name).first().waitFor()
    await window.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  })
})
