import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { witnessSchema } from '../engine/chain/witness-file.ts'
import { DATABASE_FILE } from './store-files.ts'
import { VAULT_FILE } from './vault-file.ts'

export const MANIFEST_FILE = 'manifest.json'
export const BACKUP_VERSION = 1

const fileSchema = z.strictObject({ bytes: z.int().min(0), sha256: z.string().length(64) })

/** What a backup says of itself: enough to know it whole before a single byte of it is used. */
export const manifestSchema = z.strictObject({
  kind: z.literal('huiyan-backup'),
  version: z.literal(BACKUP_VERSION),
  /** UTC ms. */
  createdAt: z.int(),
  /** Whose passphrase opens it on any machine. */
  staffNo: z.string(),
  /** The end of the audit's chain shortly before the copy, which must contain it. Absent in older backups. */
  witness: z.exactOptional(witnessSchema),
  files: z.strictObject({ [DATABASE_FILE]: fileSchema, [VAULT_FILE]: fileSchema }),
})

export type BackupManifest = z.infer<typeof manifestSchema>
export type FileSeal = z.infer<typeof fileSchema>

/** Length and SHA-256 of a file, read in pieces. */
export async function sealOf(path: string): Promise<FileSeal> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return { bytes: (await stat(path)).size, sha256: hash.digest('hex') }
}
