import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scanBarcode } from '../harness/barcode-scanner.ts'
import { commandBox } from '../harness/command-box.ts'
import { contactDialog } from '../harness/contacts.ts'
import { focusedPage, showStrip } from '../harness/counter-strip.ts'
import { seededPerson } from '../harness/demo-people.ts'
import { InputMethod } from '../harness/input-method.ts'
import { flagNotice } from '../harness/intents.ts'
import { strike } from '../harness/keyboard.ts'
import { openPerson } from '../harness/people.ts'
import { openDemoBranch } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { SMALL_DEMO, Workstation } from '../harness/workstation.ts'

const person = seededPerson(SMALL_DEMO, 'wealth-enquiries')
const note = '客户想比较两款产品'

let workstation: Workstation
let window: Page
let ime: InputMethod
beforeAll(async () => {
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
  window = workstation.window
  ime = await InputMethod.at(window)
})
afterAll(() => workstation?.stop())

const heading = () => window.getByRole('main').getByRole('heading', { level: 1 }).innerText()

describe('while an input method composes (X1)', () => {
  it('Enter in the box neither searches nor runs the code that the letters spell', async () => {
    const before = await heading()
    await window.keyboard.press('Control+k')
    await ime.compose('tc')
    await ime.press('Enter')
    await window.getByRole('option', { name: 'TC' }).waitFor()
    expect(await commandBox(workstation).inputValue()).toBe('tc')
    await window.getByRole('navigation').waitFor()
    await ime.compose('sj')
    await ime.press('Enter')
    await window.getByRole('option', { name: 'SJ' }).waitFor()
    expect(await heading()).toBe(before)
  })

  it('Esc drops the letters and leaves the box where it is', async () => {
    await ime.compose('wang')
    await ime.press('Escape')
    expect(await commandBox(workstation).evaluate((box) => box === document.activeElement)).toBe(true)
    expect(await commandBox(workstation).inputValue()).toBe('wang')
  })

  it('the chosen candidate finds people, and the Enter after it is the box’s own', async () => {
    await ime.compose('wang')
    await ime.commit('王')
    expect(await commandBox(workstation).inputValue()).toBe('王')
    await window.getByRole('option', { disabled: false }).first().waitFor()
    await window.keyboard.press('Enter')
    await window.getByRole('main').getByText('王').first().waitFor()
    expect(await commandBox(workstation).inputValue()).toBe('')
  })

  it('the pad’s letters and digits flag nobody', async () => {
    await openPerson(workstation, person.key)
    await ime.press('KeyL')
    await ime.press('Digit1')
    await window.keyboard.press('1')
    expect(await flagNotice(workstation, window).count()).toBe(0)
  })

  it('Enter in a note saves nothing; the note’s own Enter does', async () => {
    await window.keyboard.press('l')
    await window.keyboard.press('2')
    await flagNotice(workstation, window).waitFor()
    await window.keyboard.press('F6')
    const dialog = contactDialog(workstation)
    await dialog.getByRole('radio').first().waitFor()
    // Which of two wishes, how, and what came of it.
    await strike(window, '1', '1', '1')
    const field = dialog.getByRole('textbox').last()
    await field.focus()
    await ime.compose('kehu')
    await ime.press('Enter')
    expect(await dialog.isVisible()).toBe(true)
    await ime.commit(note)
    expect(await field.inputValue()).toBe(note)
    await window.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
  })
})

describe('a scanner while an input method is on (X1)', () => {
  it('is read by its keys, and spoils neither the field nor what was composed', async () => {
    await window.keyboard.press('Control+k')
    await strike(window, 'z', 'l')
    await scanBarcode(window, 'HY0000000000', { throughInputMethod: true })
    await window.getByRole('main').getByRole('alert').or(window.getByRole('alert')).first().waitFor()
    expect(await commandBox(workstation).inputValue()).toBe('zl')
  })
})

describe('the counter strip', () => {
  it('keeps the focus while Esc belongs to the input method, and gives it back on its own Esc', async () => {
    const strip = await showStrip(workstation)
    const stripIme = await InputMethod.at(strip)
    const box = strip.getByRole('textbox', { name: workstation.say('strip.find') })
    await box.focus()
    await stripIme.compose('zhang')
    await stripIme.press('Enter')
    await stripIme.press('Escape')
    expect(await box.inputValue()).toBe('zhang')
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true)
    await stripIme.commit('')
    expect(await focusedPage(workstation.app)).not.toContain('strip.html')
  })
})
