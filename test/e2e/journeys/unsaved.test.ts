import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandBox, enterCode } from '../harness/command-box.ts'
import { contactDialog } from '../harness/contacts.ts'
import { seededPerson } from '../harness/demo-people.ts'
import { flagIntent, flagNotice } from '../harness/intents.ts'
import { openPerson } from '../harness/people.ts'
import { openDemoBranch, passphraseField } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { SMALL_DEMO, Workstation } from '../harness/workstation.ts'

/** Invented; typed and never saved. */
const TYPED = '下周三下午带保单来谈'
const asking = seededPerson(SMALL_DEMO, 'wealth-enquiries')

let workstation: Workstation
beforeAll(async () => {
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
  // The harness answers a page that does not want to be closed by closing it; the product's windows do not.
  workstation.window.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined))
})
afterAll(() => workstation?.stop())

const press = (key: string) => workstation.window.keyboard.press(key)
const question = (): Locator =>
  workstation.window.getByRole('dialog', { name: workstation.say('app.unsaved.title') })
async function keep(): Promise<void> {
  await question()
    .getByRole('button', { name: workstation.say('app.unsaved.keep') })
    .and(workstation.window.locator(':focus'))
    .waitFor()
  await press('Enter')
  await question().waitFor({ state: 'hidden' })
}
async function discard(): Promise<void> {
  await question().waitFor()
  await press('d')
  await question().waitFor({ state: 'hidden' })
}

describe('what is typed and not saved', () => {
  it('in a dialog asks at Esc, stays with Enter or Esc, and goes with its letter', async () => {
    const { window, say } = workstation
    await openPerson(workstation, asking.phone.slice(-4))
    await flagIntent(window, 'wealth', 'high')
    await flagNotice(workstation, window).waitFor()
    await press('F6')
    const note = contactDialog(workstation).getByRole('textbox', { name: say('followups.contact.note') })
    await note.fill(TYPED)
    await press('Escape')
    await keep()
    expect(await note.inputValue()).toBe(TYPED)
    await note.and(window.locator(':focus')).waitFor()
    await press('Escape')
    await question().waitFor()
    await press('Escape')
    await question().waitFor({ state: 'hidden' })
    expect(await note.inputValue()).toBe(TYPED)
    await press('Escape')
    await discard()
    await contactDialog(workstation).waitFor({ state: 'hidden' })
  })

  it('asks nothing where nothing was typed', async () => {
    await press('F6')
    await contactDialog(workstation).getByRole('radio').first().waitFor()
    await press('Escape')
    await contactDialog(workstation).waitFor({ state: 'hidden' })
    expect(await question().count()).toBe(0)
  })

  it('in the quick lead asks at Esc', async () => {
    const { window, say } = workstation
    await press('F3')
    const surname = window.getByRole('textbox', { name: say('leads.quick.surname') })
    await surname.fill('欧阳')
    await press('Escape')
    await keep()
    expect(await surname.inputValue()).toBe('欧阳')
    await surname.focus()
    await press('Escape')
    await discard()
    await surname.waitFor({ state: 'hidden' })
  })

  it('in the settings asks before another screen, by key and by code, also from another section', async () => {
    const { window, say } = workstation
    await enterCode(workstation, 'GZ')
    const rules = window.getByRole('form', { name: say('settings.section.rules'), exact: true })
    const field = rules.getByRole('textbox', { name: say('settings.field.dormantMonths'), exact: true })
    await field.fill('5')
    await press('Alt+1')
    await keep()
    expect(await field.inputValue()).toBe('5')
    await window.getByRole('tab', { name: say('settings.section.about') }).click()
    expect(await question().count()).toBe(0)
    await enterCode(workstation, 'DT')
    await keep()
    await window.getByRole('tab', { name: say('settings.section.rules') }).click()
    expect(await field.inputValue()).toBe('5')
  })

  it('asks before the window is closed', async () => {
    const { app, say, window } = workstation
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await keep()
    await window.getByRole('tab', { name: say('settings.section.rules') }).waitFor()
  })

  it('asks before the sign-out, and given up it lets go', async () => {
    await enterCode(workstation, 'TC')
    await keep()
    await commandBox(workstation).waitFor()
    await enterCode(workstation, 'TC')
    await discard()
    await passphraseField(workstation).waitFor()
  })
})
