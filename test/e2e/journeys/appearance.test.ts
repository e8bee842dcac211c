import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CATALOGUES } from '../../../src/shared/locale/index.ts'
import { LANGUAGES, type Language } from '../../../src/shared/locale/languages.ts'
import { chooseAppearance, chooseLanguage } from '../harness/appearance.ts'
import { plantedPerson } from '../harness/demo-people.ts'
import { openPerson } from '../harness/people.ts'
import { openDemoBranch } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { SMALL_DEMO, Workstation } from '../harness/workstation.ts'

const FEATURES = Object.keys(CATALOGUES['zh-CN']).join('|')
/** A key that no catalogue has is shown as itself: `customers.tier.gold`. */
const RAW_KEY = new RegExp(`\\b(?:${FEATURES})(?:\\.[\\w-]+)+`)
const UNFILLED = /\{\{|undefined|NaN|Invalid Date/
const HAN = /\p{Script=Han}/u

let workstation: Workstation
beforeAll(async () => {
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
})
afterAll(() => workstation?.stop())

const screens = () => workstation.window.getByRole('navigation').getByRole('button')

/** Opens every screen of the rail beside an open person and hands its text and names over. */
async function onEveryScreen(look: (text: string) => void): Promise<void> {
  await openPerson(workstation, plantedPerson(SMALL_DEMO, 'opted-out').key)
  for (let index = 0; index < (await screens().count()); index += 1) {
    await workstation.window.keyboard.press(`Alt+${index + 1}`)
    await expect.poll(() => screens().nth(index).getAttribute('aria-current')).toBe('page')
    await workstation.window.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
    look(await workstation.window.locator('body').ariaSnapshot())
  }
}

describe.each(LANGUAGES)('in %s', (language: Language) => {
  it('every screen is in words, and none of them is a key', async () => {
    await chooseLanguage(workstation, language)
    await onEveryScreen((text) => {
      expect(text).not.toMatch(RAW_KEY)
      expect(text).not.toMatch(UNFILLED)
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
