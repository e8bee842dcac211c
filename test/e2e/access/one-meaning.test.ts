import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
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

/**
 * The keys that stand on more than one thing of a window, with what they stand on. Under an open dialog or question
 * nothing takes a key, so there only its own are read. The same action may be offered in two places.
 */
function ambiguousKeys(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const layers = document.querySelectorAll('[aria-modal="true"], [data-question]')
    const scope = layers.item(layers.length - 1) ?? document
    const meanings = new Map<string, Set<string>>()
    for (const each of scope.querySelectorAll<HTMLElement>('[aria-keyshortcuts]')) {
      // Of whatever has the focus, such as a prompt: these keys are its own.
      if (each.closest('[data-prompt], li') !== null) continue
      for (const key of (each.getAttribute('aria-keyshortcuts') ?? '')
        .split(' ')
        .filter((name) => name !== '')) {
        const found = meanings.get(key) ?? new Set()
        meanings.set(key, found.add(each.innerText.replace(/\s+/g, ' ').trim()))
      }
    }
    return [...meanings].flatMap(([key, found]) =>
      found.size > 1 ? [`${key}: ${[...found].join(' / ')}`] : [],
    )
  })
}

it(
  'X1: no key means two things on any screen with its panel, nor in any dialog',
  async () => {
    const found: string[] = []
    let seen = 0
    await lookAtEverything(workstation, HEAD.role, SMALL_DEMO, async ({ name, window }) => {
      seen += await window.locator('[aria-keyshortcuts]').count()
      for (const key of await ambiguousKeys(window)) found.push(`${name}: ${key}`)
    })
    expect(found).toEqual([])
    expect(seen).toBeGreaterThan(100)
  },
  EVERY_VIEW_PATIENCE_MS,
)
