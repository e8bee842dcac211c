import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandBox, enterCode } from '../harness/command-box.ts'
import {
  openDemoBranch,
  passphraseField,
  signIn,
  signOut,
  trySignIn,
  tryUnlock,
} from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { standInClock, turnClock } from '../harness/stand-in-clock.ts'
import { Workstation } from '../harness/workstation.ts'

const WRONG = 'not the passphrase'
const FREE_TRIES = 5
const FIRST_DELAY_MS = 30_000
const IDLE_MS = 10 * 60_000

let workstation: Workstation
const alert = () => workstation.window.getByRole('alert')
const lockScreen = () => workstation.window.getByRole('heading', { name: workstation.say('session.unlock') })

beforeAll(async () => {
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
  await signOut(workstation)
  await standInClock(workstation.app)
})
afterAll(() => workstation?.stop())

describe('signing in', () => {
  it('refuses a wrong passphrase and empties the field, without saying which of the two was wrong', async () => {
    await trySignIn(workstation, { no: HEAD.no, passphrase: WRONG })
    await alert().waitFor()
    const refusal = await alert().innerText()
    expect(await passphraseField(workstation).inputValue()).toBe('')
    await trySignIn(workstation, { no: '7777', passphrase: WRONG })
    await expect.poll(() => alert().innerText()).toBe(refusal)
  })

  it(`shuts a number after ${FREE_TRIES} wrong passphrases, for the right one too, and opens it when the time is over`, async () => {
    const refusedBefore = 1
    for (let tries = refusedBefore; tries < FREE_TRIES; tries += 1)
      await refusedOnce({ no: HEAD.no, passphrase: WRONG })
    await trySignIn(workstation, HEAD)
    await expect.poll(() => alert().textContent()).toContain('session.lockedOut')
    await turnClock(workstation.app, FIRST_DELAY_MS)
    await signIn(workstation, HEAD)
  })
})

/** One more wrong passphrase; the form has answered when its field is empty again. */
async function refusedOnce(attempt: { readonly no: string; readonly passphrase: string }): Promise<void> {
  await trySignIn(workstation, attempt)
  await expect.poll(() => passphraseField(workstation).inputValue()).toBe('')
}

describe('the lock', () => {
  it('blanks the screen at the code SP and shows nothing of it until the passphrase comes', async () => {
    const shown = await workstation.window.getByRole('main').innerText()
    await enterCode(workstation, 'SP')
    await lockScreen().waitFor()
    expect(await commandBox(workstation).count()).toBe(0)
    expect(await workstation.window.locator('body').innerText()).not.toContain(shown)
    await tryUnlock(workstation, WRONG)
    await alert().waitFor()
    await tryUnlock(workstation, HEAD.passphrase)
    await commandBox(workstation).waitFor()
  })

  it('falls by itself when nobody touched the keyboard, and lets the same person back in', async () => {
    await turnClock(workstation.app, IDLE_MS)
    await lockScreen().waitFor()
    await tryUnlock(workstation, HEAD.passphrase)
    await commandBox(workstation).waitFor()
  })

  it('lets somebody else sign in instead', async () => {
    await enterCode(workstation, 'SP')
    await workstation.window.getByRole('button', { name: workstation.say('session.otherStaff') }).click()
    await signIn(workstation, HEAD)
  })
})
