import { chmodSync, createWriteStream, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { create } from 'tar'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import type { Witness } from '../../shared/domain/branch/witness.ts'
import { appErrorOf } from '../engine/faults.ts'
import { moveDurably } from '../engine/flush.ts'
import { BACKUP_VERSION, type BackupManifest, MANIFEST_FILE, sealOf } from './backup-manifest.ts'
import { OWNER_ONLY } from './durable-file.ts'
import { backupStageName, sweepBackupStages } from './leftovers.ts'
import { DATABASE_FILE } from './store-files.ts'
import { VAULT_FILE, type VaultContent, writeVaultFile } from './vault-file.ts'

export interface BackupOrder {
  readonly target: string
  /** UTC ms. */
  readonly nowAt: number
  readonly staffNo: string
  /** The end of the audit's chain, taken before the copy is. */
  readonly witness: Witness
  /** With the recovery slot of `staffNo`. */
  readonly vault: VaultContent
  /** Writes a consistent copy of the encrypted database while work goes on. */
  readonly copyDatabase: (file: string) => Promise<void>
}

/**
 * Writes one tar file that holds everything another machine needs. It takes its name when it is whole, and never the
 * place of another file. Throws `backup.targetExists`, `backup.folderMissing`, `engine.diskFull`, `engine.readOnly`.
 */
export async function writeBackup(order: BackupOrder): Promise<BackupManifest> {
  const target = resolve(order.target)
  if (existsSync(target)) throw new AppError('backup.targetExists')
  if (!existsSync(dirname(target))) throw new AppError('backup.folderMissing')
  let stage: string | null = null
  try {
    sweepBackupStages(dirname(target))
    stage = mkdtempSync(join(dirname(target), backupStageName()))
    const manifest = await fillStage(stage, order)
    const packed = join(stage, 'packed.tar')
    await pack(stage, packed)
    moveDurably(packed, target)
    return manifest
  } catch (error) {
    throw appErrorOf(error)
  } finally {
    if (stage !== null) rmSync(stage, { recursive: true, force: true })
  }
}

/**
 * The stream is Node's own: the library's takes no notice where a disk that fills up takes only a part of a write. It is
 * flushed before it is closed, because the file must not get its name before its content is on the disk.
 */
async function pack(stage: string, packed: string): Promise<void> {
  const archive = create({ cwd: stage, portable: true }, [MANIFEST_FILE, VAULT_FILE, DATABASE_FILE])
  await pipeline(archive, createWriteStream(packed, { mode: OWNER_ONLY, flush: true }))
}

async function fillStage(stage: string, order: BackupOrder): Promise<BackupManifest> {
  const database = join(stage, DATABASE_FILE)
  const vault = join(stage, VAULT_FILE)
  await order.copyDatabase(database)
  chmodSync(database, OWNER_ONLY)
  writeVaultFile(vault, order.vault)
  const manifest: BackupManifest = {
    kind: 'huiyan-backup',
    version: BACKUP_VERSION,
    createdAt: order.nowAt,
    staffNo: order.staffNo,
    witness: order.witness,
    files: { [DATABASE_FILE]: await sealOf(database), [VAULT_FILE]: await sealOf(vault) },
  }
  writeFileSync(join(stage, MANIFEST_FILE), JSON.stringify(manifest), { mode: OWNER_ONLY })
  return manifest
}
