import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseAppearance, chooseLanguage, cutOffSideways, resize } from '../harness/appearance.ts'
import { barriersIn } from '../harness/axe.ts'
import { enterCode } from '../harness/command-box.ts'
import { press, tabTo } from '../harness/keyboard.ts'
import { foundBranch } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { nextOpenDialogAnswers } from '../harness/stand-in-dialogs.ts'
import { Workstation } from '../harness/workstation.ts'

const PATIENCE = 180_000

/** Postings of which some bear the number of the one before, and customers of whom a fifth have half a phone. */
const POSTINGS = Array.from({ length: 30 }, (_, n) =>
  [
    `T${Math.floor(n / 2)}`,
    (n % 2) + 1,
    `A${Math.floor(n / 2) % 5}`,
    '2026-01-05',
    `${n + 1}.50`,
    '收入',
    '转账',
  ].join(),
)
const people = (without: number, unreadable: number) =>
  Array.from({ length: 40 }, (_, n) => {
    const phone = n < without ? '' : n < without + unreadable ? '1390000' : '13900000000'
    return `K${n},诸葛晴${n},1990-02-${String((n % 28) + 1).padStart(2, '0')},${phone}`
  })
const PROFILE = {
  version: 1,
  name: '夜间',
  stopAtFlagged: 15,
  files: [
    {
      entity: 'customers',
      file: 'people.csv',
      settleSeconds: 0,
      fields: {
        key: { column: '客户号' },
        name: { column: '姓名' },
        birthOn: { column: '生日' },
        phone: { column: '手机' },
      },
    },
    {
      entity: 'transactions',
      file: 'postings.csv',
      optional: true,
      fields: {
        key: { column: '流水号' },
        accountKey: { column: '账号' },
        on: { column: '日期' },
        amount: { column: '金额' },
        direction: { column: '方向' },
        kind: { column: '种类' },
      },
    },
  ],
}

let workstation: Workstation
let folder: string
const write = (name: string, lines: readonly string[]) =>
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`)
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-wizard-'))
  write('people.csv', ['客户号,姓名,生日,手机', ...people(0, 8)])
  write('postings.csv', ['流水号,序号,账号,日期,金额,方向,种类', ...POSTINGS])
  write('profile.json', [JSON.stringify(PROFILE)])
  workstation = await Workstation.start()
  await foundBranch(workstation, '城南支行', HEAD)
})
afterAll(async () => {
  await workstation?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const main = () => workstation.window.getByRole('main')
const button = (key: string) => main().getByRole('button', { name: workstation.say(key), exact: true })
const survey = () => main().getByRole('table', { name: workstation.say('imports.survey.title') })

async function on(): Promise<void> {
  const next = button('imports.next')
  await next.and(workstation.window.locator(':enabled:not([data-loading])')).waitFor()
  await press(workstation.window, next)
}

async function toPreview(): Promise<void> {
  const { window, app } = workstation
  await enterCode(workstation, 'DR')
  await press(window, button('imports.new'))
  await nextOpenDialogAnswers(app, [folder])
  await press(window, button('imports.choose.folder'))
  await on()
  await nextOpenDialogAnswers(app, [join(folder, 'profile.json')])
  const open = button('imports.profile.open')
  await open.and(window.locator(':enabled')).waitFor()
  await press(window, open)
  await on()
  await on()
  await survey().waitFor()
}

async function choose(name: string): Promise<void> {
  const { window, say } = workstation
  const select = main().getByRole('combobox', { name: say('imports.preview.file') })
  await select.click()
  await window.getByRole('option', { name }).click()
}

/** A field's line in the dry pass. */
const line = (entity: string, field: string): Locator =>
  survey()
    .getByRole('row')
    .filter({
      has: workstation.window.getByRole('rowheader', {
        name: workstation.say(`imports.field.${entity}.${field}`),
      }),
    })

describe('the wizard says what would become of a whole file before it is read in', {
  timeout: PATIENCE,
}, () => {
  it('tells the column that would stop the import in red, and shows no value behind its count, by keyboard', async () => {
    const { window, say } = workstation
    await toPreview()
    await main()
      .getByText(say('imports.survey.stops', { percent: 15 }))
      .waitFor()
    const phone = line('customers', 'phone')
    expect(await phone.getAttribute('data-stops')).toBe('true')
    const count = phone.getByRole('button')
    expect(await count.innerText()).toContain('8')
    await press(window, count)
    const example = survey().getByText('9999999')
    await example.first().waitFor()
    expect(await example.count()).toBe(3)
    expect(await survey().innerText()).not.toMatch(/诸葛|1390000/)
    expect(await line('customers', 'birthOn').innerText()).toContain('YYYY-MM-DD')
    expect(await barriersIn(window)).toEqual([])
  })

  it('offers a key where a number names more than one posting, and takes it at a press', async () => {
    const { window, say } = workstation
    await choose('postings.csv')
    const take = button('imports.survey.takeSerial')
    await press(window, take)
    await take.waitFor({ state: 'detached' })
    await survey().waitFor()
    expect(await line('transactions', 'key').innerText()).toContain(
      ['流水号', '序号'].join(say('app.listSeparator')),
    )
  })

  it('keeps what no control shows, and tells what is wrong in the text of a file', async () => {
    const { window, say } = workstation
    await press(window, button('app.back'))
    await press(window, main().getByRole('button', { name: say('imports.more.title') }))
    const text = main().getByRole('textbox', { name: say('imports.more.text') })
    expect(await text.inputValue()).toContain('"settleSeconds": 0')
    await tabTo(window, text)
    await text.fill('{"entity": "customers"}')
    await main().getByText('file：').waitFor()
    await press(window, main().getByRole('button', { name: say('imports.more.title') }))
  })

  it('reads in a second night, whose sheet has the column that lost values in red', async () => {
    const { window, say } = workstation
    for (const without of [0, 12]) {
      write('people.csv', ['客户号,姓名,生日,手机', ...people(without, 0)])
      rmSync(join(folder, 'postings.csv'), { force: true })
      await window.keyboard.press('Escape')
      await leaveWizard()
      await toPreview()
      await on()
      await press(window, button('imports.run.start'))
      await main()
        .getByRole('table', { name: say('imports.sheet.title') })
        .waitFor()
    }
    const lost = main().locator('[data-lost="true"]')
    await lost.waitFor()
    expect(await lost.innerText()).toContain(say('imports.field.customers.phone'))
    expect(await lost.innerText()).toMatch(/100%[\s\S]*70%/)
    expect(await barriersIn(window)).toEqual([])
    await resize(workstation.app, 1024, 700)
    await chooseAppearance(workstation, 'dark')
    await chooseLanguage(workstation, 'en')
    await lost.waitFor()
    expect(await barriersIn(window)).toEqual([])
    expect(await cutOffSideways(window)).toEqual([])
  })
})

/** Leaves what was set up, where something was. */
async function leaveWizard(): Promise<void> {
  const { window, say } = workstation
  const close = button('imports.close')
  if ((await close.count()) > 0) await close.click()
  const cancel = button('app.cancel')
  if ((await cancel.count()) === 0) return
  await cancel.click()
  const go = window.getByRole('dialog').getByRole('button', { name: say('imports.leave.go') })
  await go.or(button('imports.new')).first().waitFor()
  if ((await go.count()) > 0) await go.click()
}
