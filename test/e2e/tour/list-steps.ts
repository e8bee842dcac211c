import { join } from 'node:path'
import { scanBarcode } from '../harness/barcode-scanner.ts'
import { enterCode } from '../harness/command-box.ts'
import { contactDialog, recordContact } from '../harness/contacts.ts'
import {
  chooseDay,
  chooseOwner,
  findFollowUp,
  firstPageDrawn,
  printDailyList,
  rowCodeOf,
} from '../harness/daily-list.ts'
import { textOfPages } from '../harness/paper.ts'
import { DUE, managerOf, type Step, shoot, visitor } from './trip.ts'

const PRINTED_LIST = 'daily-list.pdf'

/** From the follow-up list to the scanned row. */
export const LIST_STEPS: readonly Step[] = [
  {
    title: 'The follow-ups of her manager on the due day, and what moved the date',
    walk: async (trip) => {
      const { workstation } = trip
      const person = visitor(trip)
      await enterCode(workstation, 'GJ')
      await chooseOwner(workstation, managerOf(person))
      await chooseDay(workstation, DUE)
      await findFollowUp(workstation, person.maskedPhone, '保险 · 高')
      return shoot(trip, workstation.window, 'follow-ups')
    },
  },
  {
    title: 'The daily list is printed, looked at, and saved',
    walk: async (trip) => {
      const { workstation, folder } = trip
      await printDailyList(workstation, join(folder, PRINTED_LIST))
      await firstPageDrawn(workstation)
      await shoot(trip, workstation.window, 'printed')
      return PRINTED_LIST
    },
  },
  {
    title: 'In the evening a row’s barcode is scanned, and the row is open for entry',
    walk: async (trip) => {
      const { workstation, folder } = trip
      const pages = await textOfPages(join(folder, PRINTED_LIST))
      const code = rowCodeOf(visitor(trip).maskedPhone, '保险·高', pages)
      await workstation.window.keyboard.press('Escape')
      await scanBarcode(workstation.window, code)
      await contactDialog(workstation)
        .getByRole('radio', { name: workstation.say('followups.channel.face') })
        .waitFor()
      return `${code} (${await shoot(trip, workstation.window, 'contact')})`
    },
  },
  {
    title: 'Three keys record the contact: 2 电话, 3 已约见, Enter',
    walk: async (trip) => {
      const { workstation } = trip
      await recordContact(workstation, 'phone', 'appointment')
      await findFollowUp(workstation, visitor(trip).maskedPhone, '上次 09-30')
      return shoot(trip, workstation.window, 'recorded')
    },
  },
]
