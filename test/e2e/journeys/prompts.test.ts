import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterCode } from '../harness/command-box.ts'
import { seededPerson } from '../harness/demo-people.ts'
import { openPerson } from '../harness/people.ts'
import { openDemoBranch } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { SMALL_DEMO, Workstation } from '../harness/workstation.ts'

let workstation: Workstation
let window: Page
beforeAll(async () => {
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
  window = workstation.window
})
afterAll(() => workstation?.stop())

const CASH = '大额现金'
const lines = (panel: Locator) =>
  panel.getByRole('list', { name: workstation.say('prompts.lines'), exact: true }).getByRole('listitem')
const keptBack = (panel: Locator) => panel.getByRole('list', { name: workstation.say('prompts.quiet') })

describe('prompts, by keyboard', () => {
  let panel: Locator
  let about: Locator

  it('stand in the panel with their reason and its date, and fold out what to say', async () => {
    panel = await openPerson(workstation, seededPerson(SMALL_DEMO, 'large-cash').phone.slice(-4))
    about = lines(panel).filter({ hasText: CASH })
    await about.getByText('（11-08）').waitFor()
    await window.keyboard.press('F7')
    while (!(await about.evaluate((line) => line.contains(document.activeElement)))) {
      await window.keyboard.press('ArrowDown')
    }
    await window.keyboard.press('Enter')
    await about.getByText('路上请注意安全').waitFor()
  })

  it('暂不 takes the line away and says so; Ctrl Z brings it back', async () => {
    await window.keyboard.press('-')
    await keptBack(panel).getByText('暂不谈大额现金').waitFor()
    expect(await about.count()).toBe(0)
    await window.getByRole('status', { name: workstation.say('undo.notice') }).waitFor()
    await window.keyboard.press('Control+z')
    await about.waitFor()
    expect(await keptBack(panel).count()).toBe(0)
  })

  it('after an answer the next keys are still for this person: the pad flags', async () => {
    await about.getByRole('button', { expanded: false }).focus()
    await window.keyboard.press('+')
    await about.getByText(workstation.say('prompts.accepted')).waitFor()
    await window.keyboard.press('c')
    await window.keyboard.press('3')
    await window.getByText('已标记 存款 · 低').waitFor()
  })

  it('are counted beside the intents: what was shown, and what was accepted', async () => {
    await enterCode(workstation, 'YX')
    await window.getByRole('button', { name: workstation.say('prompts.report.open') }).click()
    const row = window.getByRole('dialog').getByRole('row').filter({ hasText: CASH })
    await row.waitFor()
    expect((await row.getByRole('cell').allInnerTexts()).slice(1, 6)).toEqual(['1', '1', '0', '0', '0'])
    await window.keyboard.press('Escape')
  })
})

it('nothing is sold to somebody with an open complaint, and the panel says why', async () => {
  const panel = await openPerson(workstation, seededPerson(SMALL_DEMO, 'complaint-open').phone.slice(-4))
  await panel.getByText('的投诉未结').waitFor()
  expect(await lines(panel).count()).toBe(0)
  await window.keyboard.press('F7')
  await panel.getByText(workstation.say('prompts.none')).waitFor()
})
