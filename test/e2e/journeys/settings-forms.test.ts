import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterCode } from '../harness/command-box.ts'
import { openDemoBranch } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { SMALL_DEMO, Workstation } from '../harness/workstation.ts'

let workstation: Workstation
beforeAll(async () => {
  workstation = await Workstation.start({ demo: SMALL_DEMO })
  await openDemoBranch(workstation, HEAD)
})
afterAll(() => workstation?.stop())

const say = (...words: Parameters<Workstation['say']>) => workstation.say(...words)
const form = (name: string) => workstation.window.getByRole('form', { name: say(name), exact: true })
const button = (within: Locator, name: string) => within.getByRole('button', { name: say(name), exact: true })

describe('the branch’s rules', () => {
  const rules = () => form('settings.section.rules')
  const field = (name: string) =>
    rules().getByRole('textbox', { name: say(`settings.field.${name}`), exact: true })
  const status = () => rules().getByRole('status')

  it('say beside its field what is wrong, and are not saved until it is mended', async () => {
    await enterCode(workstation, 'GZ')
    const known = await field('dormantMonths').inputValue()
    expect(await button(rules(), 'app.save').isDisabled()).toBe(true)
    await field('dormantMonths').fill('7')
    await rules()
      .getByText(say('settings.fault.tooBig', { limit: 6 }))
      .waitFor()
    expect(await status().textContent()).toBe(say('settings.rules.wrong', { count: 1 }))
    expect(await button(rules(), 'app.save').isDisabled()).toBe(true)
    await field('dormantMonths').press('Enter')
    await field('dormantMonths').fill(known)
    expect(await status().textContent()).toBe('')
  })

  it('judge a field by its neighbour as well (F2)', async () => {
    const known = await field('midSoft').inputValue()
    await field('midSoft').fill('6')
    await rules().getByText(say('settings.fault.beforeWarning')).waitFor()
    expect(await field('midDue').getAttribute('aria-invalid')).toBe('true')
    await field('midSoft').fill(known)
    expect(await rules().getByText(say('settings.fault.beforeWarning')).count()).toBe(0)
  })

  it('keep what was typed while another section and another screen are looked at, and can be discarded', async () => {
    const known = await field('dormantMonths').inputValue()
    await field('dormantMonths').fill('5')
    await workstation.window.getByRole('tab', { name: say('settings.section.about') }).click()
    await workstation.window.getByRole('tab', { name: say('settings.section.rules') }).click()
    expect(await field('dormantMonths').inputValue()).toBe('5')
    expect(await status().textContent()).toBe(say('settings.rules.changed', { count: 1 }))
    await button(rules(), 'settings.rules.discard').click()
    expect(await field('dormantMonths').inputValue()).toBe(known)
  })

  it('are saved, and then stand as they were typed', async () => {
    await field('dormantMonths').fill('5')
    await field('dormantMonths').press('Enter')
    await workstation.window.getByText(say('settings.rules.saved')).waitFor()
    expect(await status().textContent()).toBe('')
    await enterCode(workstation, 'DT')
    await enterCode(workstation, 'SZ')
    expect(await field('dormantMonths').inputValue()).toBe('5')
  })

  it('go back to their defaults in one press, which still has to be saved', async () => {
    await button(rules(), 'settings.rules.toDefaults').click()
    expect(await status().textContent()).toBe(say('settings.rules.changed', { count: 1 }))
    await button(rules(), 'app.save').click()
    await status().filter({ hasText: /^$/ }).waitFor({ state: 'attached' })
    expect(await button(rules(), 'app.save').isDisabled()).toBe(true)
  })
})

describe('the routing table', () => {
  const table = () => form('referrals.routes.table')
  const level = (name: string) => say(`intents.level.${name}`)
  const backup = () =>
    table().getByRole('combobox', {
      name: say('referrals.routes.backupIn', { value: level('high'), level: level('high') }),
    })

  it('counts the cells that differ, and forgets them again', async () => {
    await enterCode(workstation, 'FP')
    const known = await backup().inputValue()
    expect(known).not.toBe('')
    await backup().selectOption('')
    await table()
      .getByText(say('referrals.routes.changed', { count: 1 }))
      .waitFor()
    await button(table(), 'referrals.routes.discard').click()
    expect(await backup().inputValue()).toBe(known)
  })

  it('is saved as it stands', async () => {
    await backup().selectOption('')
    await button(table(), 'app.save').click()
    await workstation.window.getByText(say('referrals.routes.saved')).waitFor()
    // At once: what was stored before does not come back while the saved table is read.
    expect(await backup().inputValue()).toBe('')
    expect(await button(table(), 'app.save').isDisabled()).toBe(true)
  })
})
