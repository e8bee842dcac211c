import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bridge } from '../../../src/shared/contract/bridge.ts'
import { maskName } from '../../../src/shared/domain/text/masking.ts'
import { enterCode, enterText } from '../harness/command-box.ts'
import { seededPerson } from '../harness/demo-people.ts'
import { flagNotice } from '../harness/intents.ts'
import { strikeWhileBusy, tabTo } from '../harness/keyboard.ts'
import { letIn, lobbyRow } from '../harness/open-lobby.ts'
import { openPerson } from '../harness/people.ts'
import { referTo } from '../harness/referrals.ts'
import { openDemoBranch } from '../harness/signing-in.ts'
import { HEAD, RM } from '../harness/staff.ts'
import { addColleague } from '../harness/staff-list.ts'
import { slowCalls } from '../harness/stand-in-slow-calls.ts'
import { SMALL_DEMO, Workstation } from '../harness/workstation.ts'

const asking = seededPerson(SMALL_DEMO, 'wealth-enquiries')
const leaking = seededPerson(SMALL_DEMO, 'leaking')

/** Longer than a key takes. */
const SLOW_MS = 1_000

let workstation: Workstation
beforeAll(async () => {
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
  await addColleague(workstation, RM)
})
afterAll(() => workstation?.stop())

const press = (key: string) => workstation.window.keyboard.press(key)

describe('no key is lost', () => {
  it('when the prompt that had the focus is answered and the person handed on: the next ones still flag', async () => {
    const { window, say } = workstation
    const panel = await openPerson(workstation, asking.phone.slice(-4))
    await press('F7')
    await panel.locator('[data-prompt]:focus').waitFor()
    await press('+')
    await panel.getByText(say('prompts.accepted')).first().waitFor()
    await referTo(workstation, RM.no)
    await press('j')
    await press('2')
    await flagNotice(workstation, window).first().waitFor()
  })

  it('to the open person by a screen that only came back', async () => {
    const { window, say } = workstation
    await enterCode(workstation, 'SZ')
    await press('Alt+5')
    await window.getByRole('complementary').waitFor()
    const list = window.getByRole('listbox', { name: say('followups.list') })
    await list.and(window.locator(':focus')).waitFor()
    expect(await window.getByRole('complementary').locator(':focus').count()).toBe(0)
  })

  it('that asks for prompts which are still being read: they take the focus when they come', async () => {
    await slowCalls(workstation, 'prompts.show', SLOW_MS)
    const panel = await openPerson(workstation, leaking.phone)
    expect(await panel.locator('[data-prompt]').count()).toBe(0)
    await press('F7')
    await panel.locator('[data-prompt]:focus').waitFor()
    await slowCalls(workstation, 'prompts.show', 0)
  })

  it('behind the Esc that closes a preview, however busy the window is', async () => {
    const { window, say } = workstation
    await enterCode(workstation, 'GJ')
    await tabTo(window, window.getByRole('button', { name: say('followups.print.button') }))
    await press('Enter')
    await window.getByRole('button', { name: say('followups.print.savePdf') }).waitFor()
    await strikeWhileBusy(window, 'Escape', 'F3')
    await window.getByRole('dialog', { name: say('leads.quick.title') }).waitFor()
    await press('Escape')
  })

  it('to a list of results that comes while the next search is being typed', async () => {
    const { window } = workstation
    await enterText(workstation, maskName(asking.name).slice(0, 1))
    await window.getByRole('option', { disabled: false }).first().waitFor()
    await slowCalls(workstation, 'customers.found', SLOW_MS)
    await press('Enter')
    await enterText(workstation, 'k')
    await window
      .getByRole('main')
      .getByRole('listbox', { name: workstation.say('customers.found') })
      .waitFor()
    await window.keyboard.type('h')
    await window.getByRole('option', { name: 'KH' }).first().waitFor()
    await slowCalls(workstation, 'customers.found', 0)
    await press('Escape')
    await press('Escape')
  })

  it('behind a step in the lobby that is still being saved', async () => {
    await enterCode(workstation, 'DT')
    await workstation.window.getByRole('main').locator('[data-working-place]:focus').waitFor()
    await letIn(workstation, 'A001')
    await slowCalls(workstation, 'lobby.advance', SLOW_MS)
    await press('s')
    await press('u')
    await workstation.window.getByText(/^已撤销.*A001/).waitFor()
    await lobbyRow(workstation, 'A001').getByText('等候', { exact: false }).waitFor()
  })

  it('but a second U at once takes back nothing of another visitor', async () => {
    await letIn(workstation, 'A002')
    for (const [key, ticket] of [
      ['Home', 'A001'],
      ['End', 'A002'],
    ] as const) {
      await press(key)
      await lobbyRow(workstation, ticket).and(workstation.window.locator('[aria-selected="true"]')).waitFor()
      await press('s')
      await lobbyRow(workstation, ticket).getByText('服务中').waitFor()
    }
    await slowCalls(workstation, 'lobby.advance', 0)
    await slowCalls(workstation, 'undo.take', SLOW_MS)
    await press('u')
    await workstation.window.waitForTimeout(SLOW_MS / 2)
    await press('u')
    await lobbyRow(workstation, 'A002').getByText('服务中').waitFor({ state: 'detached' })
    // A second one would be done by then.
    await workstation.window.waitForTimeout(2 * SLOW_MS)
    await slowCalls(workstation, 'undo.take', 0)
    expect(await lobbyRow(workstation, 'A001').getByText('服务中').count()).toBe(1)
    expect(await newestAction()).toBe('lobby.advance')
  })

  it('but U behind a step that was refused takes back nothing else', async () => {
    const { window, say } = workstation
    await letIn(workstation, 'A003')
    await slowCalls(workstation, 'lobby.board', 3 * SLOW_MS)
    await leaveElsewhere('A003')
    await slowCalls(workstation, 'lobby.advance', SLOW_MS)
    await press('s')
    await press('u')
    await window
      .getByRole('region', { name: say('lobby.bar') })
      .getByRole('alert')
      .waitFor()
    await lobbyRow(workstation, 'A003').getByText('离开').waitFor()
    expect(await newestAction()).toBe('lobby.advance')
    for (const operation of ['lobby.board', 'lobby.advance'] as const)
      await slowCalls(workstation, operation, 0)
    expect(await lobbyRow(workstation, 'A003').getByText('离开').count()).toBe(1)
  })

  it('in the box that was closed with Esc: an arrow offers who was open last, and Enter opens them', async () => {
    const { window, say } = workstation
    await openPerson(workstation, asking.phone.slice(-4))
    const offered = window.locator(`[aria-label="${say('customers.found')}"] [role="option"]`)
    // Nobody sees the list of a closed box, so it is not drawn.
    expect(await offered.count()).toBe(0)
    await enterCode(workstation, 'SZ')
    await press('Control+k')
    await offered.first().waitFor()
    await press('x')
    await press('Escape')
    await offered.first().waitFor({ state: 'detached' })
    await press('ArrowDown')
    await press('Enter')
    await window.getByRole('complementary').getByText(asking.key).first().waitFor()
  })
})

/** What can be taken back next, as the workstation itself says. */
function newestAction(): Promise<string | null> {
  return workstation.window.evaluate(async () => {
    const { call }: Bridge = Reflect.get(globalThis, 'huiyan')
    const newest = await call('undo.newest', {})
    return newest.ok ? (newest.value?.action ?? null) : null
  })
}

/** A visitor leaves as if at another window: this one's board hears of it later. */
function leaveElsewhere(ticket: string): Promise<void> {
  return workstation.window.evaluate(async (wanted) => {
    const { call }: Bridge = Reflect.get(globalThis, 'huiyan')
    const board = await call('lobby.board', {})
    const visit = board.ok ? board.value.visits.find(({ tickets }) => tickets.includes(wanted)) : undefined
    if (visit === undefined) throw new Error('no such visitor')
    await call('lobby.advance', { visitUid: visit.uid, move: 'leave' })
  }, ticket)
}
