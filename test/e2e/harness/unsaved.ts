import type { Locator } from 'playwright-core'
import type { Workstation } from './workstation.ts'

/** The question that stands before something unsaved goes. */
export function unsavedQuestion({ window, say }: Workstation): Locator {
  return window.getByRole('dialog', { name: say('app.unsaved.title') })
}

/** Answers that question: it is given up. */
export async function giveUp(workstation: Workstation): Promise<void> {
  const question = unsavedQuestion(workstation)
  await question.waitFor()
  await workstation.window.keyboard.press('d')
  await question.waitFor({ state: 'detached' })
}
