import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enterCode } from '../harness/command-box.ts'
import { demoPeople } from '../harness/demo-people.ts'
import { press, tabTo } from '../harness/keyboard.ts'
import { openPerson } from '../harness/people.ts'
import { openDemoBranch, signIn, signOut } from '../harness/signing-in.ts'
import { HEAD, TELLER } from '../harness/staff.ts'
import { addColleague } from '../harness/staff-list.ts'
import { nextSaveDialogAnswers } from '../harness/stand-in-dialogs.ts'
import { SMALL_DEMO, Workstation } from '../harness/workstation.ts'

const people = demoPeople(SMALL_DEMO).slice(0, 2)
const folder = mkdtempSync(join(tmpdir(), 'huiyan-register-'))

let workstation: Workstation
beforeAll(async () => {
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
  await addColleague(workstation, TELLER)
  await signOut(workstation)
})
afterAll(async () => {
  await workstation?.stop()
  rmSync(folder, { recursive: true, force: true })
})

it('a customer’s refusal and consent are written down in the panel, and a refused channel opens with the words shown', async () => {
  const { window, say } = workstation
  await signIn(workstation, TELLER)
  const panel = await openPerson(workstation, people[0]?.key ?? '')
  await panel.getByRole('tab', { name: say('customers.tab.consents') }).click()
  const phone = say('followups.channel.phone')
  await press(window, panel.getByRole('button', { name: `${phone} ${say('consents.refuse')}` }))
  await press(window, panel.getByRole('button', { name: `${phone} ${say('consents.reopen')}` }))
  const dialog = window.getByRole('dialog', { name: say('consents.reopenTitle', { what: phone }) })
  await dialog.getByText(say('consents.reopenNote')).waitFor()
  await press(window, dialog.getByRole('button', { name: say('consents.agreed') }))
  await dialog.waitFor({ state: 'hidden' })
  const lines = panel.getByRole('list', { name: say('consents.lines') }).getByRole('listitem')
  await expect.poll(() => lines.allInnerTexts()).toHaveLength(3)
  const said = (await lines.allInnerTexts()).join('\n')
  for (const kind of ['refused', 'given', 'reopened']) expect(said).toContain(say(`consents.kind.${kind}`))
  await openPerson(workstation, people[1]?.key ?? '')
  await signOut(workstation)
})

it('the head reads by keyboard who looked at whom, down to the rows and up to a customer, and Esc goes back', async () => {
  const { window, say } = workstation
  await signIn(workstation, HEAD)
  await enterCode(workstation, 'YS')
  const staff = window.getByRole('listbox', { name: say('privacy.staff') })
  await staff.getByRole('option').filter({ hasText: TELLER.no }).waitFor()
  expect(await staff.getByRole('option').filter({ hasText: TELLER.no }).innerText()).toContain(TELLER.name)
  await tabTo(window, staff)
  await window.keyboard.press('End')
  await window.keyboard.press('Enter')
  const looks = window.getByRole('listbox', { name: say('privacy.accessLog') })
  await looks.getByRole('option').first().waitFor()
  await window.keyboard.press('Enter')
  await window
    .getByRole('heading', { level: 2, name: say('privacy.looksAt', { customer: '' }).trim() })
    .waitFor()
  await window.keyboard.press('Escape')
  await staff.and(window.locator(':focus')).waitFor()
  // The next key comes while the looks are still being read.
  await Promise.all(['Enter', 'Escape'].map((key) => window.keyboard.press(key)))
  await staff.and(window.locator(':focus')).waitFor()
})

it('the branch’s register goes to a file with a reason, and the reason into the audit', async () => {
  const { window, say, app } = workstation
  const path = join(folder, 'register.csv')
  await nextSaveDialogAnswers(app, path)
  await press(window, window.getByRole('button', { name: say('consents.export') }))
  const dialog = window.getByRole('dialog', { name: say('consents.exportTitle') })
  await dialog.getByRole('textbox').fill('监管检查')
  await window.keyboard.press('Enter')
  await dialog
    .getByRole('status')
    .filter({ hasText: say('consents.exported') })
    .waitFor()
  await expect.poll(() => readFileSync(path, 'utf8')).toContain(say('consents.kind.reopened'))
  const text = readFileSync(path, 'utf8')
  for (const { name } of people) if ([...name].length > 2) expect(text).not.toContain(name)
  await window.keyboard.press('Escape')
  await enterCode(workstation, 'SJ')
  await window.getByText('监管检查').first().waitFor()
})

it('the dry run shows what is past its time; nothing to remove is said, and nothing can be pressed', async () => {
  const { window, say } = workstation
  await enterCode(workstation, 'YS')
  await tabTo(window, window.getByRole('tab', { name: say('privacy.tab.viewing') }))
  await window.keyboard.press('ArrowRight')
  await window.getByRole('table').waitFor()
  expect(await window.getByRole('button', { name: say('privacy.nothingPast') }).isDisabled()).toBe(true)
})
