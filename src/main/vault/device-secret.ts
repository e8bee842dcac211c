import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { moveDurably } from '../engine/flush.ts'
import type { DeviceProtector } from './device-protector.ts'
import { writeDurably } from './durable-file.ts'
import { KEY_BYTES } from './sealed-box.ts'

const FILE = 'device.key'

const deviceFileSchema = z.strictObject({
  version: z.literal(1),
  /** Who guards the bytes, as it was when they were written. */
  kind: z.enum(['safe-storage', 'plain']),
  secret: z.base64(),
})

/**
 * The 32 bytes that tie key slots to this installation. Made at the first call.
 * Throws `vault.deviceMismatch` where the file cannot be opened here: another machine, another user, a damaged file.
 */
export function deviceSecret(folder: string, protector: DeviceProtector): Uint8Array {
  const path = join(folder, FILE)
  if (!existsSync(path)) return newSecret(path, protector)
  const parsed = deviceFileSchema.safeParse(jsonIn(path))
  if (!parsed.success) throw new AppError('vault.deviceMismatch', { cause: 'damaged' })
  return secretIn(parsed.data, protector)
}

/**
 * The secret for a branch that a backup brings: as `deviceSecret`, but a damaged file, which opens nothing any more, is
 * kept beside a new one. Throws `vault.deviceMismatch` for one that the operating system guards from us.
 */
export function deviceSecretForRestore(
  folder: string,
  protector: DeviceProtector,
  nowAt: number,
): Uint8Array {
  try {
    return deviceSecret(folder, protector)
  } catch (error) {
    if (!(error instanceof AppError) || error.detail.cause !== 'damaged') throw error
    moveDurably(join(folder, FILE), join(folder, `${FILE}.damaged-${nowAt}`))
    return deviceSecret(folder, protector)
  }
}

export function hasDeviceSecret(folder: string): boolean {
  return existsSync(join(folder, FILE))
}

/** An identifier of the secret that reveals nothing about it. */
export function deviceIdOf(secret: Uint8Array): string {
  return createHmac('sha256', secret).update('huiyan device').digest('hex').slice(0, 32)
}

function newSecret(path: string, protector: DeviceProtector): Uint8Array {
  const secret = randomBytes(KEY_BYTES)
  const kept = Buffer.from(protector.protect(secret)).toString('base64')
  writeDurably(path, JSON.stringify({ version: 1, kind: protector.kind, secret: kept }))
  return secret
}

function secretIn(file: z.infer<typeof deviceFileSchema>, protector: DeviceProtector): Uint8Array {
  const kept = Buffer.from(file.secret, 'base64')
  if (file.kind === 'plain') return requireWhole(kept)
  if (protector.kind !== file.kind) throw new AppError('vault.deviceMismatch', { cause: 'protector' })
  try {
    return requireWhole(protector.unprotect(kept))
  } catch {
    throw new AppError('vault.deviceMismatch', { cause: 'refused' })
  }
}

function requireWhole(secret: Uint8Array): Uint8Array {
  if (secret.length !== KEY_BYTES) throw new AppError('vault.deviceMismatch', { cause: 'damaged' })
  return secret
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}
