import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CATALOGUES } from '../../../src/shared/locale/index.ts'
import { LANGUAGES, type Language } from '../../../src/shared/locale/languages.ts'
import { chooseAppearance, chooseLanguage, cutOffSideways, resize } from '../harness/appearance.ts'
import { seededPerson } from '../harness/demo-people.ts'
import { openPerson } from '../harness/people.ts'
import { openDemoBranch } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { SMALL_DEMO, Workstation } from '../harness/workstation.ts'

const FEATURES = Object.keys(CATALOGUES['zh-CN']).join('|')
/** A key that no catalogue has is shown as itself: `customers.tier.gold`. */
const RAW_KEY = new RegExp(`\\b(?:${FEATURES})(?:\\.[\\w-]+)+`)
/** What an operation is called where the faults and times of operations are shown; it is no key. */
const NAME_OF_OPERATION = /^\s*- (?:row "|cell "|code: )[a-z]+\.[A-Za-z]+\b.*$/gm
const UNFILLED = /\{\{|undefined|NaN|Invalid Date/
/** The screens that counters have; everything must be at hand on the smaller one too. */
const SCREEN_SIZES = [
  [1366, 768],
  [1024, 768],
] as const
const FAULTS = {
  'zh-CN': CATALOGUES['zh-CN'].settings.about.diagnosis,
  en: CATALOGUES.en.settings.about.diagnosis,
} as const
const HAN = /\p{Script=Han}/u

let workstation: Workstation
beforeAll(async () => {
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
})
afterAll(() => workstation?.stop())

const screens = () => workstation.window.getByRole('navigation').getByRole('button')

/** Opens every screen of the rail, and every tab on it, beside an open person. */
async function onEveryScreen(look: () => Promise<void>): Promise<void> {
  const { window } = workstation
  await openPerson(workstation, seededPerson(SMALL_DEMO, 'long-address').key)
  for (let index = 0; index < (await screens().count()); index += 1) {
    const shortcut = await screens().nth(index).getAttribute('aria-keyshortcuts')
    await window.keyboard.press(shortcut ?? '')
    await expect.poll(() => screens().nth(index).getAttribute('aria-current')).toBe('page')
    await window.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
    await look()
    for (const tab of await window.getByRole('tab').all()) {
      await tab.click()
      await look()
    }
  }
}

describe.each(LANGUAGES)('in %s', (language: Language) => {
  it('every screen is in words, and none of them is a key', async () => {
    await chooseLanguage(workstation, language)
    await onEveryScreen(async () => {
      const text = await workstation.window.locator('body').ariaSnapshot()
      const onFaults = await workstation.window.getByRole('region', { name: FAULTS[language] }).isVisible()
      expect(onFaults ? text.replaceAll(NAME_OF_OPERATION, '') : text).not.toMatch(RAW_KEY)
      expect(text).not.toMatch(UNFILLED)
    })
  })

  it.each(SCREEN_SIZES)('no screen is cut off sideways in a window of %i × %i', async (width, height) => {
    await resize(workstation.app, width, height)
    await expect.poll(() => workstation.window.evaluate(() => self.innerWidth)).toBe(width)
    await onEveryScreen(async () => {
      expect(await cutOffSideways(workstation.window)).toEqual([])
    })
  })
})

describe('the dark appearance', () => {
  it('darkens every screen’s ground and lightens its words', async () => {
    await chooseAppearance(workstation, 'dark')
    const [ground, words] = await workstation.window.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body)
      const brightness = (shade: string) =>
        (shade.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0)
      return [brightness(backgroundColor), brightness(color)]
    })
    expect(ground).toBeLessThan(words ?? 0)
    await chooseAppearance(workstation, 'light')
  })
})

describe('English', () => {
  it('leaves no Chinese on the rail and the buttons', async () => {
    await chooseLanguage(workstation, 'en')
    expect(await workstation.window.getByRole('navigation').innerText()).not.toMatch(HAN)
  })

  it('is still spoken after a restart', async () => {
    await workstation.restart()
    await workstation.window.getByRole('button', { name: workstation.say('session.signIn') }).waitFor()
  })
})
