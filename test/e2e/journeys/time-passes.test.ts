import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bridge } from '../../../src/shared/contract/bridge.ts'
import { STAFF } from '../../../src/shared/demo/staff.ts'
import { scanBarcode } from '../harness/barcode-scanner.ts'
import { enterCode } from '../harness/command-box.ts'
import { contactDialog, recordContact } from '../harness/contacts.ts'
import { rowCodes, savePreview } from '../harness/daily-list.ts'
import { demoPeople } from '../harness/demo-people.ts'
import { bell, bellItems, systemNotifications, watchNotifications } from '../harness/notices.ts'
import { textOfPages } from '../harness/paper.ts'
import { openDemoBranch, signIn } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { Workstation } from '../harness/workstation.ts'

/** A Friday; some of the demo's work was due the day before. */
const DEMO = { asOf: '2026-11-20', customers: 300 } as const
/** To a Monday, six and seven working days after what was due on the first day. */
const DAYS_PASSED = 10

let workstation: Workstation
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-time-'))
  workstation = await Workstation.start({ demo: DEMO })
  await openDemoBranch(workstation, HEAD)
})
afterAll(async () => {
  await workstation?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Whatever the hour is at which the test runs. */
async function withoutQuietHours(): Promise<void> {
  await workstation.window.evaluate(async () => {
    const { call }: Bridge = Reflect.get(globalThis, 'huiyan')
    const settings = await call('settings.get', {})
    if (!settings.ok) throw new Error(settings.error.code)
    await call('settings.save', { settings: { ...settings.value, quietFrom: '00:00', quietTo: '00:00' } })
  })
}

describe('the day begins and ends with paper', () => {
  let pages: readonly string[]

  it('the morning sheet shows who has what to do, masked, on numbered pages', async () => {
    await enterCode(workstation, 'CH')
    const pdf = join(folder, 'morning.pdf')
    await savePreview(workstation, pdf)
    pages = await textOfPages(pdf)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`晨会单${DEMO.asOf}`)
      expect(page).toContain('打印号1')
      expect(page).toContain(`第${index + 1}/${pages.length}页`)
    }
    const paper = pages.join('')
    expect(paper).toMatch(/逾期\d+·今日\d+·手上共\d+·转介待承接\d+/)
    const staff = new Set(STAFF.map(({ name }) => name))
    for (const { name, phone, idNumber } of demoPeople(DEMO)) {
      expect(paper).not.toContain(phone)
      expect(paper).not.toContain(idNumber)
      if (!staff.has(name)) expect(paper).not.toContain(name)
    }
    await workstation.window.keyboard.press('Escape')
  })

  it('in the evening a scanned row is recorded, and counted as moved', async () => {
    const { window } = workstation
    const rows = rowCodes(pages).length
    await enterCode(workstation, 'XH')
    await window.getByText(`未完成 ${rows}（其中未动 ${rows}）`, { exact: false }).waitFor()
    await scanBarcode(window, rowCodes(pages)[0] ?? '')
    await contactDialog(workstation).waitFor()
    await recordContact(workstation, 'face', 'reached')
    await window.getByText(`未完成 ${rows - 1}（其中未动 ${rows - 1}）· 已改期 1`, { exact: false }).waitFor()
  })
})

describe('while nobody follows up', () => {
  it('nothing has been overdue for three working days on the first day', async () => {
    await enterCode(workstation, 'TX')
    await bellItems(workstation)
      .or(workstation.window.getByText(workstation.say('notices.none')))
      .first()
      .waitFor()
    expect(await bellItems(workstation).filter({ hasText: '个工作日' }).count()).toBe(0)
    await workstation.window.keyboard.press('Escape')
  })

  it('ten days later the ladder has been climbed: the bell says who, what and by when, high risk first', async () => {
    await withoutQuietHours()
    await workstation.restart(DAYS_PASSED)
    await watchNotifications(workstation.app)
    await signIn(workstation, HEAD)
    await expect.poll(() => bell(workstation).innerText()).toMatch(/\d/)
    await enterCode(workstation, 'TX')
    const first = bellItems(workstation).first()
    await first.filter({ hasText: '已逾期 7 个工作日，高风险，建议改派' }).waitFor()
    expect(await first.innerText()).toMatch(/\*.*应于 11-19 周四/s)
  })

  it('the system says it in numbers, without anybody’s name', async () => {
    await expect.poll(() => systemNotifications(workstation.app)).not.toEqual([])
    const said = (await systemNotifications(workstation.app)).join('\n')
    expect(said).toMatch(/^\d+ 项跟进高风险，需要改派\n\d+ 项跟进逾期/)
    expect(said).not.toContain('*')
  })

  it('opening a notice shows the person and counts it as read', async () => {
    const { window } = workstation
    const unseen = Number((await bell(workstation).innerText()).replace(/\D/g, ''))
    await window.keyboard.press('Enter')
    await window.getByRole('complementary').waitFor()
    await expect
      .poll(async () => Number((await bell(workstation).innerText()).replace(/\D/g, '')))
      .toBe(unseen - 1)
  })
})
