import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterCode } from '../harness/command-box.ts'
import { contactDialog } from '../harness/contacts.ts'
import { printDailyList } from '../harness/daily-list.ts'
import { importExtract, sheetLine } from '../harness/importing.ts'
import { flagIntent, flagNotice } from '../harness/intents.ts'
import { textOfPages } from '../harness/paper.ts'
import { openPerson } from '../harness/people.ts'
import { foundBranch } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { Workstation } from '../harness/workstation.ts'

/** Would run in a window that took text for markup. */
const PICTURE = '<img src=x onerror=ranMarkup()>'
const SCRIPT = '<script>ranMarkup()</script>'
const FOUNDER = { ...HEAD, name: `方${PICTURE}` }
const BRANCH = `网点${SCRIPT}`

/** Columns of people that hold free text. */
const FREE_TEXT = ['occupation', 'employer', 'industry', 'address', 'hobbies', 'leaning'] as const

const PROFILE = {
  version: 1,
  name: `方案${SCRIPT}`,
  files: [
    {
      entity: 'customers',
      file: 'people.csv',
      fields: Object.fromEntries(['key', 'name', ...FREE_TEXT].map((column) => [column, { column }])),
    },
  ],
}

let workstation: Workstation
let folder: string
let ran: unknown[]
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-markup-'))
  const row = ['K1', `王<b>${PICTURE}`, ...FREE_TEXT.map((column) => `${column}${PICTURE}${SCRIPT}`)]
  writeFileSync(join(folder, 'people.csv'), `${['key', 'name', ...FREE_TEXT].join(',')}\n${row.join(',')}\n`)
  writeFileSync(join(folder, 'profile.json'), JSON.stringify(PROFILE))
  workstation = await Workstation.start()
  ran = []
  await workstation.window.exposeFunction('ranMarkup', () => ran.push('markup'))
  await foundBranch(workstation, BRANCH, FOUNDER)
})
afterAll(async () => {
  await workstation?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function expectOnlyText(): Promise<void> {
  const built = await workstation.window.evaluate(
    () => document.querySelectorAll('img[src="x"], script:not([src]), main b').length,
  )
  expect(built).toBe(0)
  expect(ran).toEqual([])
}

describe('markup in a text', () => {
  it('is a branch’s and a founder’s name like any other', async () => {
    expect(await workstation.window.getByRole('banner').innerText()).toContain(SCRIPT)
    expect(await workstation.window.getByRole('banner').innerText()).toContain(PICTURE)
    await expectOnlyText()
  })

  it('comes through the import as text', async () => {
    await importExtract(workstation, { folder, profile: join(folder, 'profile.json') })
    expect(await sheetLine(workstation, 'customers')).toMatchObject({ 新增: 1 })
    await expectOnlyText()
  })

  it('is shown as text in the panel, in the profile and in a note', async () => {
    const { window, say } = workstation
    const panel = await openPerson(workstation, 'K1')
    await flagIntent(window, 'card', 'low')
    await flagNotice(workstation, window).waitFor()
    await window.keyboard.press('F6')
    const dialog = contactDialog(workstation)
    await dialog.getByRole('textbox', { name: say('followups.contact.note') }).fill(`备注${PICTURE}${SCRIPT}`)
    await dialog.getByRole('radio', { name: say('followups.outcome.reached') }).click()
    await dialog.getByRole('button', { name: say('app.save') }).click()
    await panel.getByText(`备注${PICTURE}${SCRIPT}`).first().waitFor()
    await panel.getByRole('tab', { name: say('customers.tab.profile') }).click()
    await panel.getByText(`occupation${PICTURE}`).first().waitFor()
    await expectOnlyText()
  })

  it('is printed as text in the head of the list', async () => {
    await enterCode(workstation, 'GJ')
    const day = workstation.window.getByLabel(workstation.say('followups.asOf'), { exact: true })
    await day.fill('2031-01-02')
    await workstation.window.getByRole('option').first().waitFor()
    const pdf = join(folder, 'list.pdf')
    await printDailyList(workstation, pdf)
    expect((await textOfPages(pdf)).join('')).toContain(SCRIPT)
    await expectOnlyText()
  })
})
