import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scanBarcode } from '../harness/barcode-scanner.ts'
import { commandBox, enterCode } from '../harness/command-box.ts'
import { contactDialog } from '../harness/contacts.ts'
import { showStrip } from '../harness/counter-strip.ts'
import { seededPerson } from '../harness/demo-people.ts'
import { flagIntent, flagNotice } from '../harness/intents.ts'
import { strike } from '../harness/keyboard.ts'
import { letIn, lobbyRow, lobbyRows } from '../harness/open-lobby.ts'
import { openPerson } from '../harness/people.ts'
import { referDialog } from '../harness/referrals.ts'
import { openDemoBranch } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { SMALL_DEMO, Workstation } from '../harness/workstation.ts'

/** The barcode of a printed row: any number does, because nothing may look it up. */
const SOME_ROW = 'HY000000017'

let workstation: Workstation
beforeAll(async () => {
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
  await enterCode(workstation, 'DT')
})
afterAll(() => workstation?.stop())

const first = seededPerson(SMALL_DEMO, 'wealth-enquiries')
const second = seededPerson(SMALL_DEMO, 'leaking')
/** How a customer is named by whatever writes. */
const who = ({ maskedName, phone, key }: typeof first) => `${maskedName} ·${phone.slice(-4)} · ${key}`

const press = (...keys: readonly string[]) => strike(workstation.window, ...keys)
const panel = () => workstation.window.getByRole('complementary').getByRole('region').first()
const selected = () => lobbyRows(workstation).and(workstation.window.locator('[aria-selected="true"]'))
const holdsFocus = (page: Page, selector: string) =>
  page.evaluate((place) => document.activeElement?.closest(place) !== null, selector)

describe('one current customer (L6)', () => {
  it('the panel and the selected row are one; somebody from elsewhere leaves no row selected', async () => {
    const { window, say } = workstation
    await window.locator('[data-working-place]:focus').waitFor()
    await letIn(workstation, 'A001', first.phone)
    await letIn(workstation, 'A002', second.phone)
    await selected().filter({ hasText: 'A002' }).waitFor()
    await openPerson(workstation, first.phone)
    expect(await selected().count()).toBe(0)
    await window.getByText(say('lobby.noneSelected')).waitFor()
    await window.getByRole('listbox', { name: say('lobby.list') }).focus()
    await press('s', 'x', 'm', 'Enter')
    expect(await lobbyRow(workstation, 'A002').innerText()).toContain('等候')
    expect(await panel().innerText()).toContain(first.maskedName)
  })

  it('the first arrow selects a row, closes the other person, and Enter opens the row’s own', async () => {
    const { window, say } = workstation
    await press('ArrowDown')
    await selected().filter({ hasText: 'A002' }).waitFor()
    await window.getByText(say('app.nobodyOpen')).waitFor()
    await press('Enter')
    await panel().getByText(second.key).first().waitFor()
    expect(await selected().innerText()).toContain('A002')
  })

  it('what was written names the customer by name, end of the phone and number', async () => {
    await flagIntent(workstation.window, 'loan', 'mid')
    await flagNotice(workstation, workstation.window).getByText(who(second)).waitFor()
    expect(await workstation.window.locator('main [data-current]').innerText()).toBe(`A002 ${who(second)}`)
  })
})

describe('an open dialog has all keys', () => {
  it('the box, another screen, another dialog, a lead and a scanned row wait until it is closed', async () => {
    const { window, say } = workstation
    await press('F6')
    const dialog = contactDialog(workstation)
    await dialog.getByText(who(second)).waitFor()
    await dialog.getByRole('radio').first().waitFor()
    await press('Control+k', 'Alt+2', 'Alt+3', 'F3', 'F4', 'F7')
    expect(await holdsFocus(window, '[role="dialog"]')).toBe(true)
    await scanBarcode(window, SOME_ROW)
    await window.getByText(say('app.scanRefused')).waitFor()
    expect(await window.getByRole('dialog').count()).toBe(1)
    expect(await referDialog(workstation).count()).toBe(0)
    await window.getByRole('listbox', { name: say('lobby.list') }).waitFor({ state: 'attached' })
  })

  it('closing gives the focus back, and the next keys record a contact and are no search', async () => {
    const { window } = workstation
    await press('Escape')
    await contactDialog(workstation).waitFor({ state: 'hidden' })
    expect(await holdsFocus(window, 'aside')).toBe(true)
    await press('F6')
    await contactDialog(workstation).getByRole('radio').first().waitFor()
    // Two wishes are open: the first digit says which of them it was about.
    await press('1', '2', '6', 'Enter', 'Enter')
    await contactDialog(workstation).waitFor({ state: 'hidden' })
    expect(await holdsFocus(window, 'aside')).toBe(true)
    expect(await commandBox(workstation).inputValue()).toBe('')
    await press('F4')
    await referDialog(workstation).waitFor()
    await press('Escape')
    await referDialog(workstation).waitFor({ state: 'hidden' })
    expect(await holdsFocus(window, 'aside')).toBe(true)
  })

  it('a question in the lobby too: its letter is the answer, and other keys nothing', async () => {
    const { window, say } = workstation
    await window.getByRole('listbox', { name: say('lobby.list') }).focus()
    await press('q', 'x', 'Control+k', 'Alt+2', 'l')
    await lobbyRow(workstation, 'A002').getByText('可问 理财').waitFor()
    expect(await lobbyRow(workstation, 'A002').innerText()).toContain('等候')
    expect(await holdsFocus(window, '[role="listbox"]')).toBe(true)
  })
})

describe('an arrival', () => {
  it('is recorded by Enter from anywhere in the form, and is not asked until somebody asked', async () => {
    const { window, say } = workstation
    await press('n')
    const form = window.getByRole('form', { name: say('lobby.form.title') })
    await form.waitFor()
    await window.keyboard.type('C001')
    await press('Enter')
    await lobbyRow(workstation, 'C001').getByText('未问').waitFor()
    await press('n')
    await form.waitFor()
    await window.keyboard.type('C002')
    await form.getByRole('radio').first().focus()
    await press('6', 'Enter')
    await lobbyRow(workstation, 'C002').getByText('贷款').waitFor()
  })
})

describe('the counter strip', () => {
  it('chooses the only one found with Enter, and shows nobody when it comes back', async () => {
    const strip = await showStrip(workstation)
    const { say } = workstation
    const box = strip.getByRole('textbox', { name: say('strip.find') })
    await box.focus()
    await strip.keyboard.type(first.phone)
    await strip.locator('[data-combobox-selected]').waitFor()
    await strip.keyboard.press('Enter')
    const served = strip.getByRole('main').getByRole('region')
    await served.getByText(first.key).waitFor()
    await strip.keyboard.press('Escape')
    await strip.getByText(say('strip.nobody')).waitFor()
    expect(await served.count()).toBe(0)
  })
})
