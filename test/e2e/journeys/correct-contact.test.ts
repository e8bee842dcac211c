import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANNELS, type Channel, OUTCOMES, type Outcome } from '../../../src/shared/domain/work/contact.ts'
import { barriersIn } from '../harness/axe.ts'
import { enterCode } from '../harness/command-box.ts'
import { contactDialog, recordContact } from '../harness/contacts.ts'
import { seededPerson } from '../harness/demo-people.ts'
import { openPerson } from '../harness/people.ts'
import { openDemoBranch } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { SMALL_DEMO, Workstation } from '../harness/workstation.ts'

/** Invented. */
const NOTE = '当面谈了大额存单'
const asking = seededPerson(SMALL_DEMO, 'wealth-enquiries')
/** More stops than any view has. */
const MOST_STOPS = 80

let workstation: Workstation
let panel: Locator
beforeAll(async () => {
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
})
afterAll(() => workstation?.stop())

const press = (key: string) => workstation.window.keyboard.press(key)
const digitOf = <Each>(all: readonly Each[], one: Each) => String(all.indexOf(one) + 1)
const correctButton = (within: Locator) =>
  within.getByRole('button', { name: new RegExp(`^${workstation.say('followups.correct.button')}`) }).first()
const correctDialog = () =>
  workstation.window.getByRole('dialog').filter({ hasText: workstation.say('followups.correct.reason') })

/** Goes on with Tab until something has the focus. */
async function tabTo(target: Locator): Promise<void> {
  await target.waitFor()
  const focused = target.and(workstation.window.locator(':focus'))
  for (let stop = 0; stop < MOST_STOPS && (await focused.count()) === 0; stop++) await press('Tab')
  await focused.waitFor()
}

/** Presses the digit of a choice in the row that has the focus. */
async function chosen<Each extends string>(words: string, all: readonly Each[], one: Each): Promise<void> {
  const focusedChoice = correctDialog().getByRole('radio').and(workstation.window.locator(':focus'))
  await focusedChoice.waitFor()
  await press(digitOf(all, one))
  const name = `${digitOf(all, one)} ${workstation.say(`${words}.${one}`)}`
  await correctDialog().getByRole('radio', { name, exact: true, checked: true }).waitFor()
}

async function correct(channel: Channel, outcome: Outcome): Promise<void> {
  await chosen('followups.channel', CHANNELS, channel)
  await chosen('followups.outcome', OUTCOMES, outcome)
}

describe('F6: a contact that turns out wrong after the eight seconds', { timeout: 120_000 }, () => {
  it('is corrected by keyboard from what one did today', async () => {
    const { window, say } = workstation
    panel = await openPerson(workstation, asking.phone.slice(-4))
    await press('F6')
    await recordContact(workstation, 'phone', 'no-answer')
    await enterCode(workstation, 'WD')
    const day = window.getByRole('dialog', { name: say('undo.day.title') })
    await tabTo(correctButton(day))
    await press('Enter')
    await correctDialog()
      .getByText(`·${asking.phone.slice(-4)}`)
      .waitFor()
    await correct('face', 'interested')
    expect(await barriersIn(window)).toEqual([])
    const note = correctDialog().getByRole('textbox', { name: say('followups.contact.note') })
    await tabTo(note)
    // U takes back the newest step in the list below, and is a letter here.
    await window.keyboard.type('U')
    await window.keyboard.insertText(NOTE)
    await press('Enter')
    await correctDialog().waitFor({ state: 'hidden' })
    await day.getByText(say('audit.action.followups.correct')).first().waitFor()
    await correctButton(day).and(window.locator(':focus')).waitFor()
    await press('Escape')
    await day.waitFor({ state: 'hidden' })
  })

  it('stands in the panel with both versions, and is corrected there once more', async () => {
    const { window, say } = workstation
    await panel.getByText(say('followups.correct.corrected')).first().waitFor()
    const timeline = panel.getByRole('region', { name: say('customers.tab.timeline') })
    const versions = timeline.getByRole('list', { name: say('followups.correct.earlier') })
    expect(await versions.innerText()).toContain(say('followups.outcome.no-answer'))
    expect(await timeline.getByText(`U${NOTE}`).count()).toBe(1)
    await tabTo(correctButton(panel))
    await press('Enter')
    await correct('face', 'appointment')
    await press('Enter')
    await correctDialog().waitFor({ state: 'hidden' })
    await versions.getByText(say('followups.outcome.interested')).waitFor()
    expect(await versions.getByRole('listitem').count()).toBe(2)
    await correctButton(panel).and(window.locator(':focus')).waitFor()
    expect(await barriersIn(window)).toEqual([])
  })

  it('asks before what is typed goes, and closes without a question where nothing is', async () => {
    const { window, say } = workstation
    await press('Enter')
    await correctDialog().getByRole('radio').first().waitFor()
    await press('1')
    await press('1')
    await press('Escape')
    const question = window.getByRole('dialog', { name: say('app.unsaved.title') })
    await question.waitFor()
    await press('d')
    await correctDialog().waitFor({ state: 'hidden' })
    await press('Enter')
    await correctDialog().getByRole('radio').first().waitFor()
    await press('Escape')
    await correctDialog().waitFor({ state: 'hidden' })
    expect(await question.count()).toBe(0)
    expect(await contactDialog(workstation).count()).toBe(0)
  })
})
