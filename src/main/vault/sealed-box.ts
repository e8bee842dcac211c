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

/**
 * The secret, or null where key, label or any byte of the box differs from what was sealed. It lies in memory of its own:
 * whoever asked overwrites it.
 */
export function unseal(key: Uint8Array, label: string, box: SealedBox): Uint8Array | null {
  const bytes = Buffer.from(box, 'base64')
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES))
  decipher.setAAD(Buffer.from(label))
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES))
  // A stream cipher: what is put in comes out at once, and the end adds nothing.
  const clear = decipher.update(bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES))
  try {
    decipher.final()
    const secret = secretMemory(clear.length)
    secret.set(clear)
    return secret
  } catch {
    return null
  } finally {
    clear.fill(0)
  }
}

/**
 * Memory for one secret. It is shared, so that handing it to a thread makes no copy, and overwriting it once overwrites it
 * for all. It lies outside V8's heap: small buffers lie inside, where moving one leaves a copy behind, or in a block that
 * Node shares among them and never overwrites.
 */
export function secretMemory(bytes = KEY_BYTES): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(bytes))
}

/** A key of its own for one purpose (RFC 5869). Whoever asked overwrites it. */
export function keyFor(purpose: string, secret: Uint8Array, salt: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, salt, purpose, KEY_BYTES))
}

/** Works with a key that is made for this alone, and overwrites it afterwards. */
export function withKey<T>(key: Uint8Array, work: (key: Uint8Array) => T): T {
  try {
    return work(key)
  } finally {
    key.fill(0)
  }
}
