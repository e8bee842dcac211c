import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textRow, workbook } from '../../support/imports/written-workbook.ts'
import { cutOffSideways, resize } from '../harness/appearance.ts'
import { barriersIn } from '../harness/axe.ts'
import { enterCode } from '../harness/command-box.ts'
import { press } from '../harness/keyboard.ts'
import { foundBranch } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { nextOpenDialogAnswers } from '../harness/stand-in-dialogs.ts'
import { Workstation } from '../harness/workstation.ts'

const PATIENCE = 180_000
const HEADER = ['客户号', '姓名', '手机号码'] as const

let workstation: Workstation
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-sheets-'))
  const sheet = (name: string, key: string, person: string) => ({
    name,
    rows: textRow(1, ...HEADER) + textRow(2, key, person, '10012345678'),
  })
  const sheets = [sheet('一月', 'K1', '诸葛晴'), sheet('二月', 'K2', '欧阳远')]
  writeFileSync(join(folder, 'book.xlsx'), workbook({ sheets }))
  workstation = await Workstation.start()
  await foundBranch(workstation, '城南支行', HEAD)
})
afterAll(async () => {
  await workstation?.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('D1: sheets with one header', { timeout: PATIENCE }, () => {
  it('are offered, chosen one by one, and read all at a press', async () => {
    const { window, app, say } = workstation
    const main = window.getByRole('main')
    const button = (key: string) => main.getByRole('button', { name: say(key), exact: true })
    const on = async () => {
      const next = button('imports.next')
      await next.and(window.locator(':enabled:not([data-loading])')).waitFor()
      await press(window, next)
    }
    await resize(app, 1366, 768)
    await enterCode(workstation, 'DR')
    await press(window, button('imports.new'))
    await nextOpenDialogAnswers(app, [folder])
    await press(window, button('imports.choose.folder'))
    await on()
    const sheets = main.getByRole('combobox', { name: `${say('imports.more.sheet')} book.xlsx` })
    await sheets.waitFor()
    expect(await sheets.inputValue()).toBe('一月')
    const shown = main.getByRole('region', { name: say('imports.detected.sample', { file: 'book.xlsx' }) })
    await shown.getByText('诸葛晴').waitFor()
    await sheets.click()
    await window.getByRole('option', { name: '二月' }).click()
    await shown.getByText('欧阳远').waitFor()
    await sheets.click()
    await window.getByRole('option', { name: '一月' }).click()
    await shown.getByText('诸葛晴').waitFor()
    expect(await barriersIn(window)).toEqual([])
    expect(await cutOffSideways(window)).toEqual([])
    await press(window, button('imports.sheets.takeAll'))
    await sheets.nth(1).waitFor()
    await on()
    await on()
    await on()
    await press(window, button('imports.run.start'))
    const sheet = main.getByRole('table', { name: say('imports.sheet.title') })
    await sheet.waitFor()
    expect(await sheet.innerText()).toMatch(/\t2\t2\t/)
  })
})
