import type { Locator } from 'playwright-core'
import { commandBox, enterCode } from './command-box.ts'
import type { Colleague } from './staff.ts'
import type { Workstation } from './workstation.ts'

/** Filling a demo branch on a machine that is busy with other things. */
const FILLING_PATIENCE_MS = 120_000

/** First run, by keyboard: the demo branch, whose founder is its head. */
export async function openDemoBranch(workstation: Workstation, founder: Colleague): Promise<void> {
  const { window } = workstation
  await passphraseField(workstation).waitFor()
  await window.keyboard.type(founder.passphrase)
  await window.keyboard.press('Tab')
  await window.keyboard.type(founder.passphrase)
  await window.keyboard.press('Enter')
  await commandBox(workstation).waitFor({ timeout: FILLING_PATIENCE_MS })
}

/** First run: an empty branch, whose founder is its head. */
export async function foundBranch(
  workstation: Workstation,
  branchName: string,
  founder: Colleague,
): Promise<void> {
  const { window, say } = workstation
  await window.getByText(say('session.create'), { exact: true }).click()
  const fill = (field: string, text: string) =>
    window.getByRole('textbox', { name: say(`session.${field}`), exact: true }).fill(text)
  await fill('branchName', branchName)
  await fill('staffName', founder.name)
  await fill('staffNo', founder.no)
  await fill('passphrase', founder.passphrase)
  await fill('repeat', founder.passphrase)
  await window.keyboard.press('Enter')
  await commandBox(workstation).waitFor()
}

/** Types number and passphrase into the sign-in form and sends it, whatever comes of it. */
export async function trySignIn(
  workstation: Workstation,
  { no, passphrase }: Pick<Colleague, 'no' | 'passphrase'>,
): Promise<void> {
  const { window, say } = workstation
  await window.getByRole('textbox', { name: say('session.staffNo'), exact: true }).fill(no)
  await passphraseField(workstation).fill(passphrase)
  await window.keyboard.press('Enter')
}

/** Signs in and waits for the first screen. */
export async function signIn(workstation: Workstation, colleague: Colleague): Promise<void> {
  await trySignIn(workstation, colleague)
  await workstation.window.getByRole('navigation').waitFor()
}

export async function signOut(workstation: Workstation): Promise<void> {
  await enterCode(workstation, 'TC')
  await workstation.window
    .getByRole('button', { name: workstation.say('session.signIn'), exact: true })
    .waitFor()
}

/** The lock's passphrase, sent, whatever comes of it. */
export async function tryUnlock(workstation: Workstation, passphrase: string): Promise<void> {
  await passphraseField(workstation).fill(passphrase)
  await workstation.window.keyboard.press('Enter')
}

export function passphraseField({ window, say }: Workstation): Locator {
  return window.getByRole('textbox', { name: say('session.passphrase'), exact: true })
}
