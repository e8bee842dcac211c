import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseAppearance } from '../harness/appearance.ts'
import { barriersIn } from '../harness/axe.ts'
import { stripPage } from '../harness/counter-strip.ts'
import { lookAtEverything } from '../harness/every-view.ts'
import { openDemoBranch } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { SMALL_DEMO, Workstation } from '../harness/workstation.ts'

/** In high contrast the system chooses all colours itself; axe cannot see which. */
const COLOURS = ['color-contrast']

/** Every view there is, one after the other, on a machine that is busy with other things. */
const EVERY_VIEW_PATIENCE_MS = 300_000

let workstation: Workstation
beforeAll(async () => {
  workstation = await Workstation.start()
})
afterAll(() => workstation?.stop())

/** Every barrier on every view, with the view's name before it. */
async function barriersEverywhere(without: readonly string[] = []): Promise<readonly string[]> {
  const found: string[] = []
  await lookAtEverything(workstation, HEAD.role, SMALL_DEMO, async ({ name, window }) => {
    for (const barrier of await barriersIn(window, { without })) found.push(`${name}: ${barrier}`)
  })
  return found
}

describe('axe finds nothing serious or critical (X1)', { timeout: EVERY_VIEW_PATIENCE_MS }, () => {
  it('before anybody is signed in', async () => {
    const atFirst = await barriersIn(workstation.window)
    await openDemoBranch(workstation, HEAD)
    expect(atFirst).toEqual([])
  })

  it('on any view in light', async () => {
    expect(await barriersEverywhere()).toEqual([])
  })

  it('on any view in dark', async () => {
    await chooseAppearance(workstation, 'dark')
    const found = await barriersEverywhere()
    await chooseAppearance(workstation, 'light')
    expect(found).toEqual([])
  })

  it('on any view in the system’s high contrast', async () => {
    const strip = await stripPage(workstation)
    for (const window of [workstation.window, strip]) await window.emulateMedia({ forcedColors: 'active' })
    expect(await workstation.window.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true)
    expect(await barriersEverywhere(COLOURS)).toEqual([])
  })
})
