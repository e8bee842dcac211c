import { randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'
import { KEY_BYTES, keyFor, seal, sealedBoxSchema, secretMemory, unseal, withKey } from './sealed-box.ts'

/** About 50 ms and 32 MiB a guess on a counter's PC. */
const SCRYPT = { N: 2 ** 15, r: 8, p: 1 } as const
/** A file may ask for more work than today's, within what a PC can do; less would be a way to weaken it. */
const MOST_WORK = { N: 2 ** 18, r: 16, p: 4 } as const
const SALT_BYTES = 16
const BYTES_PER_BLOCK = 128

const kdfSchema = z.strictObject({
  name: z.literal('scrypt'),
  N: z
    .int()
    .min(SCRYPT.N)
    .max(MOST_WORK.N)
    .refine((n) => Number.isInteger(Math.log2(n))),
  r: z.int().min(SCRYPT.r).max(MOST_WORK.r),
  p: z.int().min(SCRYPT.p).max(MOST_WORK.p),
  salt: z.base64(),
})
/** How a passphrase is stretched. */
type Kdf = z.infer<typeof kdfSchema>

export const keySlotSchema = z.strictObject({ kdf: kdfSchema, box: sealedBoxSchema })

/** A secret as one person's passphrase opens it: the key of a backup, and until version 2 the data key itself. */
export type KeySlot = z.infer<typeof keySlotSchema>

/** What stands beside the passphrase: this device's secret, or nothing for the slot that a backup carries. */
export type SecondFactor = { readonly device: Uint8Array } | { readonly backup: true }

/** Wraps a secret for one person. `owner` is bound into the box: a slot copied to another number does not open. */
export async function sealKeySlot(
  secret: Uint8Array,
  owner: string,
  passphrase: string,
  factor: SecondFactor,
): Promise<KeySlot> {
  const kdf = newKdf()
  const key = await slotKey(kdf, passphrase, factor)
  return { kdf, box: withKey(key, () => seal(key, label(owner, kdf), secret)) }
}

/** The secret, or null for a wrong passphrase, another device, another owner or a changed byte. */
export async function openKeySlot(
  slot: KeySlot,
  owner: string,
  passphrase: string,
  factor: SecondFactor,
): Promise<Uint8Array | null> {
  const key = await slotKey(slot.kdf, passphrase, factor)
  return withKey(key, () => unseal(key, label(owner, slot.kdf), slot.box))
}

/** A slot that nobody can open, so that an unknown number costs the same work as a wrong passphrase. */
export function decoySlot(): KeySlot {
  return { kdf: newKdf(), box: seal(randomBytes(KEY_BYTES), 'decoy', randomBytes(KEY_BYTES)) }
}

function newKdf(): Kdf {
  return { name: 'scrypt', ...SCRYPT, salt: randomBytes(SALT_BYTES).toString('base64') }
}

async function slotKey(kdf: Kdf, passphrase: string, factor: SecondFactor): Promise<Uint8Array> {
  const stretched = await stretch(kdf, passphrase)
  return withKey(stretched, () =>
    'device' in factor
      ? keyFor('huiyan key slot 1', stretched, factor.device)
      : keyFor('huiyan backup slot 1', stretched, new Uint8Array(0)),
  )
}

/**
 * Runs on a thread of the pool, so that a window keeps painting. The same text typed in two ways counts as one. Text
 * cannot be overwritten, so its bytes are put where they can: given text, scrypt would copy it into Node's shared block.
 */
function stretch({ N, r, p, salt }: Kdf, passphrase: string): Promise<Uint8Array> {
  const options = { N, r, p, maxmem: 2 * BYTES_PER_BLOCK * N * r }
  const typed = bytesOf(passphrase.normalize('NFKC'))
  return new Promise<Uint8Array>((resolve, reject) => {
    scrypt(typed, Buffer.from(salt, 'base64'), KEY_BYTES, options, (error, key) => {
      if (error === null) resolve(key)
      else reject(error)
    })
  }).finally(() => typed.fill(0))
}

function bytesOf(text: string): Uint8Array {
  const bytes = secretMemory(Buffer.byteLength(text))
  Buffer.from(bytes.buffer).write(text)
  return bytes
}

function label(owner: string, { name, N, r, p, salt }: Kdf): string {
  return JSON.stringify([owner, name, N, r, p, salt])
}
