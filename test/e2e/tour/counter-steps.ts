import { enterCode } from '../harness/command-box.ts'
import { flagIntent, flagNotice } from '../harness/intents.ts'
import { findPeople, openPerson } from '../harness/people.ts'
import { openDemoBranch, passphraseField } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { type Step, shoot, visitor } from './trip.ts'

/** From the first run to a flagged intent. */
export const COUNTER_STEPS: readonly Step[] = [
  {
    title: 'First run: 演示网点 or 新建网点',
    walk: async (trip) => {
      await passphraseField(trip.workstation).waitFor()
      return shoot(trip, trip.workstation.window, 'first-run')
    },
  },
  {
    title: 'The demo branch is filled through the import, and its work lists are counted',
    walk: async (trip) => {
      const { workstation } = trip
      await openDemoBranch(workstation, HEAD)
      await enterCode(workstation, 'KH')
      await workstation.window.getByRole('main').getByRole('option').first().waitFor()
      return shoot(trip, workstation.window, 'customers')
    },
  },
  {
    title: 'Ctrl K finds somebody by the initials of the name',
    walk: async (trip) => {
      await findPeople(trip.workstation, 'zlj')
      return shoot(trip, trip.workstation.window, 'search')
    },
  },
  {
    title: 'One person whole: tier and gap, what to say, what not to do, money, promises',
    walk: async (trip) => {
      await trip.workstation.window.keyboard.press('Escape')
      await openPerson(trip.workstation, visitor(trip).key)
      return shoot(trip, trip.workstation.window, 'person')
    },
  },
  {
    title: 'Two keys flag an intent, B 保险 and 1 高; Ctrl Z takes it back, and it is flagged again',
    walk: async (trip) => {
      const { workstation } = trip
      const { window } = workstation
      const notice = flagNotice(workstation, window)
      await flagIntent(window, 'insurance', 'high')
      await notice.waitFor()
      await window.keyboard.press('Control+z')
      await notice.waitFor({ state: 'detached' })
      await flagIntent(window, 'insurance', 'high')
      await notice.waitFor()
      const due = await notice.getByText(/10-09/).innerText()
      return `${due} (${await shoot(trip, window, 'flagged')})`
    },
  },
  {
    title: 'The open intents by value and level',
    walk: async (trip) => {
      const { workstation } = trip
      await enterCode(workstation, 'YX')
      await workstation.window.getByRole('table', { name: workstation.say('intents.grid') }).waitFor()
      const picture = await shoot(trip, workstation.window, 'intents')
      await flagNotice(workstation, workstation.window).waitFor({ state: 'detached' })
      return picture
    },
  },
]
