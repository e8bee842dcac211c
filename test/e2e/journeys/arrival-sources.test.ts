import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandBox, enterCode } from '../harness/command-box.ts'
import { seededPerson } from '../harness/demo-people.ts'
import { flagIntent, flagNotice, openIntents } from '../harness/intents.ts'
import { openPerson } from '../harness/people.ts'
import { openDemoBranch } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { nextOpenDialogAnswers } from '../harness/stand-in-dialogs.ts'
import { typeAsReader } from '../harness/wedge-reader.ts'
import { SMALL_DEMO, Workstation } from '../harness/workstation.ts'

let workstation: Workstation
let queue: string
beforeAll(async () => {
  queue = mkdtempSync(join(tmpdir(), 'huiyan-queue-'))
  workstation = await Workstation.start({ demo: SMALL_DEMO })
  await openDemoBranch(workstation, HEAD)
})
afterAll(async () => {
  await workstation?.stop()
  rmSync(queue, { recursive: true, force: true })
})

const asking = seededPerson(SMALL_DEMO, 'wealth-enquiries')

/** The page of one source in the settings. */
async function openSource(source: 'wedge' | 'reader' | 'folder' | 'simulator'): Promise<Locator> {
  const { window, say } = workstation
  await enterCode(workstation, 'LY')
  await window.getByRole('tab', { name: say(`arrivals.source.${source}`) }).click()
  return window.getByRole('tabpanel', { name: say(`arrivals.source.${source}`) })
}

async function switchOn(page: Locator): Promise<void> {
  const { say } = workstation
  await page.getByRole('switch', { name: say('arrivals.on') }).check({ force: true })
  await page.getByRole('button', { name: say('app.save') }).click()
  await page.getByText(say('arrivals.state.running')).waitFor()
}

const said = (text: RegExp) => workstation.window.getByRole('alert').filter({ hasText: text })
const focused = () => workstation.window.evaluate(() => document.activeElement?.tagName ?? '')

describe('a reader that types into the workstation', () => {
  it('does nothing before it is switched on', async () => {
    const { window, say } = workstation
    await enterCode(workstation, 'KH')
    const list = window.getByRole('listbox', { name: say('customers.title') })
    await list.and(window.locator(':focus')).waitFor()
    await typeAsReader(window, 'A017')
    // A key after it is still the list's, and its Enter opened nobody.
    await window.keyboard.press('ArrowDown')
    await list.and(window.locator(':focus')).waitFor()
    expect(await window.getByRole('complementary').count()).toBe(0)
    expect(await said(/A017/).count()).toBe(0)
  })

  it('notes whose ticket was scanned as arrived, whatever is on the screen', async () => {
    await switchOn(await openSource('wedge'))
    await enterCode(workstation, 'YX')
    await typeAsReader(workstation.window, 'A017')
    await said(/已登记到店 票 A017/).waitFor()
  })

  it('is read by key code, so that neither another keyboard nor a field in use spoils it', async () => {
    await workstation.window.keyboard.press('Control+k')
    await workstation.window.keyboard.insertText('王建')
    await typeAsReader(workstation.window, `{"ticket":"A018","phone":"${asking.phone}"}`)
    await said(/已登记到店 票 A018/).waitFor()
    expect(await commandBox(workstation).inputValue()).toBe('王建')
    expect(await focused()).toBe('INPUT')
    await workstation.window.keyboard.press('Escape')
  })

  it('presses no key of the flag pad, and fingers still do', async () => {
    const panel = await openPerson(workstation, asking.name)
    const before = await openIntents(workstation, panel).count()
    // C and 1 on the pad: a deposit, high.
    await typeAsReader(workstation.window, 'C101')
    await said(/已登记到店 票 C101/).waitFor()
    expect(await flagNotice(workstation, workstation.window).count()).toBe(0)
    expect(await openIntents(workstation, panel).count()).toBe(before)
    await flagIntent(workstation.window, 'fund', 'low')
    await flagNotice(workstation, workstation.window).waitFor()
    await workstation.window.keyboard.press('Control+z')
  })

  it('shows in its settings what it reported, without a number', async () => {
    const page = await openSource('wedge')
    const events = page.getByRole('region', { name: workstation.say('arrivals.events') })
    await expect.poll(() => events.getByRole('row').count()).toBe(4)
    const text = await events.innerText()
    expect(text).toMatch(/A018\s+手机/)
    expect(text).not.toContain(asking.phone)
  })
})

describe('the settings of a source', () => {
  it('refuse a reader of another PC before it is saved', async () => {
    const page = await openSource('reader')
    await page.getByRole('textbox', { name: workstation.say('arrivals.url') }).fill('ws://10.0.0.8:9000')
    await page.getByText(workstation.say('arrivals.urlWrong')).waitFor()
    expect(await page.getByRole('button', { name: workstation.say('app.save') }).isDisabled()).toBe(true)
  })

  it('try a message without noting anybody', async () => {
    const { say } = workstation
    const page = await openSource('reader')
    const message = { ticket: 'A099', business: '理财', idNumber: asking.idNumber }
    await page.getByRole('textbox', { name: say('arrivals.try') }).fill(JSON.stringify(message))
    await page.getByRole('button', { name: say('arrivals.tryIt') }).click()
    const tried = page.getByText(/票 A099/)
    await tried.waitFor()
    expect(await tried.innerText()).toContain(asking.idTail)
    expect(await tried.innerText()).not.toContain(asking.idNumber)
    await page.getByText(say('arrivals.noEvents')).waitFor()
  })

  it('watch a folder that was chosen in a dialog', async () => {
    const { app, say } = workstation
    writeFileSync(join(queue, 'a.json'), '{"ticket":"B001","business":"现金"}')
    writeFileSync(join(queue, 'b.json'), '{"ticket":')
    const page = await openSource('folder')
    await nextOpenDialogAnswers(app, [queue])
    await page.getByRole('button', { name: say('arrivals.chooseFolder') }).click()
    await page.getByText(say('arrivals.waitingFiles', { count: 2 })).waitFor()
    await switchOn(page)
    await expect
      .poll(() => page.getByRole('row').allInnerTexts())
      .toContainEqual(expect.stringContaining('B001'))
    await page.getByText(/没读懂.*不是能读的内容/).waitFor()
    expect(readdirSync(join(queue, 'done'))).toEqual(['a.json'])
    expect(readdirSync(join(queue, 'bad'))).toEqual(['b.json'])
    expect(await page.innerText()).not.toContain(tmpdir())
  })

  it('replay a morning of the demo branch', async () => {
    const { say } = workstation
    const page = await openSource('simulator')
    await page.getByRole('textbox', { name: say('arrivals.morning.arrivals') }).fill('20')
    await page.getByRole('textbox', { name: say('arrivals.morning.compression') }).fill('10000')
    await page.getByRole('button', { name: say('arrivals.start') }).click()
    await page.getByText(say('arrivals.arrived', { arrived: 20, planned: 20 })).waitFor()
    await expect.poll(() => page.getByRole('row').count()).toBe(21)
  })
})
