import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAX_CUSTOMERS, phoneOf } from '../../../src/shared/demo/allocation.ts'
import { enterCode, enterText } from '../harness/command-box.ts'
import { chooseInStrip, showStrip } from '../harness/counter-strip.ts'
import { seededPerson } from '../harness/demo-people.ts'
import { letIn, lobbyCounts, lobbyRow, lobbyRows } from '../harness/open-lobby.ts'
import { openDemoBranch } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { SMALL_DEMO, Workstation } from '../harness/workstation.ts'

const TAIL = 4

let workstation: Workstation
beforeAll(async () => {
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
})
afterAll(() => workstation?.stop())

const press = (...keys: readonly string[]) =>
  keys.reduce((done, key) => done.then(() => workstation.window.keyboard.press(key)), Promise.resolve())
const counts = () => lobbyCounts(workstation)
const row = (ticket: string) => lobbyRow(workstation, ticket)
const said = (text: string) => workstation.window.getByRole('status').filter({ hasText: text }).waitFor()

const enquirer = seededPerson(SMALL_DEMO, 'wealth-enquiries')
const complaining = seededPerson(SMALL_DEMO, 'complaint-open')
/** Of the demo's third stranger, who left only this. */
const knownTail = phoneOf(1, MAX_CUSTOMERS + 2).slice(-TAIL)
const leaver = seededPerson(SMALL_DEMO, 'leaking')

/** Each step goes on from where the one before it ended: one morning at the board, without a mouse. */
describe('a morning in the lobby by keyboard (L1, L5)', () => {
  it('begins with an empty lobby that says how somebody gets in', async () => {
    await enterCode(workstation, 'DT')
    await workstation.window.getByText(workstation.say('lobby.empty')).waitFor()
  })

  it('has the keys as soon as its code was typed, whichever screen was there before', async () => {
    const { window, say } = workstation
    const form = window.getByRole('form', { name: say('lobby.form.title') })
    for (const before of ['DT', 'KH', 'SZ']) {
      await enterCode(workstation, before)
      await enterCode(workstation, 'DT')
      const begins = window.getByRole('main').locator('[data-working-place]')
      await begins.and(window.locator(':focus')).waitFor()
      expect(await form.count()).toBe(0)
    }
    await press('n')
    await form.waitFor()
    await press('Escape')
    await form.waitFor({ state: 'detached' })
  })

  it('lets in strangers and customers, masked, with what to say first', async () => {
    await letIn(workstation, 'A001')
    await letIn(workstation, 'A002', enquirer.phone.slice(-TAIL))
    await letIn(workstation, 'A003', leaver.phone.slice(-TAIL))
    await expect.poll(counts).toContain('到店 3 · 等候 3')
    await row('A001').getByText('陌生客户').waitFor()
    await row('A002').getByText(enquirer.maskedName).waitFor()
    await row('A002').getByText('▲').waitFor()
    expect(await workstation.window.locator('main').innerText()).not.toContain(enquirer.name)
  })

  it('makes one row of a second ticket of the same person', async () => {
    await letIn(workstation, 'B007', enquirer.phone.slice(-TAIL))
    await row('A002 B007').waitFor()
    await expect.poll(counts).toContain('到店 3 · 等候 3')
  })

  it('parts two tickets that were not one person’s in two keys, and takes it back with one', async () => {
    await press('p', '2')
    await said('B007 陌生客户 已拆出')
    await row('B007').and(workstation.window.locator('[aria-selected="true"]')).waitFor()
    expect(await row('A002').innerText()).not.toContain('B007')
    expect(await row('A002').innerText()).toContain(enquirer.maskedName)
    await expect.poll(counts).toContain('到店 4 · 等候 4')
    await press('u')
    await row('A002 B007').waitFor()
    await expect.poll(counts).toContain('到店 3 · 等候 3')
    await press('p', 'Escape')
    await row('A002 B007').waitFor()
  })

  it('serves, ends and takes back with one key each, and goes on to the next', async () => {
    await press('Home', 's')
    await row('A001').getByText('服务中').waitFor()
    await expect.poll(counts).toContain('等候 2')
    await press('f')
    await said('A001 陌生客户 已办结')
    await lobbyRows(workstation).last().filter({ hasText: 'A001' }).waitFor()
    await row('A002').and(workstation.window.locator('[aria-selected="true"]')).waitFor()
    await press('u')
    await row('A001').getByText('服务中').waitFor()
    await press('f')
    await lobbyRows(workstation).last().filter({ hasText: 'A001' }).waitFor()
    await row('A002').and(workstation.window.locator('[aria-selected="true"]')).waitFor()
    await expect.poll(counts).toContain('到店 3 · 等候 2')
  })

  it('says what was done beside the bar and not over its keys', async () => {
    const { window, say } = workstation
    await press('Home', 's')
    const notice = await window.getByRole('status', { name: say('undo.notice') }).boundingBox()
    const bar = await window.getByRole('region', { name: say('lobby.bar') }).boundingBox()
    expect((notice?.y ?? Number.NaN) + (notice?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? Number.NaN)
    await press('u')
    await row('A002').getByText('等候').waitFor()
  })

  it('leaves a clue and the wish to be left alone in two keys and one', async () => {
    await press('Home', 'q', 'j')
    await row('A002').getByText('可问 基金').waitFor()
    await press('m')
    await row('A002').getByText('不打扰').waitFor()
    await press('t', '6')
    await row('A002').getByText('贷款', { exact: true }).waitFor()
  })

  it('says who a stranger is in their own row, and joins the visits of one person', async () => {
    await letIn(workstation, 'A004')
    await press('i')
    await workstation.window.keyboard.type(leaver.phone.slice(-TAIL))
    await workstation.window
      .locator('[data-portal]')
      .getByRole('option', { disabled: false })
      .first()
      .waitFor()
    await press('Enter')
    await row('A003 A004').waitFor()
    await expect.poll(counts).toContain('到店 3 · 等候 2')
  })

  it('finds a visitor by the ticket in the one box', async () => {
    await enterText(workstation, 'a4')
    const found = workstation.window.locator('[data-portal]').getByRole('option').first()
    await found.getByText('票 A004').waitFor()
    expect(await found.innerText()).toContain(leaver.maskedName)
    await press('Escape')
    await enterText(workstation, 'A001')
    await workstation.window.getByText('票 A001 是陌生客户').waitFor()
    await press('Escape')
  })

  it('leaves the same clue from the counter strip, for whoever is in the lobby', async () => {
    const strip = await showStrip(workstation)
    await chooseInStrip(workstation, strip, leaver.phone.slice(-TAIL))
    const contact = strip.getByRole('group', { name: workstation.say('lobby.contact.title') })
    await contact.getByRole('button').first().focus()
    await strip.keyboard.press('q')
    await strip.keyboard.press('l')
    await row('A004').getByText('可问 理财').waitFor()
  })

  it('writes the minutes without touching the list around them', async () => {
    const others = await workstation.window.evaluate(async () => {
      const list = document.querySelector('[role="listbox"]')
      if (list === null) throw new Error('no board')
      const isClock = (node: Node) => node instanceof HTMLElement && node.dataset.clock !== undefined
      let elsewhere = 0
      const watcher = new MutationObserver((changes) => {
        elsewhere += changes.filter(({ target }) => !isClock(target)).length
      })
      watcher.observe(list, { subtree: true, childList: true, characterData: true, attributes: true })
      const realNow = Date.now.bind(Date)
      Date.now = () => realNow() + 10 * 60_000
      await new Promise((done) => setTimeout(done, 2_500))
      Date.now = realNow
      watcher.disconnect()
      return elsewhere
    })
    expect(others).toBe(0)
  })

  it('says in the row why something is not said', async () => {
    await workstation.window.getByRole('listbox', { name: workstation.say('lobby.list') }).focus()
    await letIn(workstation, 'C001', complaining.phone.slice(-TAIL))
    await row('C001')
      .getByText(/✕ 不做营销：.* 的投诉未结/)
      .waitFor()
    await press('x')
    await row('C001').getByText('✕').waitFor({ state: 'detached' })
  })

  it('lets in a stranger who was here before, by surname and tail, and joins them to whom they turn out to be', async () => {
    const { window, say } = workstation
    await window.getByRole('listbox', { name: say('lobby.list') }).focus()
    await letIn(workstation, 'D001', `韩 ${knownTail}`)
    await row('D001').getByText('韩先生').waitFor()
    await press('i')
    await window.keyboard.type(complaining.phone.slice(-TAIL))
    await window.locator('[data-portal]').getByRole('option', { disabled: false }).first().waitFor()
    await press('Enter')
    await row('D001').getByText(complaining.maskedName).waitFor()
    await press('i')
    await window
      .getByRole('button', { name: say('lobby.notThem', { name: complaining.maskedName }) })
      .press('Enter')
    await row('D001').getByText('韩先生').waitFor()
  })
})
