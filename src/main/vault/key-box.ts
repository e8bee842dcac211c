import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto'
import { z } from 'zod'
import { KEY_BYTES, keyFor, seal, sealedBoxSchema, secretMemory, unseal, withKey } from './sealed-box.ts'

/** What stands before the 32 bytes of an X25519 key in its DER form (RFC 8410). */
const PUBLIC_HEAD = Buffer.from('302a300506032b656e032100', 'hex')
const PRIVATE_HEAD = Buffer.from('302e020100300506032b656e04220420', 'hex')

export const keyBoxSchema = z.strictObject({
  /** A public key that was made for this box alone, as base64. */
  from: z.base64(),
  box: sealedBoxSchema,
})

/** A secret for the holder of one private key (X25519, HKDF, AES-256-GCM): whoever seals it needs no passphrase. */
export type KeyBox = z.infer<typeof keyBoxSchema>

export interface KeyPair {
  /** As base64. */
  readonly publicKey: string
  /** 32 bytes; whoever asked overwrites them. */
  readonly privateKey: Uint8Array
}

export function newKeyPair(): KeyPair {
  const pair = generateKeyPairSync('x25519')
  const der = pair.privateKey.export({ type: 'pkcs8', format: 'der' })
  const privateKey = secretMemory()
  privateKey.set(der.subarray(-KEY_BYTES))
  der.fill(0)
  return { publicKey: rawPublic(pair.publicKey).toString('base64'), privateKey }
}

/** @param label what the box is for; opening it under another label fails */
export function sealFor(publicKey: string, label: string, secret: Uint8Array): KeyBox {
  const once = generateKeyPairSync('x25519')
  const from = rawPublic(once.publicKey).toString('base64')
  const shared = diffieHellman({ privateKey: once.privateKey, publicKey: publicKeyOf(publicKey) })
  const key = boxKey(shared, from, publicKey)
  return { from, box: withKey(key, () => seal(key, label, secret)) }
}

/** The secret, or null where key, label or a byte of the box is not what was sealed for. */
export function openWith(pair: KeyPair, label: string, { from, box }: KeyBox): Uint8Array | null {
  try {
    const shared = diffieHellman({ privateKey: privateKeyOf(pair.privateKey), publicKey: publicKeyOf(from) })
    const key = boxKey(shared, from, pair.publicKey)
    return withKey(key, () => unseal(key, label, box))
  } catch {
    // Bytes that are no key.
    return null
  }
}

/** Both public keys are bound in: a box that is put beside another key opens nothing. */
function boxKey(shared: Buffer, from: string, to: string): Uint8Array {
  const both = Buffer.concat([Buffer.from(from, 'base64'), Buffer.from(to, 'base64')])
  return withKey(shared, () => keyFor('huiyan key box 1', shared, both))
}

function rawPublic(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' }).subarray(-KEY_BYTES)
}

function publicKeyOf(base64: string): KeyObject {
  const der = Buffer.concat([PUBLIC_HEAD, Buffer.from(base64, 'base64')])
  return createPublicKey({ key: der, type: 'spki', format: 'der' })
}

function privateKeyOf(raw: Uint8Array): KeyObject {
  const der = Buffer.from(secretMemory(PRIVATE_HEAD.length + raw.length).buffer)
  der.set(PRIVATE_HEAD)
  der.set(raw, PRIVATE_HEAD.length)
  try {
    return createPrivateKey({ key: der, type: 'pkcs8', format: 'der' })
  } finally {
    der.fill(0)
  }
}
