import { ask } from '../ask.ts'
import { enterCode } from '../command-box.ts'
import { firstPageDrawn } from '../daily-list.ts'
import type { Workstation } from '../workstation.ts'
import { type AccessEntry, settled } from './view.ts'

/** The day's lists on paper, what was printed before, and what the evening makes of it. */
export async function lookAtLists(workstation: Workstation, look: AccessEntry): Promise<void> {
  const { window, say } = workstation
  for (const [code, name] of [
    ['DY', 'daily-list'],
    ['CH', 'morning-sheet'],
  ] as const) {
    await enterCode(workstation, code)
    await firstPageDrawn(workstation)
    await look({ name, window, over: true })
    await window.keyboard.press('Escape')
    await window.getByRole('dialog').waitFor({ state: 'detached' })
  }
  // A preview is no print: what was printed before was printed by somebody.
  await ask(workstation, 'followups.print', {})
  await window.getByRole('button', { name: say('followups.prints.button') }).click()
  await window
    .getByRole('dialog', { name: say('followups.prints.title') })
    .getByRole('table')
    .waitFor()
  await look({ name: 'printed-lists', window, over: true })
  await window.keyboard.press('Escape')
  await window.getByRole('dialog').waitFor({ state: 'detached' })
  await enterCode(workstation, 'XH')
  await window.getByRole('main').getByRole('option').first().waitFor()
  await settled(window)
  await look({ name: 'evening-check', window })
}
