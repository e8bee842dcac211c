import { chooseAppearance, chooseLanguage } from '../harness/appearance.ts'
import { enterCode } from '../harness/command-box.ts'
import { showStrip } from '../harness/counter-strip.ts'
import { seededPerson } from '../harness/demo-people.ts'
import { openPerson } from '../harness/people.ts'
import { tryUnlock } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { type Step, shoot, visitor } from './trip.ts'

/** The strip, the other language, the dark, and the lock. */
export const LOOKS_STEPS: readonly Step[] = [
  {
    title: 'The counter strip finds the same people beside the core-banking window',
    walk: async (trip) => {
      const strip = await showStrip(trip.workstation)
      await strip.getByRole('textbox').fill(seededPerson(trip.demo, 'leaking').phone.slice(-4))
      await strip.getByRole('option').first().waitFor()
      await strip.getByRole('textbox').focus()
      await strip.keyboard.press('ArrowDown')
      await strip.keyboard.press('Enter')
      await strip.getByRole('region').first().waitFor()
      return shoot(trip, strip, 'strip')
    },
  },
  {
    title: 'English',
    walk: async (trip) => {
      const { workstation } = trip
      // What was said in one language is gone before the next begins.
      await workstation.window.locator('.mantine-Notification-root').first().waitFor({ state: 'detached' })
      await chooseLanguage(workstation, 'en')
      await enterCode(workstation, 'KH')
      await openPerson(workstation, visitor(trip).key)
      return shoot(trip, workstation.window, 'english')
    },
  },
  {
    title: 'Dark',
    walk: async (trip) => {
      const { workstation } = trip
      await chooseLanguage(workstation, 'zh-CN')
      await chooseAppearance(workstation, 'dark')
      await openPerson(workstation, visitor(trip).key)
      const picture = await shoot(trip, workstation.window, 'dark')
      await chooseAppearance(workstation, 'light')
      return picture
    },
  },
  {
    title: 'The code SP locks the screen; the passphrase opens it again',
    walk: async (trip) => {
      const { workstation } = trip
      await enterCode(workstation, 'SP')
      await workstation.window.getByRole('heading', { name: workstation.say('session.unlock') }).waitFor()
      const picture = await shoot(trip, workstation.window, 'locked')
      await tryUnlock(workstation, HEAD.passphrase)
      await workstation.window.getByRole('navigation').waitFor()
      return picture
    },
  },
]
