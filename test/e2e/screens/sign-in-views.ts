import type { Language } from '../../../src/shared/locale/languages.ts'
import { enterCode } from '../harness/command-box.ts'
import { passphraseField, signIn, signOut, tryUnlock } from '../harness/signing-in.ts'
import type { Colleague } from '../harness/staff.ts'
import type { AccessEntry } from '../harness/views/view.ts'
import type { Workstation } from '../harness/workstation.ts'

/** The first run in this language and scheme; nobody has a menu to choose them in yet. */
export async function lookAtFirstRun(
  workstation: Workstation,
  choice: { readonly language: Language; readonly scheme: 'light' | 'dark' },
  look: AccessEntry,
): Promise<void> {
  const { window, app } = workstation
  await window.evaluate(({ language, scheme }) => {
    localStorage.setItem('huiyan.language', language)
    localStorage.setItem('mantine-color-scheme-value', scheme)
  }, choice)
  // A page may not lead itself anywhere, not even to itself.
  await app.evaluate(({ BrowserWindow }) => {
    for (const each of BrowserWindow.getAllWindows()) each.webContents.reload()
  })
  workstation.speaks(choice.language)
  await window.locator(`html[data-mantine-color-scheme="${choice.scheme}"]`).waitFor()
  await passphraseField(workstation).waitFor()
  await look({ name: 'first-run', window })
}

/** The lock, and the router that is closed behind whoever leaves. */
export async function lookAtSignIn(
  workstation: Workstation,
  colleague: Colleague,
  look: AccessEntry,
): Promise<void> {
  const { window, say } = workstation
  await enterCode(workstation, 'SP')
  await window.getByRole('heading', { name: say('session.unlock') }).waitFor()
  await look({ name: 'locked', window })
  await tryUnlock(workstation, colleague.passphrase)
  await window.getByRole('navigation').waitFor()
  await signOut(workstation)
  await look({ name: 'sign-in', window })
  await signIn(workstation, colleague)
}
