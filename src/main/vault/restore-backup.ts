import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import type { Witness } from '../../shared/domain/branch/witness.ts'
import { endOfChain, gapBehind } from '../engine/chain/chain-gap.ts'
import { Connection } from '../engine/connection.ts'
import { syncFile } from '../engine/flush.ts'
import { NEWEST_VERSION, versionOf } from '../engine/migrations/index.ts'
import type { BackupManifest } from './backup-manifest.ts'
import type { DeviceProtector } from './device-protector.ts'
import { deviceIdOf, deviceSecretForRestore } from './device-secret.ts'
import { makeFolder, OWNER_ONLY, syncFolder } from './durable-file.ts'
import { holdFolder } from './folder-lock.ts'
import { openKeySlot } from './key-slot.ts'
import { knownEndIn } from './known-witnesses.ts'
import { stageName, sweepLeftovers } from './leftovers.ts'
import { otherOpeners } from './open-marker.ts'
import { filesOfBranch, isReplacing, replaceBranch, settleReplacement } from './replace-branch.ts'
import { sealStaffSlot } from './staff-slot.ts'
import { DATABASE_FILE, databaseSaltOf } from './store-files.ts'
import { unpackBackup } from './unpack-backup.ts'
import { readVaultFile, VAULT_FILE, type VaultContent, writeVaultFile } from './vault-file.ts'

export interface RestoreOrder {
  readonly file: string
  readonly folder: string
  readonly protector: DeviceProtector
  /** Of the person who made the backup. */
  readonly passphrase: string
  /** UTC ms; names the folder that the old files are kept in. */
  readonly nowAt: number
  /** Only for machines whose packaged addon does not fit. */
  readonly nativeBinding?: string | undefined
}

export interface Restored {
  readonly manifest: BackupManifest
  /** Name of the folder, inside the data folder, that holds what was there before; null where nothing was. */
  readonly keptAside: string | null
  /** Numbers that can sign in now. */
  readonly staffNos: readonly string[]
}

/**
 * Puts a backup in the place of the folder's branch. Everything is unpacked, proved and opened beside it first; then
 * the old files move aside, and the vault, without which nothing opens, moves in last (`replaceBranch`).
 * Throws `backup.*`, `session.wrongPassphrase`, `session.alreadyOpen` while a process has the branch open, what
 * `holdFolder` throws while another founds or replaces one, `engine.*`.
 */
export async function restoreBackup(order: RestoreOrder): Promise<Restored> {
  const { folder } = order
  makeFolder(folder)
  settleReplacement(folder)
  requireClosed(folder)
  sweepLeftovers(folder)
  const stage = mkdtempSync(join(folder, stageName('restoring')))
  try {
    const manifest = await unpackBackup(order.file, stage)
    const vault = await adopt(order, stage, manifest)
    const keptAside = takePlace(folder, stage, order.nowAt)
    return { manifest, keptAside, staffNos: Object.keys(vault.slots) }
  } catch (error) {
    // Where not even putting back succeeded, the next start needs it.
    if (!isReplacing(folder)) rmSync(stage, { recursive: true, force: true })
    throw error
  }
}

/** Proving a large backup takes minutes, in which somebody may have signed in, founded a branch, or restored one. */
function takePlace(folder: string, stage: string, nowAt: number): string | null {
  const hold = holdFolder(folder, 'restoring')
  try {
    // One that could not be settled: its order must not be written over.
    if (isReplacing(folder)) throw new AppError('session.beingRestored')
    requireClosed(folder)
    const keptAside = asideFor(folder, nowAt)
    hold.requireOwn()
    replaceBranch(folder, { stage: basename(stage), aside: keptAside })
    return keptAside
  } finally {
    hold.letGo()
  }
}

function requireClosed(folder: string): void {
  if (otherOpeners(folder).length > 0) throw new AppError('session.alreadyOpen')
}

/** Opens the unpacked branch with the recovery slot and makes its vault this device's own. */
async function adopt(order: RestoreOrder, stage: string, manifest: BackupManifest): Promise<VaultContent> {
  const { staffNo, createdAt, witness } = manifest
  const path = join(stage, VAULT_FILE)
  const content = readVaultFile(path)
  const recovery = content.recovery
  if (recovery === null || recovery.staffNo !== staffNo)
    throw new AppError('backup.notABackup', { cause: 'slot' })
  const dataKey = await openKeySlot(recovery.slot, staffNo, order.passphrase, { backup: true })
  if (dataKey === null) throw new AppError('session.wrongPassphrase')
  const database = join(stage, DATABASE_FILE)
  chmodSync(database, OWNER_ONLY)
  const end = endOfSound(database, dataKey, witness, order.nativeBinding)
  const device = deviceSecretForRestore(order.folder, order.protector, order.nowAt)
  const sameDevice = deviceIdOf(device) === content.deviceId
  const slot = await sealStaffSlot(dataKey, staffNo, order.passphrase, { device })
  dataKey.fill(0)
  const { attemptsKept: _ofItsOwnFolder, ...brought } = content
  const adopted: VaultContent = {
    ...brought,
    deviceId: deviceIdOf(device),
    databaseSalt: databaseSaltOf(database),
    // Slots of another device can never open here; their owners are given new ones.
    slots: { ...(sameDevice ? content.slots : {}), [staffNo]: slot },
    suspended: sameDevice ? content.suspended : {},
    attempts: {},
    recovery: null,
    // The next sign-in puts both ends into the chain.
    chain: {
      witness: end,
      restored: { restoredAt: order.nowAt, createdAt, end, replaced: knownEndIn(order.folder) },
      checked: null,
    },
    // Whoever has had the backup in hand, or left since it was made, may know its key.
    keyChange: 'due',
    next: null,
  }
  writeVaultFile(path, adopted)
  // What takes the branch's place is on the disk before a name changes.
  syncFile(database)
  syncFolder(stage)
  return adopted
}

/**
 * Reads every page of the copy, and the end of its chain. Throws `engine.damaged`, `engine.tooNew`, and `backup.unreadable` where its
 * chain lacks what the manifest says of it.
 */
function endOfSound(
  file: string,
  dataKey: Uint8Array,
  witness: Witness | undefined,
  nativeBinding: string | undefined,
): Witness {
  const connection = Connection.open({ file, dataKey, mode: 'reader', nativeBinding })
  try {
    const found = versionOf(connection)
    if (found > NEWEST_VERSION) throw new AppError('engine.tooNew', { found, known: NEWEST_VERSION })
    if (connection.pragma('integrity_check') !== 'ok')
      throw new AppError('engine.damaged', { cause: 'backup' })
    if (witness !== undefined && gapBehind(connection, witness) !== null)
      throw new AppError('backup.unreadable', { cause: 'chain' })
    return endOfChain(connection)
  } finally {
    connection.close()
    for (const ending of ['-wal', '-shm']) rmSync(`${file}${ending}`, { force: true })
  }
}

/** The name of the folder that keeps what a damaged branch left; null where nothing was. */
function asideFor(folder: string, nowAt: number): string | null {
  return filesOfBranch(folder).length === 0 ? null : asideName(folder, nowAt)
}

function asideName(folder: string, nowAt: number): string {
  const stamp = new Date(nowAt).toISOString().replace(/[-:]/g, '').replace(/\..*/, 'Z')
  const name = `damaged-${stamp}`
  return existsSync(join(folder, name)) ? `${name}-${process.pid}` : name
}
