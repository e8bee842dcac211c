import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterCode } from '../harness/command-box.ts'
import { CountedKeys } from '../harness/counted-keys.ts'
import { leadRows, openLead } from '../harness/leads.ts'
import { openDemoBranch } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { giveUp } from '../harness/unsaved.ts'
import { Workstation } from '../harness/workstation.ts'

/** Fixed by the sources (L7): twelve keys and ten seconds for a stranger. */
const MOST_KEYS = 12
const MOST_MS = 10_000
/** `w` and 1 is 王, 1 先生, the tail, L 理财, 1 高, Y 同意. */
const STRANGER = ['w', '1', '1', '5', '6', '7', '8', 'l', '1', 'y', 'Enter'] as const

let workstation: Workstation
beforeAll(async () => {
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
})
afterAll(() => workstation?.stop())

const form = (): Locator =>
  workstation.window.getByRole('dialog', { name: workstation.say('leads.quick.title') })
const notice = (text: string): Locator => workstation.window.getByText(text)
const rows = (): Locator => leadRows(workstation)

describe('L7: a stranger in ten seconds, by keyboard alone', () => {
  it('takes twelve keys from anywhere in the workstation to the saved lead', async () => {
    const keys = new CountedKeys(workstation.window)
    await enterCode(workstation, 'KH')
    const begunAt = performance.now()
    await keys.press('F3')
    await form().waitFor()
    await keys.press(...STRANGER)
    await notice('王先生 ·5678 · 已保存线索 · 理财 · 高').waitFor()
    expect(keys.count).toBeLessThanOrEqual(MOST_KEYS)
    expect(performance.now() - begunAt).toBeLessThan(MOST_MS)
    expect(await form().count()).toBe(0)
  })

  it('asks whether it is the same person before anything is saved, and a digit adds to the known lead', async () => {
    const { window } = workstation
    const keys = new CountedKeys(window)
    await keys.press('F3')
    await form().waitFor()
    await keys.press(...STRANGER)
    await window.getByText(workstation.say('leads.same.title')).waitFor()
    await window.getByText('****5678').waitFor()
    await keys.press('1')
    await notice('王先生 ·5678 · 已补充到原线索').waitFor()
  })

  it('keeps what was typed when something is missing, says what, and goes there', async () => {
    const { window, say } = workstation
    const keys = new CountedKeys(window)
    await keys.press('F3')
    await form().waitFor()
    await keys.press('l', '1', '2', 'Enter')
    await window.getByText(`还差：${say('leads.quick.key')}`, { exact: false }).waitFor()
    await keys.press('a', '0', '1', '7', 'd', '2', 'n', 'Enter')
    await notice('李女士 · A017 · 已保存线索 · 贷款 · 中').waitFor()
  })

  it('a key that belongs to an input method neither chooses nor saves', async () => {
    const { window, say } = workstation
    await window.keyboard.press('F3')
    await form().waitFor()
    const session = await window.context().newCDPSession(window)
    await session.send('Input.imeSetComposition', { text: 'wang', selectionStart: 4, selectionEnd: 4 })
    await session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    })
    expect(await form().getByRole('alert').count()).toBe(0)
    await session.send('Input.insertText', { text: '欧阳' })
    const surname = form().getByRole('textbox', { name: say('leads.quick.surname') })
    expect(await surname.inputValue()).toBe('欧阳')
    await window.keyboard.press('2')
    expect(
      await form()
        .getByRole('radio', { name: say('leads.title.ms') })
        .getAttribute('aria-checked'),
    ).toBe('true')
    await window.keyboard.press('Escape')
    await giveUp(workstation)
    await form().waitFor({ state: 'detached' })
  })
})

describe('L8: the pipeline by keyboard alone', () => {
  it('opens a lead, moves it on, and asks why it was lost', async () => {
    const { window, say } = workstation
    await enterCode(workstation, 'XS')
    await rows().first().waitFor()
    const before = await rows().count()
    const lead = await openLead(workstation, '王先生')
    await window.keyboard.press('c')
    await window.getByRole('dialog').waitFor()
    await window.keyboard.press('Enter')
    await lead.getByText(say('leads.state.contacted')).first().waitFor()
    await window.getByRole('dialog').waitFor({ state: 'detached' })
    await window.keyboard.press('x')
    await window.getByRole('radiogroup', { name: say('leads.lostWhy') }).waitFor()
    await window.keyboard.press('2')
    await window.keyboard.press('Tab')
    await window.keyboard.press('Enter')
    await lead.getByText(say('leads.lost.price')).waitFor()
    await expect.poll(() => rows().count()).toBe(before - 1)
  })

  it('shows everybody’s load where a lead is handed on', async () => {
    const { window } = workstation
    await window.getByRole('dialog').waitFor({ state: 'detached' })
    await openLead(workstation, '李女士')
    await window.keyboard.press('g')
    const dialog = window.getByRole('dialog')
    await dialog
      .getByText(/意向 \d+ · 线索 \d+ · 转介 \d+/)
      .first()
      .waitFor()
    await window.keyboard.press('1')
    await window.getByText(/已改派给/).waitFor()
  })

  it('is referred with key F4 like a customer, and the referral leads back to it', async () => {
    const { window, say } = workstation
    await window.getByRole('dialog').waitFor({ state: 'detached' })
    const lead = window.getByRole('region', { name: '李女士' })
    await lead.focus()
    await window.keyboard.press('F4')
    const dialog = window.getByRole('dialog')
    await dialog.getByRole('radio', { name: say('referrals.refer.quick.talk') }).waitFor()
    for (const key of ['1', '1', 'Enter']) await window.keyboard.press(key)
    await dialog.waitFor({ state: 'detached' })
    await enterCode(workstation, 'ZJ')
    await window.getByText(say('referrals.view.referred'), { exact: true }).click()
    const list = window.getByRole('listbox', { name: say('referrals.list') })
    await list.getByRole('option').filter({ hasText: '李女士' }).waitFor()
    await list.focus()
    await window.keyboard.press('Enter')
    await lead.waitFor()
  })
})
