import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { ATTEMPTS_FILE } from '../../../src/main/vault/attempts-file.ts'
import { VAULT_FILE } from '../../../src/main/vault/vault-file.ts'
import { FOUNDER, found, type House, openHouse } from '../../support/router/open-house.ts'

const DAY_MS = 24 * 3_600_000
/** The longest that a sixth wrong passphrase, or a count that is lost, shuts a number. */
const QUARTER_MS = 15 * 60_000
const KEPT = 'yesterday.json'

/** A branch whose founder is shut out, with the vault as it was before. */
let template: string
let house: House
/** The machine's running time, which nobody sets. */
let ranFor = 10 * DAY_MS
const houses: House[] = []

beforeAll(async () => {
  house = open()
  await found(house)
  await house.get('session.signOut', {})
  copyFileSync(inFolder(VAULT_FILE), inFolder(KEPT))
  for (let count = 0; count < 5; count++) expect(await signIn('wrong guess')).toBe('session.wrongPassphrase')
  expect(await signIn()).toBe('session.lockedOut')
  template = mkdtempSync(join(tmpdir(), 'huiyan-lock-out-'))
  cpSync(house.folder, template, { recursive: true })
})
beforeEach(() => {
  ranFor = 10 * DAY_MS
  const folder = mkdtempSync(join(tmpdir(), 'huiyan-lock-out-'))
  cpSync(template, folder, { recursive: true })
  house = open(folder)
})
afterEach(async () => {
  for (const each of houses) await each.sessions.close()
  for (const { folder } of houses.splice(0)) rmSync(folder, { recursive: true, force: true })
})
afterAll(() => rmSync(template, { recursive: true, force: true }))

function open(folder?: string): House {
  const opened = openHouse({ ranFor: () => ranFor, ...(folder === undefined ? {} : { folder }) })
  houses.push(opened)
  return opened
}

const inFolder = (name: string) => join(house.folder, name)
const signIn = (passphrase: string = FOUNDER.passphrase, at = house) =>
  at.code('session.signIn', { staffNo: FOUNDER.no, passphrase })
const putBackOlderVault = () => copyFileSync(inFolder(KEPT), inFolder(VAULT_FILE))
const saidPutBack = async () => {
  const entries = await house.get('audit.list', { limit: 50 })
  return entries.filter(({ action }) => action === 'session.attemptsPutBack').length
}

test('P1: an older vault that is put back ends no lock-out, and the next who signs in leaves an entry of it', async () => {
  putBackOlderVault()
  expect(await signIn()).toBe('session.lockedOut')
  // Nor for a process that saw nothing of it.
  expect(await signIn(FOUNDER.passphrase, open(house.folder))).toBe('session.lockedOut')
  putBackOlderVault()
  ranFor += 29_000
  expect(await signIn()).toBe('session.lockedOut')
  ranFor += 1_000
  expect(await signIn('one more wrong')).toBe('session.wrongPassphrase')
  putBackOlderVault()
  // The sixth counts as the sixth.
  ranFor += 59_000
  expect(await signIn()).toBe('session.lockedOut')
  ranFor += 1_000
  expect(await signIn()).toBe('ok')
  expect(await saidPutBack()).toBe(1)
  const entries = await house.get('audit.list', { limit: 50 })
  expect(entries.find(({ action }) => action === 'session.failuresBefore')?.detail).toEqual({ failures: 6 })
  await house.get('session.signOut', {})
  expect(await signIn()).toBe('ok')
  expect(await saidPutBack()).toBe(1)
})

test('P1: the clock, set any way and with the older vault, ends none either', async () => {
  for (const move of [DAY_MS, 400 * DAY_MS, -800 * DAY_MS, 2 * DAY_MS]) {
    house.clock.advance(move)
    expect(await signIn()).toBe('session.lockedOut')
    putBackOlderVault()
    expect(await signIn()).toBe('session.lockedOut')
  }
})

test.each([
  ['removed', () => rmSync(inFolder(ATTEMPTS_FILE))],
  ['emptied', () => writeFileSync(inFolder(ATTEMPTS_FILE), '')],
  ['damaged', () => writeFileSync(inFolder(ATTEMPTS_FILE), '{"attempts":{}}')],
])(
  'P1: the second count %s, with the older vault: all numbers wait a quarter of an hour',
  async (_how, spoil) => {
    spoil()
    putBackOlderVault()
    expect(await signIn()).toBe('session.lockedOut')
    ranFor += QUARTER_MS - 1_000
    expect(await signIn()).toBe('session.lockedOut')
    ranFor += 1_000
    expect(await signIn()).toBe('ok')
    expect(await saidPutBack()).toBe(1)
  },
)

test('failures that came about honestly accuse nobody, and what was forgotten stays so', async () => {
  ranFor += QUARTER_MS
  expect(await signIn()).toBe('ok')
  expect(await saidPutBack()).toBe(0)
  await house.get('session.signOut', {})
  expect(await signIn('wrong guess')).toBe('session.wrongPassphrase')
  expect(await signIn()).toBe('ok')
  expect(await saidPutBack()).toBe(0)
})

test('a vault of an earlier version goes on, and counts from then on in both', async () => {
  const { attemptsKept: _none, ...earlier } = JSON.parse(readFileSync(inFolder(VAULT_FILE), 'utf8'))
  writeFileSync(inFolder(VAULT_FILE), JSON.stringify(earlier))
  rmSync(inFolder(ATTEMPTS_FILE))
  expect(await signIn()).toBe('session.lockedOut')
  ranFor += QUARTER_MS
  expect(await signIn()).toBe('ok')
  expect(await saidPutBack()).toBe(0)
  expect(JSON.parse(readFileSync(inFolder(VAULT_FILE), 'utf8')).attemptsKept).toBe(true)
})
