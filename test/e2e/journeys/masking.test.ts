import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { STAFF } from '../../../src/shared/demo/staff.ts'
import { enterCode } from '../harness/command-box.ts'
import { showStrip } from '../harness/counter-strip.ts'
import { type DemoPerson, demoPeople } from '../harness/demo-people.ts'
import { findPeople, openPerson } from '../harness/people.ts'
import { openDemoBranch, signIn, signOut } from '../harness/signing-in.ts'
import { HEAD, LOBBY, TELLER } from '../harness/staff.ts'
import { addColleague } from '../harness/staff-list.ts'
import { takeWhatWasSaid } from '../harness/what-was-said.ts'
import { SMALL_DEMO, Workstation } from '../harness/workstation.ts'

/** A name of two characters stands in other words too; a longer one can only be the person. */
const TELLING_NAME_LENGTH = 3

/** Longer than anything stays revealed. */
const REVEALED_FOR_MS = 10 * 60_000

const people = demoPeople(SMALL_DEMO)
const staffNames = new Set(STAFF.map(({ name }) => name))

/** What of somebody must not be on a screen, and must not have come through the router either. */
function secretsOf({ name, phone, idNumber, address }: DemoPerson): readonly string[] {
  const tells = [...name].length >= TELLING_NAME_LENGTH && !staffNames.has(name)
  return [phone, idNumber, address, ...(tells ? [name] : [])]
}

const secrets = people.flatMap(secretsOf)

let workstation: Workstation
beforeAll(async () => {
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
  await addColleague(workstation, TELLER)
  await addColleague(workstation, LOBBY)
  await signOut(workstation)
})
afterEach(() => signOut(workstation))
afterAll(() => workstation?.stop())

function told(text: string): readonly string[] {
  return secrets.filter((secret) => text.includes(secret))
}

/** Looks at everything that this role can see and returns all that was shown or said. */
async function seeEverything(): Promise<string> {
  const { window, say, app } = workstation
  const seen: string[] = []
  const look = async (at = window.locator('body')) => seen.push(...(await at.allInnerTexts()))
  await enterCode(workstation, 'KH')
  const lists = window.getByRole('group', { name: say('customers.workLists') }).getByRole('button')
  await lists.first().waitFor()
  for (const list of await lists.all()) {
    await list.click()
    await look()
  }
  for (const { name, phone, idNumber, key } of people.slice(0, 3)) {
    for (const text of [name, phone, idNumber, idNumber.slice(-4), key, name.slice(0, 1)]) {
      // The box and the heading repeat what was typed; what was found must not.
      await look(await findPeople(workstation, text))
      await window.keyboard.press('Enter')
      await window.getByRole('heading', { name: say('customers.resultsFor', { text }) }).waitFor()
      await look(window.getByRole('main').getByRole('option'))
    }
    const panel = await openPerson(workstation, key)
    for (const tab of await panel.getByRole('tab').all()) {
      await tab.click()
      await look()
    }
  }
  for (const code of ['DT', 'YX', 'GJ', 'SZ']) {
    await enterCode(workstation, code)
    await window.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
    await look()
  }
  const strip = await showStrip(workstation)
  await strip.getByRole('textbox').fill(people[0]?.name ?? '')
  await strip.getByRole('option').first().waitFor()
  await look(strip.locator('body'))
  return `${seen.join('\n')}\n${await takeWhatWasSaid(app)}`
}

describe.each([TELLER, LOBBY])('$role', (colleague) => {
  it('sees everybody masked, on every screen and in every reply', async () => {
    await signIn(workstation, colleague)
    await takeWhatWasSaid(workstation.app)
    const everything = await seeEverything()
    expect(everything).toContain(people[0]?.maskedPhone)
    expect(told(everything)).toEqual([])
  })
})

describe('a reveal', () => {
  it('shows the phone to who gave a reason, and covers it again', async () => {
    await signIn(workstation, TELLER)
    const [person] = people
    if (person === undefined) throw new Error('The demo branch is empty')
    const { window, say } = workstation
    await window.clock.install()
    const panel = await openPerson(workstation, person.key)
    await panel.getByRole('button', { name: say('customers.reveal'), exact: true }).click()
    const dialog = window.getByRole('dialog', { name: say('customers.revealTitle') })
    await dialog.getByText(say('customers.revealGroup.phone'), { exact: true }).click()
    await dialog.getByRole('textbox').fill(say('customers.revealFor.verify'))
    await window.keyboard.press('Enter')
    await panel.getByText(person.phone).first().waitFor()
    await window.clock.fastForward(REVEALED_FOR_MS)
    await panel.getByText(person.maskedPhone).first().waitFor()
    expect(await panel.innerText()).not.toContain(person.phone)
  })
})
