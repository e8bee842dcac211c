import type { Locator, Page } from 'playwright-core'
import { screensOf } from '../../../src/shared/domain/function-codes.ts'
import type { Role } from '../../../src/shared/domain/roles.ts'
import { enterCode } from './command-box.ts'
import { contactDialog } from './contacts.ts'
import { stripPage } from './counter-strip.ts'
import { plantedPerson } from './demo-people.ts'
import { hallRow } from './hall.ts'
import { findPeople, openPerson } from './people.ts'
import type { Workstation } from './workstation.ts'

/** Something that a user can have before them, by a name that can also be a file's. */
export interface View {
  readonly name: string
  readonly window: Page
}

export type Look = (view: View) => Promise<void>

interface DemoBranchSize {
  readonly asOf: string
  readonly customers: number
}

/**
 * Shows everything there is to one who signed in, one view after the other: each screen of the rail with each of its
 * tabs beside an open person, what lies over them, and the strip.
 */
export async function lookAtEverything(
  workstation: Workstation,
  role: Role,
  demo: DemoBranchSize,
  look: Look,
): Promise<void> {
  const person = plantedPerson(demo, 'long-address').key
  await lookAtHall(workstation, look)
  await openPerson(workstation, person)
  for (const [index, screen] of screensOf(role).entries())
    await lookAtScreen(workstation, index, screen, look)
  await lookAtWhatLiesOver(workstation, look)
  await lookAtStrip(workstation, person, look)
}

/** The hall with somebody in it, while somebody is let in, and while somebody is recognised. */
async function lookAtHall(workstation: Workstation, look: Look): Promise<void> {
  const { window, say } = workstation
  await enterCode(workstation, 'DT')
  const arrive = window
    .getByRole('main')
    .getByRole('button', { name: say('lobby.form.title') })
    .first()
  await arrive.click()
  const form = window.getByRole('form', { name: say('lobby.form.title') })
  await form.getByRole('textbox', { name: say('lobby.form.ticket') }).fill('A001')
  await look({ name: 'lobby-arrival', window })
  await window.keyboard.press('Enter')
  await form.waitFor({ state: 'detached' })
  await hallRow(workstation, 'A001').click()
  await window
    .getByRole('main')
    .getByRole('button', { name: say('lobby.identify') })
    .click()
  await window.getByRole('textbox', { name: say('lobby.identifyBox', { ticket: 'A001' }) }).waitFor()
  await look({ name: 'lobby-identify', window })
  await window.keyboard.press('Escape')
  await window
    .getByRole('main')
    .getByRole('button', { name: say('lobby.contact.clue') })
    .click()
  await look({ name: 'lobby-clue', window })
  await window.keyboard.press('Escape')
}

async function lookAtScreen(
  { window }: Workstation,
  index: number,
  screen: string,
  look: Look,
): Promise<void> {
  const entry = window.getByRole('navigation').getByRole('button').nth(index)
  await entry.click()
  await window.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
  await settled(window)
  const tabs = await window.getByRole('main').getByRole('tab').all()
  if (tabs.length === 0) await look({ name: screen, window })
  for (const tab of tabs) {
    await tab.click()
    await settled(window)
    await look({ name: `${screen}-${await nameOfTab(tab)}`, window })
  }
}

async function lookAtWhatLiesOver(workstation: Workstation, look: Look): Promise<void> {
  const { window, say } = workstation
  await window.keyboard.press('F1')
  await window.getByRole('dialog', { name: say('help.title') }).waitFor()
  await look({ name: 'help', window })
  await window.keyboard.press('Escape')
  await findPeople(workstation, 'w')
  await look({ name: 'found', window })
  await window.keyboard.press('Escape')
  await window.keyboard.press('Escape')
  await window
    .getByRole('navigation')
    .getByRole('button', { name: say('app.rail.followups'), exact: true })
    .click()
  const list = window.getByRole('listbox', { name: say('followups.list') })
  await list.getByRole('option').first().waitFor()
  await list.focus()
  await window.keyboard.press('Home')
  await window.keyboard.press('r')
  await contactDialog(workstation).waitFor()
  await look({ name: 'contact', window })
  await window.keyboard.press('Escape')
  await contactDialog(workstation).waitFor({ state: 'hidden' })
}

async function lookAtStrip(workstation: Workstation, person: string, look: Look): Promise<void> {
  const { say } = workstation
  const window = await stripPage(workstation)
  const box = window.getByRole('textbox', { name: say('strip.find') })
  await look({ name: 'strip', window })
  await box.focus()
  await window.keyboard.type(person)
  await window.getByRole('option', { disabled: false }).first().waitFor()
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await window.getByRole('region').first().waitFor()
  await look({ name: 'strip-person', window })
  await window.getByRole('button', { name: say('strip.fold'), exact: true }).click()
  const unfold = window.getByRole('button', { name: say('strip.unfold') })
  await unfold.waitFor()
  await look({ name: 'strip-folded', window })
  await unfold.click()
  await box.waitFor()
}

/** Mantine writes a tab's value at the end of its id. */
async function nameOfTab(tab: Locator): Promise<string> {
  return (await tab.getAttribute('id'))?.split('-').at(-1) ?? 'tab'
}

/** Nothing is loading any more. */
async function settled(window: Page): Promise<void> {
  await window.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
}
