import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
export const KEY_BYTES = 32

/** Bytes under AES-256-GCM: nonce, then ciphertext, then tag, as base64. */
export const sealedBoxSchema = z.base64()
export type SealedBox = z.infer<typeof sealedBoxSchema>

/**
 * @param key 32 bytes, used for no other purpose
 * @param label what the box is for; opening it under another label fails
 */
export function seal(key: Uint8Array, label: string, secret: Uint8Array): SealedBox {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(label))
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

/** The secret, or null where key, label or any byte of the box differs from what was sealed. */
export function unseal(key: Uint8Array, label: string, box: SealedBox): Uint8Array | null {
  const bytes = Buffer.from(box, 'base64')
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES))
  decipher.setAAD(Buffer.from(label))
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES))
  try {
    return Buffer.concat([
      decipher.update(bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES)),
      decipher.final(),
    ])
  } catch {
    return null
  }
}

/** A key of its own for one purpose (RFC 5869). */
export function keyFor(purpose: string, secret: Uint8Array, salt: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, salt, purpose, KEY_BYTES))
}
