import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandBox, enterCode, enterText } from '../harness/command-box.ts'
import { seededPerson } from '../harness/demo-people.ts'
import { flagIntent, flagNotice } from '../harness/intents.ts'
import { openPerson } from '../harness/people.ts'
import { openDemoBranch } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { slowCalls } from '../harness/stand-in-slow-calls.ts'
import { SMALL_DEMO, Workstation } from '../harness/workstation.ts'

/** Longer than anybody needs for a few keys, so that none of them comes after the answer. */
const SLOW_MS = 2500

let workstation: Workstation
beforeAll(async () => {
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
})
afterAll(() => workstation?.stop())

const press = (key: string) => workstation.window.keyboard.press(key)
const reading = () => workstation.window.getByRole('status', { name: workstation.say('app.loading') }).first()
const heading = (name: string) => workstation.window.getByRole('heading', { level: 1, name })
const someone = seededPerson(SMALL_DEMO, 'wealth-enquiries')

/** Nothing of it stands on the screen yet, and it will not for as long as the keys take. */
async function beginReading(): Promise<void> {
  await reading().waitFor({ state: 'attached' })
}

describe('a screen that is still being read takes its keys', () => {
  it('Esc leaves the evening check', async () => {
    const { say } = workstation
    await slowCalls(workstation, 'followups.eveningCheck', SLOW_MS)
    await enterCode(workstation, 'XH')
    await heading(say('followups.evening.title')).waitFor()
    await beginReading()
    await press('Escape')
    await heading(say('app.rail.followups')).waitFor()
    expect(await heading(say('followups.evening.title')).count()).toBe(0)
  })

  it('Esc leaves what was searched for', async () => {
    const { say } = workstation
    await slowCalls(workstation, 'customers.found', SLOW_MS)
    await enterText(workstation, '没有这个人')
    await press('Enter')
    await heading(say('customers.resultsFor', { text: '没有这个人' })).waitFor()
    await beginReading()
    await press('Escape')
    await heading(say('customers.title')).waitFor()
  })

  it('N begins a lead and an arrival', async () => {
    const { window, say } = workstation
    await slowCalls(workstation, 'leads.list', SLOW_MS)
    await enterCode(workstation, 'XS')
    await heading(say('app.rail.leads')).waitFor()
    await beginReading()
    await press('n')
    await window.getByRole('dialog', { name: say('leads.quick.title') }).waitFor()
    await press('Escape')
    await window.getByRole('dialog').waitFor({ state: 'detached' })
    await slowCalls(workstation, 'lobby.board', SLOW_MS)
    await enterCode(workstation, 'DT')
    await heading(say('app.rail.lobby')).waitFor()
    await beginReading()
    await press('n')
    const ticket = window.getByRole('textbox', { name: say('lobby.form.ticket'), exact: true })
    await ticket.waitFor()
    await press('Escape')
    await ticket.waitFor({ state: 'detached' })
  })

  it('U takes back the newest step in what was done today', async () => {
    const { window, say } = workstation
    await enterCode(workstation, 'KH')
    await openPerson(workstation, someone.key)
    await flagIntent(window, 'loan', 'mid')
    await flagNotice(workstation, window).first().waitFor()
    await slowCalls(workstation, 'undo.today', SLOW_MS)
    await enterCode(workstation, 'WD')
    const day = window.getByRole('dialog', { name: say('undo.day.title') })
    await day.getByRole('status', { name: say('app.loading') }).waitFor({ state: 'attached' })
    await press('u')
    await window.getByRole('status').filter({ hasText: '已撤销' }).first().waitFor()
    await press('Escape')
    await day.waitFor({ state: 'detached' })
  })

  it('Ctrl K goes to the box, whatever is being read', async () => {
    const { window } = workstation
    await slowCalls(workstation, 'audit.list', SLOW_MS)
    await slowCalls(workstation, 'privacy.day', SLOW_MS)
    for (const code of ['SJ', 'YS']) {
      await enterCode(workstation, code)
      await beginReading()
      await press('Control+k')
      await commandBox(workstation).and(window.locator(':focus')).waitFor()
    }
  })
})
