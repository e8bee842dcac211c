import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { endOfChain } from '../../../src/main/engine/chain/chain-gap.ts'
import { Connection } from '../../../src/main/engine/connection.ts'
import { plainProtector } from '../../../src/main/vault/device-protector.ts'
import { sealKeySlot } from '../../../src/main/vault/key-slot.ts'
import { databaseIn } from '../../../src/main/vault/store-files.ts'
import { Vault } from '../../../src/main/vault/vault.ts'
import { readVaultFile, VAULT_FILE } from '../../../src/main/vault/vault-file.ts'
import { FOUNDER, found, type House, openHouse, passphraseOf } from '../../support/router/open-house.ts'

// Several sign-ins, each of which opens the branch twice.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

const TELLER = { no: '1001', name: '许小满', role: 'teller', passphrase: passphraseOf('1001') } as const
const LOBBY = { no: '1002', name: '齐大堂', role: 'lobby', passphrase: passphraseOf('1002') } as const

/** Founded once, because that derives many keys; each test has a copy, and signs the founder in. */
let founded: string
let house: House
let yesterday: string
beforeAll(async () => {
  const founding = openHouse()
  await found(founding)
  await founding.get('staff.add', TELLER)
  await founding.get('staff.add', LOBBY)
  await founding.get('session.signOut', {})
  founded = mkdtempSync(join(tmpdir(), 'huiyan-founded-'))
  cpSync(founding.folder, founded, { recursive: true })
  await founding.close()
})
afterAll(() => rmSync(founded, { recursive: true, force: true }))
beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyan-house-'))
  cpSync(founded, folder, { recursive: true })
  house = openHouse({ folder })
  yesterday = mkdtempSync(join(tmpdir(), 'huiyan-yesterday-'))
  expect(await signIn(FOUNDER.no)).toBe('ok')
})
afterEach(async () => {
  await house.close()
  rmSync(yesterday, { recursive: true, force: true })
})

const signIn = (no: string, passphrase = passphraseOf(no)) =>
  house.code('session.signIn', { staffNo: no, passphrase })
const signOut = () => house.get('session.signOut', {})
const keyState = () => house.get('staff.keyState', {})
const changes = async () => {
  const entries = await house.get('audit.list', {})
  return entries.filter(({ action }) => action === 'staff.changeKey').length
}

/** What somebody kept of the folder on a stick. */
function keepCopy(): void {
  for (const name of ['vault.json', 'attempts.json', 'device.key'])
    copyFileSync(join(house.folder, name), join(yesterday, name))
}

/** Whether a passphrase and the kept copy open today's database, by the product's own code. */
async function openToday(no: string, passphrase: string): Promise<string> {
  const { dataKey } = await Vault.at(yesterday, plainProtector).unlock(no, passphrase, Date.now())
  // The copy that was kept lies beside today's database, as the thief would put it.
  const beside = mkdtempSync(join(tmpdir(), 'huiyan-thief-'))
  try {
    for (const name of readdirSync(house.folder).filter((each) => each.startsWith('branch.db'))) {
      copyFileSync(join(house.folder, name), join(beside, name))
    }
    const connection = Connection.open({ file: databaseIn(beside), dataKey, mode: 'writer' })
    const rows = connection.statement<{ count: number }>('SELECT count(*) AS count FROM staff').get()
    connection.close()
    return `${rows?.count} staff`
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown'
  } finally {
    rmSync(beside, { recursive: true, force: true })
  }
}

describe('P1: who no longer may open the branch', () => {
  test.each([
    ['was switched off', () => house.get('staff.setActive', { no: TELLER.no, active: false })],
    [
      'had the passphrase reset',
      () => house.get('staff.resetPassphrase', { no: TELLER.no, passphrase: 'temporary of 1001' }),
    ],
  ])(
    'a teller who %s: yesterday’s vault opens nothing after the next sign-in of the head',
    async (_, leave) => {
      keepCopy()
      expect(await keyState()).toEqual({ state: 'current' })
      await leave()
      expect(await keyState()).toEqual({ state: 'due', waitsFor: [] })
      await signOut()
      expect(await openToday(TELLER.no, TELLER.passphrase)).toBe('3 staff')
      expect(await signIn(FOUNDER.no)).toBe('ok')
      expect(await keyState()).toEqual({ state: 'current' })
      expect(await changes()).toBe(1)
      await signOut()
      expect(await openToday(TELLER.no, TELLER.passphrase)).toBe('engine.damaged')
      // Neither does yesterday's vault with anybody else's passphrase: there is nothing of the new key in it.
      expect(await openToday(FOUNDER.no, FOUNDER.passphrase)).toBe('engine.damaged')
    },
  )

  test('somebody’s own earlier passphrase opens nothing either', async () => {
    keepCopy()
    const next = 'changed by the founder'
    await house.get('staff.changePassphrase', { current: FOUNDER.passphrase, next })
    await signOut()
    expect(await signIn(FOUNDER.no, next)).toBe('ok')
    expect(await keyState()).toEqual({ state: 'current' })
    await signOut()
    expect(await openToday(FOUNDER.no, FOUNDER.passphrase)).toBe('engine.damaged')
    expect(await signIn(FOUNDER.no, next)).toBe('ok')
  })

  test('everybody else signs in as before, who is off duty comes back with the same passphrase', async () => {
    await house.get('staff.setActive', { no: TELLER.no, active: false })
    await signOut()
    expect(await signIn(FOUNDER.no)).toBe('ok')
    expect(await changes()).toBe(1)
    expect(await house.get('staff.list', {})).toHaveLength(3)
    await house.get('staff.setActive', { no: TELLER.no, active: true })
    expect(await keyState()).toEqual({ state: 'current' })
    await signOut()
    for (const { no } of [TELLER, LOBBY, FOUNDER]) {
      expect([no, await signIn(no)]).toEqual([no, 'ok'])
      await signOut()
    }
    expect(readdirSync(house.folder).filter((name) => /rekeying|\.new$|\.lock$/.test(name))).toEqual([])
  })

  test('who keeps no staff list does not wait for the change, and it stays due', async () => {
    await house.get('staff.setActive', { no: LOBBY.no, active: false })
    await signOut()
    expect(await signIn(TELLER.no)).toBe('ok')
    await signOut()
    expect(readVaultFile(join(house.folder, VAULT_FILE)).keyChange).toBe('due')
  })

  test('nothing is changed under another process that has the branch open', async () => {
    await house.get('staff.setActive', { no: TELLER.no, active: false })
    await signOut()
    const other = join(house.folder, `open-${process.ppid}.marker`)
    writeFileSync(other, JSON.stringify({ state: 'open' }))
    expect(await signIn(FOUNDER.no)).toBe('ok')
    expect(await keyState()).toEqual({ state: 'due', waitsFor: [] })
    await signOut()
    rmSync(other)
    expect(await signIn(FOUNDER.no)).toBe('ok')
    expect(await keyState()).toEqual({ state: 'current' })
  })

  test('nobody opens the branch while another process changes its key', async () => {
    await signOut()
    writeFileSync(join(house.folder, 'folder.lock'), `${process.ppid} changing-key`)
    expect(await signIn(FOUNDER.no)).toBe('session.keyBeingChanged')
    expect(readdirSync(house.folder).filter((name) => name.endsWith('.marker'))).toEqual([])
    rmSync(join(house.folder, 'folder.lock'))
    expect(await signIn(FOUNDER.no)).toBe('ok')
  })

  test('a slot that was put there without the key gets none', async () => {
    const path = join(house.folder, VAULT_FILE)
    const { slots } = readVaultFile(path)
    const elsewhere = mkdtempSync(join(tmpdir(), 'huiyan-forger-'))
    cpSync(join(house.folder, 'device.key'), join(elsewhere, 'device.key'))
    const forged = await Vault.found(elsewhere, plainProtector, '别处', {
      no: LOBBY.no,
      passphrase: 'forged slot',
    })
    const own = forged.vault.content().slots[LOBBY.no]
    rmSync(elsewhere, { recursive: true })
    await house.get('staff.setActive', { no: TELLER.no, active: false })
    await signOut()
    const now = readVaultFile(path)
    writeFileSync(
      path,
      JSON.stringify({ ...now, slots: { ...slots, [LOBBY.no]: own, [TELLER.no]: undefined } }),
    )
    expect(await signIn(FOUNDER.no)).toBe('ok')
    expect(await keyState()).toEqual({ state: 'current' })
    expect(Object.keys(readVaultFile(path).slots)).toEqual([FOUNDER.no])
  })
})

describe('a vault of version 1', () => {
  /** As the version before wrote it: the data key itself under each passphrase. */
  async function ageVault(...nos: string[]): Promise<void> {
    const path = join(house.folder, VAULT_FILE)
    const vault = Vault.at(house.folder, plainProtector)
    const { dataKey } = await vault.unlock(FOUNDER.no, FOUNDER.passphrase, Date.now())
    const device = Buffer.from(
      JSON.parse(readFileSync(join(house.folder, 'device.key'), 'utf8')).secret,
      'base64',
    )
    const { keyChange: _, next: __, ...content } = vault.content()
    const slots = await Promise.all(
      nos.map(async (no) => [no, await sealKeySlot(dataKey, no, passphraseOf(no), { device })] as const),
    )
    writeFileSync(path, JSON.stringify({ ...content, version: 1, slots: Object.fromEntries(slots) }))
  }

  test('opens, and its key is changed once everybody has signed in', async () => {
    await signOut()
    await ageVault(FOUNDER.no, TELLER.no, LOBBY.no)
    expect(await signIn(FOUNDER.no)).toBe('ok')
    await house.get('staff.setActive', { no: LOBBY.no, active: false })
    expect(await keyState()).toEqual({ state: 'due', waitsFor: [TELLER.no] })
    await signOut()
    expect(await signIn(FOUNDER.no)).toBe('ok')
    expect(await keyState()).toEqual({ state: 'due', waitsFor: [TELLER.no] })
    await signOut()
    expect(await signIn(TELLER.no)).toBe('ok')
    await signOut()
    expect(await signIn(FOUNDER.no)).toBe('ok')
    expect(await keyState()).toEqual({ state: 'current' })
    await signOut()
    expect(await signIn(TELLER.no)).toBe('ok')
  })
})

test('a restored branch is due for a new key: whoever left since the backup may know it', async () => {
  await signOut()
  const elsewhere = join(yesterday, 'restored')
  mkdirSync(elsewhere)
  const { restoreBackup } = await import('../../../src/main/vault/restore-backup.ts')
  const { writeBackup } = await import('../../../src/main/vault/write-backup.ts')
  const vault = Vault.at(house.folder, plainProtector)
  const { dataKey } = await vault.unlock(FOUNDER.no, FOUNDER.passphrase, Date.now())
  const file = join(yesterday, 'backup.tar')
  const connection = Connection.open({ file: databaseIn(house.folder), dataKey, mode: 'writer' })
  await writeBackup({
    target: file,
    nowAt: Date.now(),
    staffNo: FOUNDER.no,
    vault: await vault.forBackup(dataKey, FOUNDER.no, FOUNDER.passphrase),
    witness: endOfChain(connection),
    copyDatabase: async (copy) => connection.copyTo(copy),
  })
  connection.close()
  const order = { file, folder: elsewhere, protector: plainProtector, nowAt: Date.now() }
  await restoreBackup({ ...order, passphrase: FOUNDER.passphrase })
  const before = readVaultFile(join(elsewhere, VAULT_FILE))
  expect(before.keyChange).toBe('due')
  const restored = openHouse({ folder: elsewhere })
  try {
    await restored.get('session.signIn', { staffNo: FOUNDER.no, passphrase: FOUNDER.passphrase })
    expect(await restored.get('staff.keyState', {})).toEqual({ state: 'current' })
    expect(readVaultFile(join(elsewhere, VAULT_FILE)).databaseSalt).not.toBe(before.databaseSalt)
  } finally {
    await restored.close()
  }
})
