import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { chainMemorySchema } from './chain-memory.ts'
import { OWNER_ONLY, writeDurably } from './durable-file.ts'
import { keySlotSchema } from './key-slot.ts'
import { attemptsSchema } from './lock-out.ts'
import { sealedBoxSchema } from './sealed-box.ts'
import { staffSlotSchema } from './staff-slot.ts'
import { databaseIn, databaseSaltOf, hasDatabase } from './store-files.ts'

export const VAULT_VERSION = 2
export const VAULT_FILE = 'vault.json'
/** The vault of a branch that is being founded; it takes its name when everything else is there. */
export const FOUNDING_FILE = 'vault.founding.json'

const staffNo = z.string().regex(/^[0-9A-Za-z]{2,16}$/)

const holdersSchema = z.strictObject({
  /** The first bytes of `branch.db`, which are not encrypted: they tell another branch's file from a damaged one. */
  databaseSalt: z.string().nullable(),
  slots: z.record(staffNo, staffSlotSchema),
  /** Slots of staff off duty, sealed under the data key: their passphrase alone opens nothing. */
  suspended: z.record(staffNo, sealedBoxSchema),
})

/** Who holds the key of which file. */
export type Holders = z.infer<typeof holdersSchema>

const vaultContentSchema = z.strictObject({
  version: z.literal(VAULT_VERSION),
  branchName: z.string().min(1).max(60),
  /** Which device secret the slots need. */
  deviceId: z.string(),
  ...holdersSchema.shape,
  /** Failures by a digest of the staff number that was typed: somebody may type a passphrase into that field. */
  attempts: z.record(z.string(), attemptsSchema),
  /** Whether they also stand in a file beside this one (`attempts-file.ts`); absent until a version that keeps it has written. */
  attemptsKept: z.exactOptional(z.literal(true)),
  /** Only in a backup: opens without the device it was made on. */
  recovery: z.strictObject({ staffNo, slot: keySlotSchema }).nullable(),
  /** Absent until a version that keeps a witness has opened the branch. */
  chain: z.exactOptional(chainMemorySchema),
  /** `due` once somebody who could open the branch no longer may: an earlier copy of this file still lets them. */
  keyChange: z.enum(['none', 'due']),
  /** Takes the place of the holders above as soon as `branch.db` is the file that it speaks of. */
  next: holdersSchema.nullable(),
})

export type VaultContent = z.infer<typeof vaultContentSchema>

export function hasVault(folder: string): boolean {
  return existsSync(join(folder, VAULT_FILE))
}

/**
 * What the file says, as it holds for the `branch.db` that lies beside it.
 * Throws `vault.unreadable`, or `vault.tooNew` for the file of a newer version of the product.
 */
export function readVaultFile(path: string): VaultContent {
  const json = jsonIn(path)
  const version = versionIn(json)
  if (version !== null && version > VAULT_VERSION) {
    throw new AppError('vault.tooNew', { found: version, known: VAULT_VERSION })
  }
  const parsed = vaultContentSchema.safeParse(version === 1 ? fromVersion1(json) : json)
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path.map(String)[0] ?? ''
    throw new AppError('vault.unreadable', { cause: 'malformed', at })
  }
  return settled(parsed.data, dirname(path))
}

/** Version 1 had no change of the key. Its own fields are kept as they are. */
function fromVersion1(json: unknown): unknown {
  return typeof json === 'object' ? { ...json, version: VAULT_VERSION, keyChange: 'none', next: null } : json
}

/** A change of the key that was interrupted counts as done once the file with the new key is in place, else as not begun. */
function settled(content: VaultContent, folder: string): VaultContent {
  const { next } = content
  if (next === null) return content
  const isInPlace = hasDatabase(folder) && databaseSaltOf(databaseIn(folder)) === next.databaseSalt
  return isInPlace ? { ...content, ...next, keyChange: 'none', next: null } : { ...content, next: null }
}

/** @param mayReplace throws where the vault is no longer the caller's to change; asked when all is written but the name */
export function writeVaultFile(path: string, content: VaultContent, mayReplace?: () => void): void {
  writeDurably(path, `${JSON.stringify(content, null, 2)}\n`, OWNER_ONLY, mayReplace)
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
