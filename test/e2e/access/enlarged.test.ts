import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beyondTheSides, cutOffSideways, resize } from '../harness/appearance.ts'
import { lookAtEverything } from '../harness/every-view.ts'
import { openDemoBranch } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { SMALL_DEMO, Workstation } from '../harness/workstation.ts'

/** Every view there is, one after the other, on a machine that is busy with other things. */
const EVERY_VIEW_PATIENCE_MS = 300_000

let workstation: Workstation
beforeAll(async () => {
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
})
afterAll(() => workstation?.stop())

/** A bank's own file is as wide as it is: its samples and their mapping scroll sideways within themselves. */
const WIDE = ['imports-recognise', 'imports-map', 'imports-map-more', 'imports-preview']

async function lostEverywhere(except: readonly string[] = []): Promise<readonly string[]> {
  const lost: string[] = []
  await lookAtEverything(workstation, HEAD.role, SMALL_DEMO, async ({ name, window }) => {
    if (except.includes(name)) return
    const found = [...(await cutOffSideways(window)), ...(await beyondTheSides(window))]
    lost.push(...found.map((each) => `${name}: ${each}`))
  })
  return lost
}

describe('nothing is lost (X1)', { timeout: EVERY_VIEW_PATIENCE_MS }, () => {
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
    expect(await lostEverywhere(WIDE)).toEqual([])
  })
})
