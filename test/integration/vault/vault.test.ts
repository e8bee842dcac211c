import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DeviceProtector, plainProtector } from '../../../src/main/vault/device-protector.ts'
import { Vault } from '../../../src/main/vault/vault.ts'
import { VAULT_FILE } from '../../../src/main/vault/vault-file.ts'

const PASSPHRASE = 'correct horse'
const NOON = Date.parse('2026-11-20T12:00:00+08:00')
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-vault-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function founded(protector: DeviceProtector = plainProtector) {
  const made = await Vault.found(folder, protector, '测试网点', { no: '1001', passphrase: PASSPHRASE })
  made.vault.settle('00')
  return made
}

function codeOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'opened',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  )
}

test('the founder’s passphrase opens the data key again, in a new process as well', async () => {
  const { dataKey } = await founded()
  const opened = await Vault.at(folder, plainProtector).unlock('1001', PASSPHRASE, NOON)
  expect(Buffer.from(opened.dataKey)).toEqual(Buffer.from(dataKey))
})

test('until it is settled a founded vault is not the folder’s vault', async () => {
  await Vault.found(folder, plainProtector, '测试网点', { no: '1001', passphrase: PASSPHRASE })
  expect(() => Vault.at(folder, plainProtector)).toThrowError('vault.unreadable')
})

test('P1: neither passphrase nor key is in any file, and only the owner may read them', async () => {
  const { dataKey } = await founded()
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), 'latin1')
    expect(text).not.toContain(PASSPHRASE)
    expect(text).not.toContain(Buffer.from(dataKey).toString('hex'))
    expect(text).not.toContain(Buffer.from(dataKey).toString('base64'))
    if (process.platform !== 'win32') expect(statSync(join(folder, name)).mode & 0o077).toBe(0)
  }
})

test('an unknown number is refused with the words of a wrong passphrase, and shut out like a known one', async () => {
  await founded()
  let ranFor = 1_000_000
  const vault = Vault.at(folder, plainProtector, () => ranFor)
  for (const no of ['1001', '9999']) {
    for (let count = 1; count <= 5; count++) {
      expect(await codeOf(vault.unlock(no, 'wrong guess', NOON))).toBe('session.wrongPassphrase')
    }
    // A clock that was set on opens nothing.
    expect(await codeOf(vault.unlock(no, PASSPHRASE, NOON + 24 * 3_600_000))).toBe('session.lockedOut')
  }
  ranFor += 29_000
  expect(await codeOf(vault.unlock('1001', PASSPHRASE, NOON))).toBe('session.lockedOut')
  ranFor += 1_000
  expect(await codeOf(vault.unlock('1001', PASSPHRASE, NOON))).toBe('opened')
})

test('what was typed as a number is not kept in clear: it may have been a passphrase', async () => {
  const { vault } = await founded()
  await codeOf(vault.unlock('mysecretword', 'x', NOON))
  expect(readFileSync(join(folder, VAULT_FILE), 'utf8')).not.toContain('mysecretword')
})

test('a try counts although the process is ended before it is answered', async () => {
  const { vault } = await founded()
  const unanswered = vault.unlock('1001', 'wrong guess', NOON)
  await Promise.resolve()
  expect(Object.values(Vault.at(folder, plainProtector).content().attempts)).toMatchObject([{ failures: 1 }])
  await codeOf(unanswered)
})

test('the right passphrase forgets earlier failures and says how many there were', async () => {
  const { vault } = await founded()
  await codeOf(vault.unlock('1001', 'wrong guess', NOON))
  await codeOf(vault.unlock('1001', 'wrong guess', NOON))
  expect((await vault.unlock('1001', PASSPHRASE, NOON)).failuresBefore).toBe(2)
  expect((await vault.unlock('1001', PASSPHRASE, NOON)).failuresBefore).toBe(0)
})

test('a passphrase has at least eight characters and is not the staff number', async () => {
  const { vault, dataKey } = await founded()
  expect(await codeOf(vault.addSlot(dataKey, '1002', '七个字不够长啊'))).toBe('session.weakPassphrase')
  expect(await codeOf(vault.addSlot(dataKey, '12345678', '12345678'))).toBe('session.weakPassphrase')
  expect(await codeOf(vault.addSlot(dataKey, '1002', '八个汉字就够长啦'))).toBe('opened')
})

test('changing a passphrase closes the old one and keeps the key', async () => {
  const { vault, dataKey } = await founded()
  await vault.changePassphrase('1001', PASSPHRASE, 'another horse', NOON)
  expect(await codeOf(vault.unlock('1001', PASSPHRASE, NOON))).toBe('session.wrongPassphrase')
  const opened = await vault.unlock('1001', 'another horse', NOON)
  expect(Buffer.from(opened.dataKey)).toEqual(Buffer.from(dataKey))
})

test('a suspended slot opens with no passphrase, and comes back with the old one', async () => {
  const { vault, dataKey } = await founded()
  await vault.addSlot(dataKey, '1002', 'second person')
  await vault.suspend(dataKey, '1002')
  expect(vault.staffNos()).toEqual(['1001'])
  expect(await codeOf(vault.unlock('1002', 'second person', NOON))).toBe('session.wrongPassphrase')
  await vault.resume(dataKey, '1002')
  expect(await codeOf(vault.unlock('1002', 'second person', NOON))).toBe('opened')
})

test('slots that are added at the same moment are all kept', async () => {
  const { vault, dataKey } = await founded()
  await Promise.all(['2001', '2002', '2003'].map((no) => vault.addSlot(dataKey, no, `passphrase of ${no}`)))
  expect([...vault.staffNos()].sort()).toEqual(['1001', '2001', '2002', '2003'])
})

test('the slots open on no other device: not without its secret, not with another', async () => {
  await founded()
  rmSync(join(folder, 'device.key'))
  expect(() => Vault.at(folder, plainProtector)).toThrowError('vault.deviceMismatch')
  const elsewhere = mkdtempSync(join(tmpdir(), 'huiyan-vault-'))
  await Vault.found(elsewhere, plainProtector, '别处', { no: '1001', passphrase: PASSPHRASE })
  writeFileSync(join(folder, 'device.key'), readFileSync(join(elsewhere, 'device.key')))
  rmSync(elsewhere, { recursive: true })
  expect(() => Vault.at(folder, plainProtector)).toThrowError('vault.deviceMismatch')
})

test('a secret that the system guards is not read without the system', async () => {
  const guarded: DeviceProtector = {
    kind: 'safe-storage',
    protect: (secret) => secret.map((byte) => byte ^ 0x5a),
    unprotect: (kept) => kept.map((byte) => byte ^ 0x5a),
  }
  await founded(guarded)
  expect(await codeOf(Vault.at(folder, guarded).unlock('1001', PASSPHRASE, NOON))).toBe('opened')
  expect(() => Vault.at(folder, plainProtector)).toThrowError('vault.deviceMismatch')
})

test('a newer version’s vault is named as that, and never rewritten', async () => {
  await founded()
  const path = join(folder, VAULT_FILE)
  const newer = readFileSync(path, 'utf8').replace('"version": 2', '"version": 3')
  writeFileSync(path, newer)
  expect(() => Vault.at(folder, plainProtector)).toThrowError('vault.tooNew')
  expect(readFileSync(path, 'utf8')).toBe(newer)
})

test('whatever byte of the vault is changed, it is refused or still opens to the same key', async () => {
  const { dataKey } = await founded()
  const path = join(folder, VAULT_FILE)
  const whole = readFileSync(path)
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ flip
      writeFileSync(path, changed)
      const opened = await opening()
      if (opened !== null) expect(Buffer.from(opened)).toEqual(Buffer.from(dataKey))
    }),
    { numRuns: 150 },
  )
})

/** What failed before is over: a lock-out would hide what a changed byte does. */
let dayAfterDayMs = 0

async function opening(): Promise<Uint8Array | null> {
  dayAfterDayMs += 24 * 3_600_000
  try {
    return (await Vault.at(folder, plainProtector, () => dayAfterDayMs).unlock('1001', PASSPHRASE, NOON))
      .dataKey
  } catch {
    return null
  }
}
