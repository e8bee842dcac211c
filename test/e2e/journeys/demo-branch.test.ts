import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STAFF } from '../../../src/shared/demo/staff.ts'
import { maskName } from '../../../src/shared/domain/text/masking.ts'
import { scanBarcode } from '../harness/barcode-scanner.ts'
import { enterCode } from '../harness/command-box.ts'
import { contactDialog, recordContact } from '../harness/contacts.ts'
import { chooseDay, chooseOwner, findFollowUp, printDailyList, rowCodeOf } from '../harness/daily-list.ts'
import { demoPeople, seededPerson } from '../harness/demo-people.ts'
import { flagIntent, flagNotice, openIntents } from '../harness/intents.ts'
import { textOfPages } from '../harness/paper.ts'
import { findPeople, openPerson } from '../harness/people.ts'
import { openDemoBranch } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { Workstation } from '../harness/workstation.ts'

/** The day before a long holiday: two working days later is the ninth of October, not the second. */
const DEMO = { asOf: '2026-09-30', customers: 300 } as const
const DUE = '2026-10-09'

let workstation: Workstation
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-list-'))
  workstation = await Workstation.start({ demo: DEMO })
  await openDemoBranch(workstation, HEAD)
})
afterAll(async () => {
  await workstation?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const leaking = seededPerson(DEMO, 'leaking')
/** Asked about wealth products, and has a manager of her own. */
const asking = seededPerson(DEMO, 'wealth-enquiries')
const manager = STAFF.find(({ no }) => no === asking.ownerStaffNo)?.name ?? ''
const optedOut = seededPerson(DEMO, 'opted-out')

describe('somebody comes to the counter', () => {
  it.each([
    ['name', leaking.name],
    ['the beginning of the name', leaking.name.slice(0, 2)],
    ['pinyin initials', 'cjh'],
    ['pinyin', 'chenjianhua'],
    ['tail of the phone', leaking.phone.slice(-4)],
    ['tail of the ID number', leaking.idNumber.slice(-4)],
    ['customer number', leaking.key],
  ])('and is found by %s', async (_key, text) => {
    const found = await findPeople(workstation, text)
    await expect.poll(() => found.allInnerTexts()).toContainEqual(expect.stringContaining(leaking.idTail))
    await workstation.window.keyboard.press('Escape')
  })

  it('is seen whole: tier, distance to the next, and why to speak to them', async () => {
    const panel = await openPerson(workstation, 'cjh')
    const text = await panel.innerText()
    expect(text).toContain('优质')
    expect(text).toContain('高净值 差')
    expect(await panel.getByRole('list', { name: '提示' }).innerText()).toMatch(/资金流出.*299,9\d\d 元/)
    expect(text).not.toContain(leaking.name)
    expect(text).not.toContain(leaking.phone)
  })

  it('and what must not be done to them stands beside it', async () => {
    const panel = await openPerson(workstation, optedOut.name)
    const prohibitions = panel.getByRole('list', { name: '禁止事项' })
    expect(await prohibitions.innerText()).toMatch(/不用电话营销/)
    expect(await prohibitions.innerText()).toMatch(/不用短信营销/)
  })
})

describe('a flagged intent', () => {
  let panel: Locator
  const flagged = () => flagNotice(workstation, workstation.window)
  const ofInsurance = () => openIntents(workstation, panel).filter({ hasText: '保险' })

  it('takes two keys and gets a due date that skips the holiday', async () => {
    panel = await openPerson(workstation, asking.name)
    await flagIntent(workstation.window, 'insurance', 'high')
    await flagged().getByText('已标记 保险 · 高').waitFor()
    expect(await flagged().innerText()).toContain(`10-09 周五 · ${manager}`)
    await ofInsurance().waitFor()
  })

  it('can be taken back once', async () => {
    const others = await openIntents(workstation, panel).filter({ hasNotText: '保险' }).count()
    await workstation.window.keyboard.press('Control+z')
    await ofInsurance().waitFor({ state: 'detached' })
    await flagged().waitFor({ state: 'detached' })
    await workstation.window.keyboard.press('Control+z')
    await flagIntent(workstation.window, 'insurance', 'high')
    await flagged().waitFor()
    await ofInsurance().waitFor()
    expect(await openIntents(workstation, panel).count()).toBe(others + 1)
  })

  it('stands on its owner’s list with the holiday that moved it', async () => {
    await enterCode(workstation, 'GJ')
    await chooseOwner(workstation, manager)
    await chooseDay(workstation, DUE)
    const row = await findFollowUp(workstation, asking.maskedPhone, '保险 · 高')
    expect(await row.innerText()).toMatch(/顺延：10-01 至 10-07 为国庆节假期/)
  })
})

describe('the daily list', () => {
  let pages: readonly string[]

  it('is printed with its number, its owner, its pages and the day to shred it by', async () => {
    const pdf = join(folder, 'list.pdf')
    await printDailyList(workstation, pdf)
    pages = await textOfPages(pdf)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`每日跟进清单${DUE}`)
      expect(page).toContain('打印号1')
      expect(page).toContain('请于2026-10-07前销毁')
      expect(page).toContain(`第${index + 1}/${pages.length}页`)
    }
    expect(pages[0]).toContain('演示')
  })

  it('holds everybody masked', () => {
    const paper = pages.join('')
    expect(paper).toContain(maskName(asking.name))
    expect(paper).toContain(asking.maskedPhone)
    // The head of the list names its owner, who may be called like somebody else.
    const staff = new Set(STAFF.map(({ name }) => name))
    for (const { name, phone, idNumber } of demoPeople(DEMO)) {
      expect(paper).not.toContain(phone)
      expect(paper).not.toContain(idNumber)
      if (!staff.has(name)) expect(paper).not.toContain(name)
    }
  })

  it('opens the row whose barcode is scanned, whatever has the focus', async () => {
    await workstation.window.keyboard.press('Escape')
    await enterCode(workstation, 'KH')
    await workstation.window.keyboard.press('Control+k')
    await scanBarcode(workstation.window, rowCodeOf(asking.maskedPhone, '保险·高', pages))
    const dialog = contactDialog(workstation)
    const about = dialog.getByRole('radiogroup', { name: workstation.say('followups.contact.about') })
    await about.getByRole('radio', { name: '保险 高', checked: true }).waitFor()
    expect(await dialog.innerText()).toContain(
      `${maskName(asking.name)} ·${asking.maskedPhone.slice(-4)} · ${asking.key}`,
    )
  })

  it('takes the contact in three keys and shows it on the list', async () => {
    await recordContact(workstation, 'phone', 'reached')
    await chooseOwner(workstation, manager)
    await chooseDay(workstation, DUE)
    await findFollowUp(workstation, asking.maskedPhone, '保险 · 高', '上次 09-30')
  })
})
