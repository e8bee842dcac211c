import { enterCode } from '../command-box.ts'
import { lobbyRow } from '../open-lobby.ts'
import type { Workstation } from '../workstation.ts'
import { type AccessEntry, settled } from './view.ts'

/** Drawn by no queue of the demo branch's mornings. */
const TICKET = 'Z901'

/** The lobby with somebody in it, while somebody is let in, and while somebody is recognised. */
export async function lookAtLobby(workstation: Workstation, look: AccessEntry): Promise<void> {
  const { window, say } = workstation
  await enterCode(workstation, 'DT')
  const arrive = window
    .getByRole('main')
    .getByRole('button', { name: say('lobby.form.title') })
    .first()
  await arrive.click()
  const form = window.getByRole('form', { name: say('lobby.form.title') })
  await form.getByRole('textbox', { name: say('lobby.form.ticket') }).fill(TICKET)
  await look({ name: 'lobby-arrival', window, over: true })
  await window.keyboard.press('Enter')
  await form.waitFor({ state: 'detached' })
  await lobbyRow(workstation, TICKET).click()
  await look({ name: 'lobby-waiting', window })
  await window
    .getByRole('main')
    .getByRole('button', { name: say('lobby.identify') })
    .click()
  const visitor = `${TICKET} ${say('lobby.stranger')}`
  await window.getByRole('textbox', { name: say('lobby.identifyBox', { who: visitor }) }).waitFor()
  await look({ name: 'lobby-identify', window, over: true })
  await window.keyboard.press('Escape')
  await window
    .getByRole('main')
    .getByRole('button', { name: say('lobby.contact.clue') })
    .click()
  await look({ name: 'lobby-clue', window, over: true })
  await window.keyboard.press('Escape')
}

/** The lobby before anybody came. */
export async function lookAtEmptyLobby(workstation: Workstation, look: AccessEntry): Promise<void> {
  const { window, say } = workstation
  await enterCode(workstation, 'DT')
  await window.getByText(say('lobby.empty')).waitFor()
  await settled(window)
  await look({ name: 'lobby-empty', window })
}
