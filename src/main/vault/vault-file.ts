import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { chainMemorySchema } from './chain-memory.ts'
import { writeDurably } from './durable-file.ts'
import { keySlotSchema } from './key-slot.ts'
import { attemptsSchema } from './lock-out.ts'
import { sealedBoxSchema } from './sealed-box.ts'

export const VAULT_VERSION = 1
export const VAULT_FILE = 'vault.json'
/** The vault of a branch that is being founded; it takes its name when everything else is there. */
export const FOUNDING_FILE = 'vault.founding.json'

const staffNo = z.string().regex(/^[0-9A-Za-z]{2,16}$/)

const vaultContentSchema = z.strictObject({
  version: z.literal(VAULT_VERSION),
  branchName: z.string().min(1).max(60),
  /** Which device secret the slots need. */
  deviceId: z.string(),
  /** The first bytes of `branch.db`, which are not encrypted: they tell another branch's file from a damaged one. */
  databaseSalt: z.string().nullable(),
  slots: z.record(staffNo, keySlotSchema),
  /** Slots of staff off duty, sealed under the data key: their passphrase alone opens nothing. */
  suspended: z.record(staffNo, sealedBoxSchema),
  /** Failures by a digest of the staff number that was typed: somebody may type a passphrase into that field. */
  attempts: z.record(z.string(), attemptsSchema),
  /** Only in a backup: opens without the device it was made on. */
  recovery: z.strictObject({ staffNo, slot: keySlotSchema }).nullable(),
  /** Absent until a version that keeps a witness has opened the branch. */
  chain: z.exactOptional(chainMemorySchema),
})

export type VaultContent = z.infer<typeof vaultContentSchema>

export function hasVault(folder: string): boolean {
  return existsSync(join(folder, VAULT_FILE))
}

/** Throws `vault.unreadable`, or `vault.tooNew` for the file of a newer version of the product. */
export function readVaultFile(path: string): VaultContent {
  const json = jsonIn(path)
  const version = versionIn(json)
  if (version !== null && version > VAULT_VERSION) {
    throw new AppError('vault.tooNew', { found: version, known: VAULT_VERSION })
  }
  const parsed = vaultContentSchema.safeParse(json)
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path.map(String)[0] ?? ''
    throw new AppError('vault.unreadable', { cause: 'malformed', at })
  }
  return parsed.data
}

export function writeVaultFile(path: string, content: VaultContent): void {
  writeDurably(path, `${JSON.stringify(content, null, 2)}\n`)
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new AppError('vault.unreadable', {
      cause: error instanceof SyntaxError ? 'malformed' : 'unreadable',
    })
  }
}

function versionIn(json: unknown): number | null {
  if (typeof json !== 'object' || json === null || !('version' in json)) return null
  return typeof json.version === 'number' ? json.version : null
}
