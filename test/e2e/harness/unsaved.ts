import type { Workstation } from './workstation.ts'

/** Answers the question that stands before something unsaved goes: it is given up. */
export async function giveUp({ window, say }: Workstation): Promise<void> {
  const question = window.getByRole('dialog', { name: say('app.unsaved.title') })
  await question.waitFor()
  await window.keyboard.press('d')
  await question.waitFor({ state: 'detached' })
}
