import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { extract } from 'tar'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { appErrorOf } from '../engine/faults.ts'
import { syncFile, syncFolder } from '../engine/flush.ts'
import { type BackupManifest, MANIFEST_FILE, manifestSchema, sealOf } from './backup-manifest.ts'
import { DATABASE_FILE } from './store-files.ts'
import { VAULT_FILE } from './vault-file.ts'

const EXPECTED: readonly string[] = [MANIFEST_FILE, VAULT_FILE, DATABASE_FILE]

/**
 * Unpacks a backup into an empty folder, proves that every file is what its manifest says, and flushes them.
 * Throws `backup.unreadable` for a missing or torn file, `backup.notABackup` for any other tar file, `engine.diskFull`.
 */
export async function unpackBackup(file: string, into: string): Promise<BackupManifest> {
  if (!existsSync(file)) throw new AppError('backup.unreadable', { cause: 'missing' })
  const sizes = new Map<string, number>()
  const filter = (path: string, entry: object) => {
    if (!isExpected(path, entry)) return false
    sizes.set(path, 'size' in entry ? Number(entry.size) : 0)
    return true
  }
  await extract({ file, cwd: into, strict: true, filter }).catch((error: unknown) => {
    const known = appErrorOf(error)
    throw known.code === 'engine.internal' ? new AppError('backup.unreadable', { cause: 'torn' }) : known
  })
  requireWritten(into, sizes)
  const manifest = manifestIn(into)
  await requireSealed(into, manifest)
  for (const name of EXPECTED) syncFile(join(into, name))
  syncFolder(into)
  return manifest
}

/** The library takes no notice where a disk that fills up takes only a part of a write. */
function requireWritten(folder: string, sizes: ReadonlyMap<string, number>): void {
  for (const [name, size] of sizes) {
    const written = statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0
    if (written < size) throw new AppError('engine.diskFull', { cause: 'short' })
  }
}

/** Only plain files of the three names: no links, no folders, nothing that could leave the folder. */
function isExpected(path: string, entry: object): boolean {
  return EXPECTED.includes(path) && 'type' in entry && entry.type === 'File'
}

function manifestIn(folder: string): BackupManifest {
  const path = join(folder, MANIFEST_FILE)
  if (!existsSync(path)) throw new AppError('backup.notABackup', { cause: 'manifest' })
  const parsed = manifestSchema.safeParse(jsonOf(readFileSync(path, 'utf8')))
  if (!parsed.success) throw new AppError('backup.notABackup', { cause: 'manifest' })
  return parsed.data
}

async function requireSealed(folder: string, { files }: BackupManifest): Promise<void> {
  for (const [name, expected] of Object.entries(files)) {
    const path = join(folder, name)
    if (!existsSync(path)) throw new AppError('backup.unreadable', { cause: 'missing', file: name })
    const found = await sealOf(path)
    if (found.sha256 !== expected.sha256)
      throw new AppError('backup.unreadable', { cause: 'changed', file: name })
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
