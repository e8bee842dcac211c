import type { Locator } from 'playwright-core'
import type { Workstation } from './workstation.ts'

/** The visits on the board, as they stand. */
export function lobbyRows({ window, say }: Workstation): Locator {
  return window.getByRole('listbox', { name: say('lobby.list') }).getByRole('option')
}

/** The row of a ticket. */
export function lobbyRow(workstation: Workstation, ticket: string): Locator {
  return lobbyRows(workstation).filter({ hasText: ticket })
}

/** 到店, 等候 and 平均, as the heading has them. */
export async function lobbyCounts({ window, say }: Workstation): Promise<string> {
  const [arrived = ''] = say('lobby.arrived', { count: 0 }).split('0')
  return window
    .getByRole('main')
    .getByText(new RegExp(`^${arrived}\\d+`))
    .innerText()
}

/** Lets somebody in by keyboard: a ticket, and where they are known, a tail that finds them. */
export async function letIn(workstation: Workstation, ticket: string, tail?: string): Promise<void> {
  const { window, say } = workstation
  await window.keyboard.press('n')
  const form = window.getByRole('form', { name: say('lobby.form.title') })
  await form.getByRole('textbox', { name: say('lobby.form.ticket') }).waitFor()
  await window.keyboard.type(ticket)
  if (tail !== undefined) {
    await form.getByRole('textbox', { name: say('lobby.form.personBox') }).focus()
    await window.keyboard.type(tail)
    await window.locator('[data-portal]').getByRole('option', { disabled: false }).first().waitFor()
    await window.keyboard.press('Enter')
    await form.getByRole('button', { name: say('lobby.form.otherPerson') }).waitFor()
  }
  await window.keyboard.press('Enter')
  await form.waitFor({ state: 'detached' })
  await lobbyRow(workstation, ticket).waitFor()
}
