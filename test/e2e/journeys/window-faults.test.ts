import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandBox, enterCode } from '../harness/command-box.ts'
import { showStrip } from '../harness/counter-strip.ts'
import { openDemoBranch, passphraseField, tryUnlock } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { Workstation } from '../harness/workstation.ts'

/** Invented; stands in every planted error, and must stand nowhere else. */
const SECRET = '欧阳不存在10000000001'
const PATIENCE = { timeout: 30_000, interval: 100 }

let workstation: Workstation
beforeAll(async () => {
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
})
afterAll(() => workstation?.stop())

const log = () => readFileSync(join(workstation.dataFolder, 'logs', 'huiyan.log'), 'utf8')
const countOf = (text: string) => log().split(text).length - 1

/** Takes away what React is about to change, as a fault of the drawing does: it can no longer draw the page. */
function breakDrawing(page: Page): Promise<void> {
  return page.evaluate((secret) => {
    const { removeChild } = Node.prototype
    Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
      Node.prototype.removeChild = removeChild
      throw new RangeError(`${secret} ${child.textContent}`)
    }
  }, SECRET)
}

describe('an error in a window', () => {
  it('that nobody caught is in the log with its name and lines, without its message', async () => {
    const { window } = workstation
    await window.evaluate((secret) => {
      setTimeout(() => {
        throw new TypeError(secret)
      })
    }, SECRET)
    await expect.poll(() => countOf('failed window.workstation TypeError'), PATIENCE).toBe(1)
    await window.evaluate((secret) => void Promise.reject(new SyntaxError(secret)), SECRET)
    await expect.poll(() => countOf('failed window.workstation SyntaxError'), PATIENCE).toBe(1)
    expect(log()).not.toContain(SECRET)
  })

  it('while it is drawn leaves a page that says so; loaded anew, the same person goes on', async () => {
    const { window, say } = workstation
    await breakDrawing(window)
    await window.keyboard.press('Alt+2')
    const page = window.getByRole('alert')
    await page.getByText(say('app.fault.text')).waitFor()
    await expect.poll(() => countOf('failed window.workstation RangeError'), PATIENCE).toBe(1)
    expect(log()).toMatch(
      /failed window\.workstation RangeError\n {4}at .*\(out\/renderer\/assets\/[\w.-]+\.js:\d+:\d+\)/,
    )
    expect(log()).not.toContain(SECRET)
    await window.keyboard.press('Enter')
    await commandBox(workstation).waitFor()
  })

  it('in the strip is told as the strip’s', async () => {
    const strip = await showStrip(workstation)
    await breakDrawing(strip)
    await strip.keyboard.press('F3')
    await strip.getByRole('button', { name: workstation.say('app.fault.reload') }).click()
    await strip.getByRole('textbox', { name: workstation.say('strip.find') }).waitFor()
    await expect.poll(() => countOf('failed window.strip RangeError'), PATIENCE).toBe(1)
  })

  it('is told from the lock too', async () => {
    const { window } = workstation
    await window.bringToFront()
    await enterCode(workstation, 'SP')
    await passphraseField(workstation).waitFor()
    await window.evaluate((secret) => void Promise.reject(new EvalError(secret)), SECRET)
    await expect.poll(() => countOf('failed window.workstation EvalError'), PATIENCE).toBe(1)
    await tryUnlock(workstation, HEAD.passphrase)
    await commandBox(workstation).waitFor()
    expect(log()).not.toContain(SECRET)
  })
})
