import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterCode } from '../harness/command-box.ts'
import { focusedPage, showStrip, stripWidth } from '../harness/counter-strip.ts'
import { plantedPerson } from '../harness/demo-people.ts'
import { flagIntent, flagNotice } from '../harness/intents.ts'
import { openDemoBranch } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { SMALL_DEMO, Workstation } from '../harness/workstation.ts'

const WORKSTATION_PAGE = 'app://workstation/index.html'
const OPEN_WIDTH = 340
const FOLDED_WIDTH = 44

let workstation: Workstation
let strip: Page
beforeAll(async () => {
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
})
afterAll(() => workstation?.stop())

const leaking = plantedPerson(SMALL_DEMO, 'leaking')

describe('the counter strip', () => {
  it('appears beside everything else without taking the focus', async () => {
    expect(await focusedPage(workstation.app)).toBe(WORKSTATION_PAGE)
    strip = await showStrip(workstation)
    expect(await focusedPage(workstation.app)).toBe(WORKSTATION_PAGE)
    expect(await stripWidth(workstation.app)).toBe(OPEN_WIDTH)
  })

  it('folds to a lamp with the count of the day’s work, and unfolds with it', async () => {
    await strip.getByRole('button', { name: workstation.say('strip.fold') }).click()
    await expect.poll(() => stripWidth(workstation.app)).toBe(FOLDED_WIDTH)
    const count = await strip.getByRole('status').innerText()
    expect(Number(count)).toBeGreaterThan(0)
    await strip.getByRole('button', { name: workstation.say('strip.unfold') }).click()
    await expect.poll(() => stripWidth(workstation.app)).toBe(OPEN_WIDTH)
  })

  it('finds somebody, says what to say, and flags in two keys; the workstation knows at once', async () => {
    await enterCode(workstation, 'YX')
    const title = workstation.window.getByRole('main').getByRole('heading', { level: 1 })
    await workstation.window.getByRole('main').getByRole('option').first().waitFor()
    const before = Number(/\d+/.exec(await title.innerText())?.[0])
    await strip.getByRole('textbox', { name: workstation.say('strip.find') }).focus()
    await strip.keyboard.type(leaking.phone.slice(-4))
    await strip.getByRole('option').first().waitFor()
    await strip.keyboard.press('ArrowDown')
    await strip.keyboard.press('Enter')
    await strip.getByText('资金流出').waitFor()
    expect(await strip.locator('body').innerText()).not.toContain(leaking.name)
    await flagIntent(strip, 'loan', 'mid')
    await flagNotice(workstation, strip).getByText('已标记 贷款 · 中').waitFor()
    await expect.poll(async () => Number(/\d+/.exec(await title.innerText())?.[0])).toBe(before + 1)
    await strip.keyboard.press('Control+z')
    await expect.poll(async () => Number(/\d+/.exec(await title.innerText())?.[0])).toBe(before)
  })

  it('shows nobody while the workstation is locked', async () => {
    await enterCode(workstation, 'SP')
    await strip.getByText(workstation.say('strip.closed.locked')).waitFor()
    expect(await strip.locator('body').innerText()).not.toContain(leaking.maskedPhone)
  })
})
