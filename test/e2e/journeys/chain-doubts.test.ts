import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { commandBox, enterCode } from '../harness/command-box.ts'
import { openDemoBranch, passphraseField, trySignIn } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { Workstation } from '../harness/workstation.ts'

const REASON = '硬盘更换，已按纸质清单补录'

let root: string
let workstation: Workstation

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'huiyan-doubts-'))
  const dataFolder = join(root, 'data')
  workstation = await Workstation.start({ dataFolder })
  await openDemoBranch(workstation, HEAD)
  await workstation.stop()
  // Yesterday's database in today's folder.
  cpSync(join(dataFolder, 'branch.db'), join(root, 'yesterday.db'))
  workstation = await Workstation.start({ dataFolder })
  await trySignIn(workstation, HEAD)
  await commandBox(workstation).waitFor()
  await workstation.stop()
  cpSync(join(root, 'yesterday.db'), join(dataFolder, 'branch.db'))
  workstation = await Workstation.start({ dataFolder })
})
afterAll(async () => {
  await workstation?.stop()
  rmSync(root, { recursive: true, force: true })
})

it('says which entries are gone since when, and lets the head go on with a reason', async () => {
  const { window, say } = workstation
  await trySignIn(workstation, HEAD)
  const alert = window.getByRole('alert')
  await alert.filter({ hasText: 'engine.chainShort' }).waitFor()
  expect(await alert.innerText()).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d/)
  const form = window.getByRole('form', { name: say('session.accept') })
  const goOn = form.getByRole('button', { name: say('session.accept') })
  await form.getByLabel(say('session.acceptReason')).fill(REASON)
  await form.getByLabel(say('session.staffNo')).fill(HEAD.no)
  expect(await goOn.isDisabled()).toBe(true)
  await passphraseField(workstation).fill(HEAD.passphrase)
  await goOn.click()
  await commandBox(workstation).waitFor()
})

it('checks the chain with its progress, compares its witnesses, and takes an end from paper', async () => {
  const { window, say } = workstation
  await enterCode(workstation, 'SJ')
  await window.getByRole('button', { name: say('audit.verify') }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('status').filter({ hasText: '✓' }).waitFor()
  await dialog.getByLabel(say('audit.witnesses.fromPaper')).fill('1-00000000')
  await dialog.getByRole('button', { name: say('audit.witnesses.compare') }).click()
  await dialog.getByRole('listitem').filter({ hasText: '✕' }).waitFor()
  // A mistyped end takes nothing out of sight.
  await dialog.getByLabel(say('audit.witnesses.fromPaper')).fill('-')
  await dialog.getByRole('button', { name: say('audit.witnesses.compare') }).click()
  await dialog.getByRole('alert').waitFor()
  expect(await dialog.getByRole('listitem').filter({ hasText: '✕' }).count()).toBe(1)
})

it('does not begin anew where a check was kept, and says of a shorter one no more than it looked at', async () => {
  const { window, say } = workstation
  await window.keyboard.press('Escape')
  await window.getByRole('dialog').waitFor({ state: 'detached' })
  await window.getByRole('button', { name: say('audit.verify') }).click()
  const dialog = window.getByRole('dialog')
  const onlyNew = dialog.getByRole('button', {
    name: say('audit.check.newOnly', { seq: '', at: '' }).slice(0, 5),
  })
  await onlyNew.waitFor()
  const status = dialog.getByRole('status')
  expect(await status.innerText()).toBe('')
  await onlyNew.click()
  await status.filter({ hasText: '✓' }).waitFor()
  const since = await status.innerText()
  expect(since).not.toContain(say('audit.intact', { entries: '' }).slice(0, 6))
  await dialog.getByRole('button', { name: say('audit.check.all') }).click()
  await status.filter({ hasText: say('audit.intact', { entries: '' }).slice(0, 6) }).waitFor()
})
