import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../src/shared/domain/branch/settings.ts'
import { enterCode } from '../harness/command-box.ts'
import { chooseInStrip, focusedPage, showStrip, stripBounds, stripWidth } from '../harness/counter-strip.ts'
import { seededPerson } from '../harness/demo-people.ts'
import { flagIntent, flagNotice } from '../harness/intents.ts'
import { countKeystrokes } from '../harness/keystrokes.ts'
import { openDemoBranch, signIn } from '../harness/signing-in.ts'
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

/** As the form of the settings saves it. */
async function chooseLetters(productLetters: string): Promise<void> {
  const settings = { ...DEFAULT_SETTINGS, productLetters }
  const saved = await workstation.window.evaluate(
    (chosen) => window.huiyan.call('settings.save', { settings: chosen }),
    settings,
  )
  expect(saved.ok).toBe(true)
}

const leaking = seededPerson(SMALL_DEMO, 'leaking')

describe('the counter strip (L6)', () => {
  it('appears beside everything else without taking the focus', async () => {
    expect(await focusedPage(workstation.app)).toBe(WORKSTATION_PAGE)
    strip = await showStrip(workstation)
    expect(await focusedPage(workstation.app)).toBe(WORKSTATION_PAGE)
    expect(await stripWidth(workstation.app)).toBe(OPEN_WIDTH)
  })

  it('has the cursor in its box before anybody clicks, for whoever comes by its keys', async () => {
    const box = strip.getByRole('textbox', { name: workstation.say('strip.find') })
    await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('lets go on Esc even where a click beside everything took the cursor away', async () => {
    await workstation.app.evaluate(({ BrowserWindow }) => {
      const page = 'strip.html'
      BrowserWindow.getAllWindows()
        .find((each) => each.webContents.getURL().endsWith(page))
        ?.focus()
    })
    await expect.poll(() => focusedPage(workstation.app)).not.toBe(WORKSTATION_PAGE)
    await strip.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await strip.keyboard.press('Escape')
    await expect.poll(() => focusedPage(workstation.app)).not.toContain('strip.html')
    expect((await stripBounds(workstation.app)).width).toBe(OPEN_WIDTH)
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
    await chooseInStrip(workstation, strip, leaking.phone.slice(-4))
    await strip.getByText('资金流出').waitFor()
    expect(await strip.locator('body').innerText()).not.toContain(leaking.name)
    const keystrokes = await countKeystrokes(strip)
    await flagIntent(strip, 'loan', 'mid')
    await flagNotice(workstation, strip).getByText('已标记 贷款 · 中').waitFor()
    expect(await keystrokes()).toBe(2)
    await expect.poll(async () => Number(/\d+/.exec(await title.innerText())?.[0])).toBe(before + 1)
    await strip.keyboard.press('Control+z')
    await expect.poll(async () => Number(/\d+/.exec(await title.innerText())?.[0])).toBe(before)
  })

  it('has the keys that the branch chose for its products, on the pad and under the fingers', async () => {
    await chooseLetters('WDKCBJ')
    await strip
      .getByRole('button', { name: '理财', exact: true })
      .and(strip.locator('[aria-keyshortcuts="W"]'))
      .waitFor()
    await chooseInStrip(workstation, strip, leaking.phone.slice(-4))
    await strip.keyboard.press('l')
    await strip.keyboard.press('w')
    await strip.keyboard.press('1')
    await flagNotice(workstation, strip).getByText('已标记 理财 · 高').waitFor()
    await strip.keyboard.press('Control+z')
    await flagNotice(workstation, strip).waitFor({ state: 'detached' })
    await chooseLetters(DEFAULT_SETTINGS.productLetters)
  })

  it('moves to the other edge by keyboard, and stands there after a restart', async () => {
    const right = await stripBounds(workstation.app)
    await strip.getByRole('region').first().focus()
    await strip.keyboard.press('Control+Shift+ArrowLeft')
    await expect.poll(async () => (await stripBounds(workstation.app)).x).toBe(0)
    await workstation.restart()
    await signIn(workstation, HEAD)
    strip = await showStrip(workstation)
    await expect.poll(() => stripBounds(workstation.app)).toEqual({ ...right, x: 0 })
    await strip.getByRole('button', { name: workstation.say('strip.menu') }).click()
    await strip.getByRole('menuitem', { name: workstation.say('strip.moveRight') }).click()
    await expect.poll(() => stripBounds(workstation.app)).toEqual(right)
    await chooseInStrip(workstation, strip, leaking.phone.slice(-4))
  })

  it('shows nobody while the workstation is locked', async () => {
    await enterCode(workstation, 'SP')
    await strip.getByText(workstation.say('strip.closed.locked')).waitFor()
    expect(await strip.locator('body').innerText()).not.toContain(leaking.maskedPhone)
  })
})
