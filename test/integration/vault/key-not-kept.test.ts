import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { plainProtector } from '../../../src/main/vault/device-protector.ts'
import type * as staffSlot from '../../../src/main/vault/staff-slot.ts'
import { Vault } from '../../../src/main/vault/vault.ts'
import { KEEPER, KEEPER_PASSPHRASE, makeSmallBranch } from '../../support/vault/small-branch.ts'

/** Keys that slots opened with, and what happens next. */
const opened = vi.hoisted(() => ({ keys: Array.of<Uint8Array>(), next: () => {} }))

vi.mock('../../../src/main/vault/staff-slot.ts', async (importOriginal) => {
  const real = await importOriginal<typeof staffSlot>()
  return {
    ...real,
    openStaffSlot: async (...args: Parameters<typeof real.openStaffSlot>) => {
      const key = await real.openStaffSlot(...args)
      if (key !== null) opened.keys.push(key)
      opened.next()
      return key
    },
  }
})

let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-key-kept-'))
  await makeSmallBranch(folder, 'word')
  opened.keys.length = 0
})
afterEach(() => {
  opened.next = () => {}
  rmSync(folder, { recursive: true, force: true })
})

test('the data key is overwritten where the sign-in fails behind the right passphrase', async () => {
  // The vault is damaged while the passphrase is tried.
  opened.next = () => writeFileSync(join(folder, 'vault.json'), 'no vault')
  const vault = Vault.at(folder, plainProtector)
  await expect(vault.unlock(KEEPER, KEEPER_PASSPHRASE, Date.now())).rejects.toThrow('vault.unreadable')
  expect(opened.keys.map((key) => key.every((byte) => byte === 0))).toEqual([true])
})
