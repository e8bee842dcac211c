import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandBox, enterCode } from '../harness/command-box.ts'
import { contactDialog } from '../harness/contacts.ts'
import { chooseInStrip, showStrip } from '../harness/counter-strip.ts'
import { seededPerson } from '../harness/demo-people.ts'
import { flagIntent, flagNotice } from '../harness/intents.ts'
import { openPerson } from '../harness/people.ts'
import { openDemoBranch, passphraseField, signIn, tryUnlock } from '../harness/signing-in.ts'
import { HEAD, LOBBY } from '../harness/staff.ts'
import { addColleague } from '../harness/staff-list.ts'
import { giveUp } from '../harness/unsaved.ts'
import { SMALL_DEMO, Workstation } from '../harness/workstation.ts'

/** Invented; typed and never saved. */
const TYPED = '下周三下午带保单来谈'
const asking = seededPerson(SMALL_DEMO, 'wealth-enquiries')

let workstation: Workstation
beforeAll(async () => {
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
  await addColleague(workstation, LOBBY)
})
afterAll(() => workstation?.stop())

/** Locks as the tray's menu and the idle lock do: whatever is open stays. */
async function lock(): Promise<void> {
  await workstation.window.evaluate(() => window.huiyan.call('session.lock', {}))
  await passphraseField(workstation).waitFor()
}

async function unlock(): Promise<void> {
  await tryUnlock(workstation, HEAD.passphrase)
  await commandBox(workstation).waitFor()
}

/** All that a screen reader or a look at the page's elements can find, also what somebody typed. */
function everythingIn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const typed = [...document.querySelectorAll('input, textarea')].map((field) =>
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '',
    )
    return [document.documentElement.outerHTML, ...typed].join('\n')
  })
}

describe('the lock', () => {
  it('keeps the open dialog and what was typed into it, and shows nothing of it meanwhile', async () => {
    const { window, say } = workstation
    await openPerson(workstation, asking.phone.slice(-4))
    await flagIntent(window, 'wealth', 'high')
    await flagNotice(workstation, window).waitFor()
    await window.keyboard.press('F6')
    const dialog = contactDialog(workstation)
    const note = dialog.getByRole('textbox', { name: say('followups.contact.note') })
    await note.fill(TYPED)
    await window.keyboard.press('ArrowLeft')
    const title = await dialog.getByRole('heading').innerText()
    const tail = asking.phone.slice(-4)

    await lock()
    const shown = await everythingIn(window)
    for (const secret of [TYPED, tail, title]) expect(shown).not.toContain(secret)
    // What would close the dialog, save it, or open the box.
    await window.evaluate(
      () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
    )
    for (const key of ['Escape', 'Control+Enter', 'F4', 'F3', 'Control+k', 'Alt+3'])
      await window.keyboard.press(key)

    await unlock()
    await dialog.waitFor()
    expect(await note.inputValue()).toBe(TYPED)
    expect(await dialog.getByRole('heading').innerText()).toBe(title)
    await note.and(window.locator(':focus')).waitFor()
    await window.keyboard.type('了')
    expect(await note.inputValue()).toBe(`${TYPED.slice(0, -1)}了${TYPED.slice(-1)}`)
    await dialog.getByRole('button', { name: say('app.cancel') }).click()
    await giveUp(workstation)
  })

  it('keeps the screen, how far its list was scrolled and its row', async () => {
    const { window, say } = workstation
    await enterCode(workstation, 'GJ')
    const list = window.getByRole('listbox', { name: say('followups.list') })
    await list.and(window.locator(':focus')).waitFor()
    // With somebody open beside the list the first key only selects the row that the cursor is at.
    const scrolled = async () => {
      await window.keyboard.press('End')
      return list.evaluate((element) => element.scrollTop)
    }
    await expect.poll(scrolled, { timeout: 30_000 }).toBeGreaterThan(0)
    const where = () =>
      list.evaluate((element) => [element.scrollTop, element.getAttribute('aria-activedescendant')])
    const before = await where()
    await lock()
    await unlock()
    await list.and(window.locator(':focus')).waitFor()
    expect(await where()).toEqual(before)
  })

  it('keeps whom the strip serves and the lead that is being entered there', async () => {
    const { say } = workstation
    const strip = await showStrip(workstation)
    await chooseInStrip(workstation, strip, asking.phone.slice(-4))
    await strip.keyboard.press('F3')
    const surname = strip.getByRole('textbox', { name: say('leads.quick.surname') })
    await surname.fill('欧阳')
    await lock()
    await strip.getByText(say('strip.closed.locked')).waitFor()
    const shown = await everythingIn(strip)
    for (const secret of ['欧阳', asking.phone.slice(-4)]) expect(shown).not.toContain(secret)
    await unlock()
    await surname.waitFor()
    expect(await surname.inputValue()).toBe('欧阳')
  })

  it('keeps nothing for another person', async () => {
    const { window, say } = workstation
    await openPerson(workstation, asking.phone.slice(-4))
    await window.keyboard.press('F3')
    const lead = window.getByRole('dialog', { name: say('leads.quick.title') })
    await lead.getByRole('textbox', { name: say('leads.quick.surname') }).fill('欧阳')
    await lock()
    await window.getByRole('button', { name: say('session.otherStaff') }).click()
    await signIn(workstation, LOBBY)
    await commandBox(workstation).waitFor()
    expect(await lead.count()).toBe(0)
    const shown = await everythingIn(window)
    for (const secret of ['欧阳', TYPED, asking.phone.slice(-4)]) expect(shown).not.toContain(secret)
  })
})
