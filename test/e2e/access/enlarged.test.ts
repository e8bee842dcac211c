import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cutOffSideways, resize } from '../harness/appearance.ts'
import { lookAtEverything } from '../harness/every-view.ts'
import { openDemoBranch } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { SMALL_DEMO, Workstation } from '../harness/workstation.ts'

let workstation: Workstation
beforeAll(async () => {
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
})
afterAll(() => workstation?.stop())

/** Controls that reach beyond the window's sides. What lies further down is scrolled to; nothing is scrolled sideways. */
function beyondTheSides(window: Page): Promise<readonly string[]> {
  return window.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, [role="tab"]')]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }) && control.offsetWidth > 1)
      .filter((control) => {
        const { left, right } = control.getBoundingClientRect()
        return left < -1 || right > innerWidth + 1
      })
      .map((control) => `${control.tagName} ${control.textContent} ${control.getAttribute('aria-label')}`),
  )
}

async function lostEverywhere(): Promise<readonly string[]> {
  const lost: string[] = []
  await lookAtEverything(workstation, HEAD.role, SMALL_DEMO, async ({ name, window }) => {
    const found = [...(await cutOffSideways(window)), ...(await beyondTheSides(window))]
    lost.push(...found.map((each) => `${name}: ${each}`))
  })
  return lost
}

describe('nothing is lost (X1)', () => {
  it('on the smaller of a counter’s screens', async () => {
    await resize(workstation.app, 1024, 768)
    expect(await lostEverywhere()).toEqual([])
  })

  it('at twice the size on the larger', async () => {
    await resize(workstation.app, 1366, 768)
    await workstation.app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.setZoomFactor(2)
    })
    await expect.poll(() => workstation.window.evaluate(() => self.innerWidth)).toBe(683)
    expect(await lostEverywhere()).toEqual([])
  })
})
