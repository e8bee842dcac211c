import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bridge } from '../../../src/shared/contract/bridge.ts'
import type { PaperListName } from '../../../src/shared/domain/branch/list-columns.ts'
import { barriersIn } from '../harness/axe.ts'
import { enterCode } from '../harness/command-box.ts'
import { firstPageDrawn, savePreview } from '../harness/daily-list.ts'
import { press, tabTo } from '../harness/keyboard.ts'
import { textOfPages } from '../harness/paper.ts'
import { openDemoBranch } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { nextSaveDialogAnswers } from '../harness/stand-in-dialogs.ts'
import { Workstation } from '../harness/workstation.ts'

/** More customers than go on paper. */
const DEMO = { asOf: '2026-11-20', customers: 320 } as const
const REASON = '晨会分派用'

let workstation: Workstation
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-lists-'))
  workstation = await Workstation.start({ demo: DEMO })
  await openDemoBranch(workstation, HEAD)
})
afterAll(async () => {
  await workstation?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const button = (name: string) => workstation.window.getByRole('button', { name, exact: true })

/** The preview of a list on paper. */
const draftOf = (list: PaperListName) =>
  workstation.window.getByRole('dialog', {
    name: workstation.say('lists.paper.draftTitle', {
      list: workstation.say(`followups.prints.kinds.${list}`),
    }),
  })

/** How many links of the audit name this action. */
function linksOf(action: string): Promise<number> {
  return workstation.window.evaluate(async (name) => {
    const { call }: Bridge = Reflect.get(globalThis, 'huiyan')
    let found = 0
    let beforeSeq: number | null = null
    do {
      const answer: Awaited<ReturnType<typeof call<'audit.list'>>> = await call('audit.list', {
        beforeSeq,
        limit: 200,
      })
      if (!answer.ok) throw new Error(answer.error.code)
      found += answer.value.filter((entry) => entry.action === name).length
      beforeSeq = answer.value.length < 200 ? null : (answer.value.at(-1)?.seq ?? null)
    } while (beforeSeq !== null)
    return found
  }, action)
}

/** Sorts by the order of that name, by keyboard. */
async function sortBy(name: string): Promise<void> {
  const { window, say } = workstation
  const choice = window.getByRole('combobox', { name: say('lists.sortBy') })
  await tabTo(window, choice)
  await window.keyboard.press('Enter')
  const options = window.getByRole('option', {
    name: say('lists.choice', { name: say('lists.sortBy'), value: '' }),
  })
  const wanted = options.filter({ hasText: name })
  await wanted.waitFor()
  for (let step = await options.count(); step > 0; step -= 1) {
    if ((await wanted.getAttribute('data-combobox-selected')) !== null) break
    await window.keyboard.press('ArrowDown')
  }
  await window.keyboard.press('Enter')
  await expect.poll(() => choice.inputValue()).toContain(name)
}

/** Exports what the screen shows, with a reason, by keyboard, and reads the file. */
async function exported(file: string): Promise<readonly string[][]> {
  const { window, say, app } = workstation
  const path = join(folder, file)
  await press(window, button(say('lists.export')))
  const reason = window.getByRole('textbox', { name: say('lists.exportReason') })
  await reason.and(window.locator(':focus')).waitFor()
  expect(await barriersIn(window)).toEqual([])
  await window.keyboard.type(REASON)
  await nextSaveDialogAnswers(app, path)
  await window.keyboard.press('Enter')
  await window.getByRole('dialog').getByRole('status').filter({ hasText: /\d/ }).waitFor()
  await window.keyboard.press('Escape')
  await window.getByRole('dialog').waitFor({ state: 'detached' })
  return readFileSync(path, 'utf8')
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))
}

describe('lists of work, by keyboard', () => {
  it('customers go on paper as they stand on the screen; the preview takes no number', async () => {
    const { window, say } = workstation
    await enterCode(workstation, 'KH')
    const list = window.getByRole('listbox', { name: say('customers.title') })
    await list.waitFor()
    await sortBy(say('lists.sort.assets'))
    await list.getByRole('option').first().waitFor()
    const first = await list.getByRole('option').first().innerText()
    await press(window, button(say('lists.paper.button')))
    await draftOf('customers').waitFor()
    await firstPageDrawn(workstation)
    expect(await barriersIn(window)).toEqual([])
    expect(await linksOf('lists.freezeSheet')).toBe(0)
    const pdf = join(folder, 'customers.pdf')
    await savePreview(workstation, pdf)
    expect(await linksOf('lists.freezeSheet')).toBe(300)
    expect(await linksOf('followups.savePdf')).toBe(1)
    const pages = await textOfPages(pdf)
    const whole = pages.join('\n')
    // The person on top of the screen stands on top of the paper.
    expect(pages[0]?.match(/C\d{7}/)?.[0]).toBe(first.match(/C\d{7}/)?.[0])
    for (const [place, page] of pages.entries()) {
      expect(page).toContain(`第${place + 1}/${pages.length}页`)
      expect(page).toContain('打印号1')
      expect(page).toMatch(/\d{3}\*{4}\d{4}/)
    }
    expect(whole).toContain('清单共320位，只印前300位')
    expect(whole).not.toContain('预览')
    await window.keyboard.press('Escape')
    await window.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('leads go on paper too, in the order of the screen, numbered when they are saved', async () => {
    const { window, say } = workstation
    await enterCode(workstation, 'XS')
    const list = window.getByRole('listbox', { name: say('leads.list') })
    await list.getByRole('option').first().waitFor()
    await sortBy(say('lists.sortOf.leads.due'))
    const people = await list.getByRole('option').count()
    await press(window, button(say('lists.paper.button')))
    await draftOf('leads').waitFor()
    await firstPageDrawn(workstation)
    expect(await barriersIn(window)).toEqual([])
    const before = await linksOf('lists.freezeSheet')
    const pdf = join(folder, 'leads.pdf')
    await savePreview(workstation, pdf)
    const links = (await linksOf('lists.freezeSheet')) - before
    expect(links).toBeGreaterThan(0)
    const whole = (await textOfPages(pdf)).join('\n')
    expect(whole).toContain('线索清单')
    expect(whole).toContain(`共${links}条`)
    expect(links).toBeGreaterThanOrEqual(people)
    expect(whole).toContain('按下次日期排序')
    expect(whole).toContain('打印号2')
    await window.keyboard.press('Escape')
    await window.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('intents are sorted in the engine, and leave masked with a reason', async () => {
    const { window, say } = workstation
    await enterCode(workstation, 'YX')
    await window.getByRole('listbox', { name: say('intents.list') }).waitFor()
    await sortBy(say('intents.sort.due'))
    const [head, ...rows] = await exported('intents.csv')
    expect(head?.slice(0, 3)).toEqual(['客户号', '姓名', '手机'])
    const days = rows.map((row) => row[6] ?? '')
    expect(days.length).toBeGreaterThan(3)
    expect(days).toEqual([...days].sort())
    for (const row of rows) expect(row[1]).toMatch(/\*/)
    expect(await linksOf('lists.export')).toBe(new Set(rows.map((row) => row[0])).size)
  })

  it('leads, referrals and follow-ups do so too; a chosen column stays away after another screen was open', async () => {
    const { window, say } = workstation
    await enterCode(workstation, 'GJ')
    const list = window.getByRole('listbox', { name: say('followups.list') })
    await list.waitFor()
    await sortBy(say('lists.sortOf.followups.contact'))
    const [, ...rows] = await exported('followups.csv')
    const contacts = rows.map((row) => row.at(-1) ?? '')
    expect(contacts).toEqual([...contacts].sort())
    await press(window, button(say('lists.columns')))
    const tier = window.getByRole('menuitemcheckbox', { name: say('lists.column.tier') })
    await tier.waitFor()
    expect(await barriersIn(window)).toEqual([])
    await tier.and(window.locator(':focus')).waitFor()
    await window.keyboard.press('Enter')
    await window.keyboard.press('Escape')
    await enterCode(workstation, 'XS')
    await window.getByRole('heading', { level: 1, name: say('app.rail.leads') }).waitFor()
    expect(await barriersIn(window)).toEqual([])
    expect((await exported('leads.csv'))[0]?.[0]).toBe('姓名')
    await enterCode(workstation, 'ZJ')
    await window.getByRole('heading', { level: 1, name: say('referrals.title') }).waitFor()
    expect(await barriersIn(window)).toEqual([])
    expect((await exported('referrals.csv'))[0]?.[0]).toBe('客户号')
    await enterCode(workstation, 'GJ')
    await list.getByRole('option').first().waitFor()
    expect(await list.innerText()).not.toContain(say('customers.tier.standard'))
  })
})
