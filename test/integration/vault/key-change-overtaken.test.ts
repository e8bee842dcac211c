import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Connection } from '../../../src/main/engine/connection.ts'
import { plainProtector } from '../../../src/main/vault/device-protector.ts'
import { KeyChange } from '../../../src/main/vault/key-change.ts'
import { databaseIn } from '../../../src/main/vault/store-files.ts'
import { Vault } from '../../../src/main/vault/vault.ts'
import { AppError } from '../../../src/shared/domain/branch/app-error.ts'
import { OtherProcesses, sleepOver } from '../../support/vault/other-process.ts'
import {
  KEEPER,
  KEEPER_PASSPHRASE,
  makeSmallBranch,
  PEOPLE,
  saidTo,
} from '../../support/vault/small-branch.ts'

const others = new OtherProcesses()
let folder: string
let vault: Vault
let dataKey: Uint8Array
let change: KeyChange
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-overtaken-'))
  await makeSmallBranch(folder, 'before')
  vault = Vault.at(folder, plainProtector)
  await vault.removeSlot(PEOPLE[2][0])
  dataKey = (await vault.unlock(KEEPER, KEEPER_PASSPHRASE, Date.now())).dataKey
  const begun = KeyChange.begin(folder, vault)
  if (begun === null) throw new Error('not due')
  change = begun
})
afterEach(() => {
  others.end()
  change.end()
  rmSync(folder, { recursive: true, force: true })
})

const fill = () =>
  change.fill(async (file, under) => {
    const source = Connection.open({ file: databaseIn(folder), dataKey, mode: 'reader' })
    source.copyUnderKey(file, { from: dataKey, to: under }, undefined)
    source.close()
  })
const install = async () => change.install(vault, dataKey, new Set(PEOPLE.map(([no]) => no)))
const said = () => saidTo(folder, KEEPER, KEEPER_PASSPHRASE)
const lock = () => join(folder, 'folder.lock')

test('nobody came between: the copy takes the place', async () => {
  const before = vault.content().databaseSalt
  await fill()
  await install()
  expect(vault.content()).toMatchObject({ keyChange: 'none', next: null })
  expect(vault.content().databaseSalt).not.toBe(before)
  expect(await said()).toBe('before')
})

test('what another process committed and closed while this one slept is not lost: the old file stays', async () => {
  await fill()
  sleepOver(lock())
  expect(await others.writes(folder, 'imported at night', 'closes')).toBe('wrote')
  expect(readdirSync(folder)).not.toContain('branch.db-wal')
  await expect(install()).rejects.toThrow(new AppError('engine.busy'))
  expect(await said()).toBe('imported at night')
  expect(vault.content().keyChange).toBe('due')
})

test('the same while the copy is made', async () => {
  await change.fill(async (file, under) => {
    const source = Connection.open({ file: databaseIn(folder), dataKey, mode: 'reader' })
    source.copyUnderKey(file, { from: dataKey, to: under }, undefined)
    source.close()
    expect(await others.writes(folder, 'imported at night', 'closes')).toBe('wrote')
  })
  await expect(install()).rejects.toThrow(new AppError('engine.busy'))
  expect(await said()).toBe('imported at night')
})

test('another process has it open: nothing is put in its place', async () => {
  await fill()
  writeFileSync(join(folder, `open-${process.ppid}.marker`), JSON.stringify({ state: 'open' }))
  await expect(install()).rejects.toThrow(new AppError('engine.busy'))
})

test('another process sleeps with the branch open, and gives no sign of life: no copy is made', async () => {
  expect(await others.writes(folder, 'of a sleeper', 'stays')).toBe('wrote')
  await expect(fill()).rejects.toThrow(new AppError('engine.busy'))
  expect(readdirSync(folder).filter((name) => name.startsWith('rekeying-'))).toHaveLength(1)
})

test('another process took the folder over: nothing is touched', async () => {
  await fill()
  sleepOver(lock())
  expect(await others.takesFolder(folder)).toBe('held')
  const before = readFileSync(databaseIn(folder))
  await expect(install()).rejects.toThrow(new AppError('session.beingRestored'))
  expect(readFileSync(databaseIn(folder)).equals(before)).toBe(true)
  expect(vault.content().keyChange).toBe('due')
})
