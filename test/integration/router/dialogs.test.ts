import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  FOUNDER,
  found,
  type House,
  openHouse,
  passphraseOf,
  STAFF_NO,
} from '../../support/router/open-house.ts'

/** A file dialog stays on the screen whatever happens behind it: minutes later somebody presses Save. */
let house: House
let folder: string
beforeAll(async () => {
  house = openHouse()
  await found(house)
  const teller = { no: STAFF_NO.teller, name: '孙甜', role: 'teller' } as const
  await house.get('staff.add', { ...teller, passphrase: passphraseOf(teller.no) })
})
afterAll(() => house.close())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-dialogs-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Leaves the dialog open until that has happened. */
function meanwhile(happen: () => Promise<unknown>): void {
  const path = join(folder, 'register.csv')
  house.dialogs.saveFile = async () => {
    await happen()
    return path
  }
}

const exportAll = () => house.code('consents.exportAll', { reason: '监管检查', language: 'zh-CN' })
test('a dialog that is answered in the session that opened it does its work', async () => {
  meanwhile(async () => undefined)
  expect(await exportAll()).toBe('ok')
  expect(readdirSync(folder)).toEqual(['register.csv'])
})

test('a dialog that is answered after somebody else has signed in does nothing, least of all in their name', async () => {
  meanwhile(() => house.signInAs(STAFF_NO.teller))
  expect(await exportAll()).toBe('session.signedOut')
  expect(readdirSync(folder)).toEqual([])
  await house.signInAs(FOUNDER.no)
  const entries = await house.get('audit.list', {})
  expect(entries.filter(({ action }) => action.startsWith('consents.export'))).toHaveLength(1)
})

test('nor does it after the same person has signed in again', async () => {
  meanwhile(() => house.signInAs(FOUNDER.no))
  expect(await exportAll()).toBe('session.signedOut')
  expect(readdirSync(folder)).toEqual([])
})

test('nor while the screen is locked; after it was unlocked it does', async () => {
  meanwhile(() => house.get('session.lock', {}))
  expect(await exportAll()).toBe('session.locked')
  expect(readdirSync(folder)).toEqual([])
  await house.get('session.unlock', { passphrase: FOUNDER.passphrase })
  meanwhile(async () => {
    await house.get('session.lock', {})
    await house.get('session.unlock', { passphrase: FOUNDER.passphrase })
  })
  expect(await exportAll()).toBe('ok')
})
