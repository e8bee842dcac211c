import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../../scripts/bootstrap/project-root.ts'
import { scanBarcode } from '../harness/barcode-scanner.ts'
import { enterCode } from '../harness/command-box.ts'
import { contactDialog, recordContact } from '../harness/contacts.ts'
import { chooseDay, findFollowUp, printDailyList, rowCodes } from '../harness/daily-list.ts'
import { importExtract, openLatestSheet, sheetLine, undoImport } from '../harness/importing.ts'
import { flagIntent, flagNotice } from '../harness/intents.ts'
import { tabTo } from '../harness/keyboard.ts'
import { textOfPages } from '../harness/paper.ts'
import { openPerson } from '../harness/people.ts'
import { foundBranch, signIn, signOut } from '../harness/signing-in.ts'
import { HEAD, LOBBY } from '../harness/staff.ts'
import { addColleague } from '../harness/staff-list.ts'
import { Workstation } from '../harness/workstation.ts'

const EXTRACT = join(projectRoot, '..', 'shared', 'data', 'berka')
const PROFILE = join(projectRoot, 'test', 'fixtures', 'profiles', 'berka.json')
const BRANCH = '城东支行'

const missing = !existsSync(EXTRACT)
if (missing) console.warn(`Not run, because the bank's extract is not there: ${EXTRACT}`)

describe.skipIf(missing)('a bank’s own extract', () => {
  let workstation: Workstation
  let folder: string
  let panel: Locator
  let customerNo: string
  let dueOn: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'huiyan-list-'))
    workstation = await Workstation.start()
    await foundBranch(workstation, BRANCH, HEAD)
  })
  afterAll(async () => {
    await workstation?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is imported through the wizard, and the sheet adds up', async () => {
    await importExtract(workstation, { folder: EXTRACT, profile: PROFILE })
    const lines = ['customers', 'accounts', 'loans', 'cards', 'transactions']
    const sheet = Object.fromEntries(
      await Promise.all(lines.map(async (entity) => [entity, await sheetLine(workstation, entity)])),
    )
    expect(sheet).toMatchObject({
      customers: { 读入: 5369, 新增: 5369, 拒绝: 0 },
      accounts: { 读入: 4500, 新增: 4500, 拒绝: 0 },
      loans: { 读入: 682, 新增: 682, 拒绝: 0 },
      cards: { 读入: 892, 新增: 892, 拒绝: 0 },
      transactions: { 读入: 49_103, 新增: 49_102, 拒绝: 1 },
    })
  })

  it('gives the lobby people to work with', async () => {
    await addColleague(workstation, LOBBY)
    await signOut(workstation)
    await signIn(workstation, LOBBY)
    await enterCode(workstation, 'KH')
    const { window, say } = workstation
    await window.getByRole('button', { name: `${say('customers.everyone')} 5,369` }).waitFor()
    await tabTo(window, window.getByRole('listbox', { name: say('customers.title') }))
    await window.keyboard.press('Enter')
    const shown = await window
      .getByRole('complementary')
      .getByText(/客户号 \d+/)
      .innerText()
    customerNo = /客户号 (\d+)/.exec(shown)?.[1] ?? ''
    panel = await openPerson(workstation, customerNo)
    const text = await panel.innerText()
    expect(text).toContain('资产合计')
    expect(text).toMatch(/收入|支出/)
    expect(text).not.toContain(`客户 ${customerNo}`)
  })

  it('and an intent gets a next date and stands on that day’s list', async () => {
    const { window } = workstation
    await flagIntent(window, 'deposit', 'high')
    const notice = flagNotice(workstation, window)
    await notice.getByText(`· ${LOBBY.name}`).waitFor()
    const [, monthDay = ''] = /(\d{2}-\d{2})/.exec(await notice.innerText()) ?? []
    await enterCode(workstation, 'GJ')
    const today = await window.getByLabel('日期', { exact: true }).inputValue()
    const year = Number(today.slice(0, 4))
    dueOn = `${monthDay < today.slice(5) ? year + 1 : year}-${monthDay}`
    await chooseDay(workstation, dueOn)
    await findFollowUp(workstation, '存款 · 高')
  })

  it('which is printed, scanned and answered with a refusal', async () => {
    const { window } = workstation
    const pdf = join(folder, 'list.pdf')
    await printDailyList(workstation, pdf)
    const pages = await textOfPages(pdf)
    expect(pages.join('')).toContain(BRANCH)
    expect(pages.join('')).not.toContain(`客户${customerNo}`)
    const codes = rowCodes(pages)
    expect(codes).toHaveLength(1)
    await window.keyboard.press('Escape')
    await scanBarcode(window, codes[0] ?? '')
    await contactDialog(workstation).waitFor()
    await recordContact(workstation, 'phone', 'refused')
    panel = await openPerson(workstation, customerNo)
    await panel.getByText('不用电话营销').first().waitFor()
  })

  it('is taken back as a whole, but for whom somebody has worked with', async () => {
    await signOut(workstation)
    await signIn(workstation, HEAD)
    await openLatestSheet(workstation)
    await undoImport(workstation)
    expect(await workstation.window.getByRole('main').innerText()).toMatch(/撤销时保留了 [\d,]+ 行/)
    await enterCode(workstation, 'KH')
    await workstation.window.getByRole('button', { name: '全部 1', exact: true }).waitFor()
    await openPerson(workstation, customerNo)
  })
})
