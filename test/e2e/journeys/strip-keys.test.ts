import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bridge } from '../../../src/shared/contract/bridge.ts'
import { enterCode } from '../harness/command-box.ts'
import { contactDialog, recordContact } from '../harness/contacts.ts'
import { CountedKeys } from '../harness/counted-keys.ts'
import { chooseInStrip, focusedPage, showStrip } from '../harness/counter-strip.ts'
import { type DemoPerson, demoPeople } from '../harness/demo-people.ts'
import { openIntents } from '../harness/intents.ts'
import { letIn } from '../harness/open-lobby.ts'
import { openPerson } from '../harness/people.ts'
import { referDialog, referTo } from '../harness/referrals.ts'
import { openDemoBranch } from '../harness/signing-in.ts'
import { HEAD, RM } from '../harness/staff.ts'
import { addColleague } from '../harness/staff-list.ts'
import { SMALL_DEMO, Workstation } from '../harness/workstation.ts'

const WORKSTATION_PAGE = 'app://workstation/index.html'

let workstation: Workstation
let strip: Page
/** Of whom nothing is open: each test has one of their own. */
let people: DemoPerson[]
beforeAll(async () => {
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
  await addColleague(workstation, RM)
  people = await withNothingOpen(5)
  strip = await showStrip(workstation)
})
afterAll(() => workstation?.stop())

/** Who of the demo's people has no open intent, by the workstation's own answer. */
async function withNothingOpen(most: number): Promise<DemoPerson[]> {
  const all = demoPeople(SMALL_DEMO)
  const found: string[] = await workstation.window.evaluate(
    async ({ phones, count }) => {
      const { call }: Bridge = Reflect.get(globalThis, 'huiyan')
      const nothingOpen = async (text: string): Promise<boolean> => {
        const search = await call('customers.search', { text })
        const line = search.ok ? search.value.lines[0] : undefined
        if (line === undefined) return false
        const opened = await call('customers.open', { uid: line.uid })
        return opened.ok && opened.value.intents.length === 0
      }
      const idle: string[] = []
      for (const phone of phones) {
        if (idle.length < count && (await nothingOpen(phone))) idle.push(phone)
      }
      return idle
    },
    { phones: all.map(({ phone }) => phone), count: most },
  )
  return all.filter(({ phone }) => found.includes(phone))
}

function person(place: number): DemoPerson {
  const found = people[place]
  if (found === undefined) throw new Error('more people of the demo have nothing open')
  return found
}

/** Whom the signed-in person has handed on, as their list shows them. */
function referredNames(): Promise<string[]> {
  return workstation.window.evaluate(async () => {
    const { call }: Bridge = Reflect.get(globalThis, 'huiyan')
    const list = await call('referrals.list', { view: 'referred' })
    if (!list.ok) throw new Error(list.error.code)
    return list.value.rows.map(({ subject }) =>
      subject.kind === 'customer' ? subject.customer.maskedName : '',
    )
  })
}

const spoken = () => ({ window: strip, say: workstation.say })
const served = () => strip.getByRole('main').getByRole('region').last()
const focusedRole = () => strip.evaluate(() => document.activeElement?.tagName)
const quickLead = () => strip.getByRole('region', { name: workstation.say('leads.quick.title') })
/** As fast as a window can be told of them, the next before the answer to the last. */
const pressAtOnce = (window: Page, ...keys: readonly string[]) =>
  Promise.all(keys.map((key) => window.keyboard.press(key)))

describe('key F6 in the strip', () => {
  it('with nothing open records a contact with the customer alone', async () => {
    await chooseInStrip(workstation, strip, person(0).phone)
    await strip.keyboard.press('F6')
    await contactDialog(spoken()).waitFor()
    await recordContact(spoken(), 'face', 'reached')
    await contactDialog(spoken()).waitFor({ state: 'hidden' })
    await strip.getByText(workstation.say('customers.noIntents')).waitFor()
    await strip.keyboard.press('j')
    await strip.keyboard.press('1')
    await openIntents(workstation, served()).first().waitFor()
    expect(await contactDialog(spoken()).count()).toBe(0)
  })

  it('right behind the two keys of a flag records the contact of that flag', async () => {
    await chooseInStrip(workstation, strip, person(1).phone)
    await pressAtOnce(strip, 'l', '1', 'F6')
    await contactDialog(spoken())
      .getByText(workstation.say('intents.product.wealth'), { exact: false })
      .first()
      .waitFor()
    await recordContact(spoken(), 'face', 'reached')
    const contacted = openIntents(workstation, served())
    await expect.poll(() => contacted.count()).toBe(1)
    await chooseInStrip(workstation, strip, person(1).phone)
    await strip.keyboard.press('F6')
    await contactDialog(spoken()).waitFor()
    await strip.keyboard.press('Escape')
    await contactDialog(spoken()).waitFor({ state: 'hidden' })
  })
})

describe('key F6 in the panel of the workstation', () => {
  it('with nothing open is about the customer; right behind a flag it records its contact', async () => {
    const { window } = workstation
    const panel = await openPerson(workstation, person(2).phone)
    await window.keyboard.press('F6')
    await contactDialog(workstation).waitFor()
    await window.keyboard.press('Escape')
    await contactDialog(workstation).waitFor({ state: 'hidden' })
    await pressAtOnce(window, 'k', '2', 'F6')
    await contactDialog(workstation).waitFor()
    await recordContact(workstation, 'face', 'reached')
    await expect.poll(() => openIntents(workstation, panel).count()).toBe(1)
    await window.keyboard.press('Escape')
  })
})

describe('key F4 in the strip', () => {
  it('hands the person on by keyboard and keeps the strip on them; Esc hands nobody on', async () => {
    const before = await referredNames()
    await chooseInStrip(workstation, strip, person(3).phone)
    await strip.keyboard.press('F4')
    await referDialog(spoken()).waitFor()
    await strip.keyboard.press('Escape')
    await referDialog(spoken()).waitFor({ state: 'hidden' })
    await chooseInStrip(workstation, strip, person(3).phone)
    await pressAtOnce(strip, 'l', '1')
    await openIntents(workstation, served()).first().waitFor()
    await referTo(spoken(), RM.no)
    await strip.getByText(/已转给 周正，\d+ 分内承接/).waitFor()
    await served().getByText(person(3).maskedName).first().waitFor()
    expect((await referredNames()).sort()).toEqual([...before, person(3).maskedName].sort())
  })
})

describe('key F3 in the strip', () => {
  it('saves a stranger in twelve keys while somebody is served, and goes back to the box', async () => {
    const { say } = workstation
    await chooseInStrip(workstation, strip, person(3).phone)
    const keys = new CountedKeys(strip)
    await keys.press('F3')
    await quickLead().waitFor()
    await keys.press('w', '1', '1', '5', '6', '7', '8', 'l', '1', 'y', 'Enter')
    await strip.getByText('王先生 ·5678 · 已保存线索 · 理财 · 高').waitFor()
    expect(keys.count).toBeLessThanOrEqual(12)
    expect(await quickLead().count()).toBe(0)
    expect(
      await strip
        .getByRole('textbox', { name: say('strip.find') })
        .evaluate((box) => box === document.activeElement),
    ).toBe(true)
    await served().getByText(person(3).maskedName).first().waitFor()
  })

  it('Esc leaves it without a lead, and whoever was served is there again', async () => {
    await strip.keyboard.press('F3')
    await quickLead().waitFor()
    await strip.keyboard.press('Escape')
    await quickLead().waitFor({ state: 'detached' })
    expect(await focusedRole()).toBe('INPUT')
    await served().getByText(person(3).maskedName).first().waitFor()
  })
})

describe('the lines of visitors in the strip', () => {
  const lines = () =>
    strip.getByRole('status', { name: workstation.say('strip.visitors') }).getByRole('button')

  it('say who is next as soon as the lobby knows, without taking the focus from the lobby', async () => {
    await enterCode(workstation, 'DT')
    expect(await lines().count()).toBe(0)
    await workstation.window
      .getByRole('button', { name: workstation.say('lobby.form.title') })
      .last()
      .focus()
    await letIn(workstation, 'A001', person(4).phone)
    await lines()
      .filter({ hasText: `A001 ${person(4).maskedName}` })
      .waitFor()
    await letIn(workstation, 'A002')
    await expect.poll(() => lines().first().innerText()).toContain('等候 2')
    expect(await focusedPage(workstation.app)).toBe(WORKSTATION_PAGE)
  })

  it('then whom this teller serves, first, and the next behind them', async () => {
    await workstation.window.keyboard.press('ArrowUp')
    await workstation.window.keyboard.press('s')
    await expect
      .poll(() => lines().allInnerTexts())
      .toMatchObject([
        expect.stringContaining(`服务中 A001 ${person(4).maskedName}`),
        expect.stringContaining('下一位 A002'),
      ])
    expect(await strip.locator('body').innerText()).not.toContain(person(4).name)
  })

  it('a line opens its person in the strip, and a stranger’s begins their lead with the ticket', async () => {
    await lines().first().focus()
    await strip.keyboard.press('Enter')
    await served().getByText(person(4).maskedName).first().waitFor()
    await served().getByText(person(4).maskedPhone).waitFor()
    await lines().last().click()
    await quickLead().waitFor()
    expect(await quickLead().locator('[data-field="key"] input').inputValue()).toBe('A002')
  })
})
