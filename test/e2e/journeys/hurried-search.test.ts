import { afterAll, beforeAll, expect, it } from 'vitest'
import { enterText } from '../harness/command-box.ts'
import { seededPerson } from '../harness/demo-people.ts'
import { findPeople } from '../harness/people.ts'
import { openDemoBranch } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { slowCalls } from '../harness/stand-in-slow-calls.ts'
import { Workstation } from '../harness/workstation.ts'

const DEMO = { asOf: '2026-11-20', customers: 120 } as const
/** Longer than anybody needs for two keys. */
const SLOW_MS = 800

let workstation: Workstation
beforeAll(async () => {
  workstation = await Workstation.start({ demo: DEMO })
  await openDemoBranch(workstation, HEAD)
})
afterAll(() => workstation?.stop())

const last = seededPerson(DEMO, 'leaking')
const next = seededPerson(DEMO, 'opted-out')

it('keys pressed before the next customer was found never open the last one', async () => {
  const { window } = workstation
  await findPeople(workstation, last.name)
  await window.keyboard.press('Escape')
  await slowCalls(workstation, 'customers.search', SLOW_MS)

  await enterText(workstation, next.name)
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')

  // Nothing could be chosen yet, so Enter lists whoever fits the text.
  await window.getByRole('main').getByRole('option').filter({ hasText: next.maskedPhone }).first().waitFor()
  expect(await window.getByRole('complementary').count()).toBe(0)
})
