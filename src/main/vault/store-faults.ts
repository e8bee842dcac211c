import { accessSync, constants, existsSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import type { StoreFault } from '../../shared/contract/session.ts'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { writeDurably } from './durable-file.ts'
import { isWalMissing } from './open-marker.ts'
import { isReplacing, settleReplacement } from './replace-branch.ts'
import { databaseIn, databaseSaltOf, hasDatabase, requireDatabase } from './store-files.ts'
import { FOUNDING_FILE, hasVault, readVaultFile, VAULT_FILE } from './vault-file.ts'

const MIB = 1024 * 1024
/** Below this a day's commits and their WAL may not fit. */
export const LEAST_FREE_BYTES = 32 * MIB

export type StoreCondition =
  | { readonly state: 'no-branch' }
  | { readonly state: 'faulty'; readonly fault: StoreFault }
  | { readonly state: 'ready'; readonly branchName: string }

/** Free bytes where the folder is; a test passes its own. */
export type FreeBytes = (folder: string) => number

export const freeBytesOf: FreeBytes = (folder) => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** What can be told about the stored files without a key. Never throws. */
export function inspectStore(folder: string, freeBytes: FreeBytes = freeBytesOf): StoreCondition {
  try {
    if (existsSync(folder)) settleReplacement(folder)
    // Half of it may lie elsewhere: nobody is told that there is no branch.
    if (isReplacing(folder)) throw new AppError('session.beingRestored')
    if (isEmptyOfBranch(folder)) return { state: 'no-branch' }
    requireWritable(folder)
    if (!hasVault(folder)) throw new AppError('vault.unreadable', { cause: 'missing' })
    const { branchName } = readVaultFile(join(folder, VAULT_FILE))
    requireRoom(folder, freeBytes)
    requireDatabase(folder)
    if (isWalMissing(folder)) throw new AppError('engine.walMissing')
    return { state: 'ready', branchName }
  } catch (error) {
    return { state: 'faulty', fault: faultOf(error) ?? UNEXPLAINED }
  }
}

const UNEXPLAINED: StoreFault = { code: 'vault.unreadable', detail: { cause: 'unexplained' } }

/**
 * The condition of the files that a refusal speaks of, or null for one that is about something else: a passphrase, a
 * busy writer.
 */
export function faultOf(error: unknown): StoreFault | null {
  if (!(error instanceof AppError)) return null
  switch (error.code) {
    case 'engine.damaged':
    case 'engine.wrongKey':
    case 'engine.walMissing':
    case 'engine.chainShort':
    case 'engine.chainChanged':
    case 'engine.witnessMissing':
    case 'engine.clockBehind':
    case 'engine.clockAhead':
    case 'engine.tooNew':
    case 'engine.readOnly':
    case 'engine.diskFull':
    case 'vault.unreadable':
    case 'vault.deviceMismatch':
    case 'vault.tooNew':
    case 'session.beingRestored':
      return { code: error.code, detail: error.detail }
    default:
      return null
  }
}

/**
 * A file that does not open with the right key: damaged, or another branch's file in this folder. And one beside which
 * SQLite cannot open its log: it does not say whether nothing may be written there or nothing fits.
 */
export function explainUnopened(appError: AppError, folder: string, expectedSalt: string | null): AppError {
  if (appError.code === 'engine.readOnly' && takesNothingMore(folder)) {
    return new AppError('engine.diskFull', { ...appError.detail })
  }
  if (appError.code !== 'engine.damaged' || expectedSalt === null) return appError
  const foreign = hasDatabase(folder) && databaseSaltOf(databaseIn(folder)) !== expectedSalt
  return foreign ? new AppError('engine.wrongKey', { cause: 'otherFile' }) : appError
}

function takesNothingMore(folder: string): boolean {
  const probe = join(folder, `room-${process.pid}.probe`)
  try {
    writeDurably(probe, '?')
    rmSync(probe, { force: true })
    return false
  } catch (error) {
    return error instanceof AppError && error.code === 'engine.diskFull'
  }
}

/** True before a branch was founded, and where founding one was interrupted. */
function isEmptyOfBranch(folder: string): boolean {
  if (!existsSync(folder)) return true
  if (hasVault(folder)) return false
  return existsSync(join(folder, FOUNDING_FILE)) || !hasDatabase(folder)
}

function requireWritable(folder: string): void {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    for (const name of readdirSync(folder)) {
      if (name.startsWith('branch.db') || name === VAULT_FILE) {
        accessSync(join(folder, name), constants.R_OK | constants.W_OK)
      }
    }
  } catch {
    throw new AppError('engine.readOnly', { cause: 'folder' })
  }
}

function requireRoom(folder: string, freeBytes: FreeBytes): void {
  const free = freeBytes(folder)
  if (free < LEAST_FREE_BYTES) {
    throw new AppError('engine.diskFull', {
      freeMiB: Math.floor(free / MIB),
      neededMiB: LEAST_FREE_BYTES / MIB,
    })
  }
}
