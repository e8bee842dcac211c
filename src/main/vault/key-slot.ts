import { randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { KEY_BYTES, keyFor, type SealedBox, seal, sealedBoxSchema, unseal } from './sealed-box.ts'

/** About 50 ms and 32 MiB a guess on a counter's PC. */
const SCRYPT = { N: 2 ** 15, r: 8, p: 1 } as const
/** A file may ask for more work than today's, within what a PC can do; less would be a way to weaken it. */
const MOST_WORK = { N: 2 ** 18, r: 16, p: 4 } as const
const SALT_BYTES = 16
const BYTES_PER_BLOCK = 128

export const keySlotSchema = z.strictObject({
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    N: z
      .int()
      .min(SCRYPT.N)
      .max(MOST_WORK.N)
      .refine((n) => Number.isInteger(Math.log2(n))),
    r: z.int().min(SCRYPT.r).max(MOST_WORK.r),
    p: z.int().min(SCRYPT.p).max(MOST_WORK.p),
    salt: z.base64(),
  }),
  box: sealedBoxSchema,
})

/** The data key as one person's passphrase opens it. */
export type KeySlot = z.infer<typeof keySlotSchema>
type Kdf = KeySlot['kdf']

/** What stands beside the passphrase: this device's secret, or nothing for the slot that a backup carries. */
export type SecondFactor = { readonly device: Uint8Array } | { readonly backup: true }

/** Wraps the data key for one person. `owner` is bound into the box: a slot copied to another number does not open. */
export async function sealKeySlot(
  dataKey: Uint8Array,
  owner: string,
  passphrase: string,
  factor: SecondFactor,
): Promise<KeySlot> {
  const kdf: Kdf = { name: 'scrypt', ...SCRYPT, salt: randomBytes(SALT_BYTES).toString('base64') }
  return { kdf, box: seal(await slotKey(kdf, passphrase, factor), label(owner, kdf), dataKey) }
}

/** The data key, or null for a wrong passphrase, another device, another owner or a changed byte. */
export async function openKeySlot(
  slot: KeySlot,
  owner: string,
  passphrase: string,
  factor: SecondFactor,
): Promise<Uint8Array | null> {
  return unseal(await slotKey(slot.kdf, passphrase, factor), label(owner, slot.kdf), slot.box)
}

/** A slot that nobody can open, so that an unknown number costs the same work as a wrong passphrase. */
export function decoySlot(): KeySlot {
  const kdf: Kdf = { name: 'scrypt', ...SCRYPT, salt: randomBytes(SALT_BYTES).toString('base64') }
  return { kdf, box: seal(randomBytes(KEY_BYTES), 'decoy', randomBytes(KEY_BYTES)) }
}

async function slotKey(kdf: Kdf, passphrase: string, factor: SecondFactor): Promise<Uint8Array> {
  const stretched = await stretch(kdf, passphrase)
  return 'device' in factor
    ? keyFor('huiyan key slot 1', stretched, factor.device)
    : keyFor('huiyan backup slot 1', stretched, new Uint8Array(0))
}

/** Runs on a thread of the pool, so that a window keeps painting. The same text typed in two ways counts as one. */
function stretch({ N, r, p, salt }: Kdf, passphrase: string): Promise<Uint8Array> {
  const options = { N, r, p, maxmem: 2 * BYTES_PER_BLOCK * N * r }
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), KEY_BYTES, options, (error, key) => {
      if (error === null) resolve(key)
      else reject(error)
    })
  })
}

function label(owner: string, { name, N, r, p, salt }: Kdf): string {
  return JSON.stringify([owner, name, N, r, p, salt])
}

/** The slot of somebody off duty, readable only with the data key that it wraps. */
export function suspendedSlot(dataKey: Uint8Array, staffNo: string, slot: KeySlot): SealedBox {
  return seal(suspensionKey(dataKey), staffNo, Buffer.from(JSON.stringify(slot)))
}

/** Throws `vault.unreadable` for a box that was not made for this number with this key. */
export function resumedSlot(dataKey: Uint8Array, staffNo: string, box: SealedBox): KeySlot {
  const json = unseal(suspensionKey(dataKey), staffNo, box)
  if (json === null) throw new AppError('vault.unreadable', { cause: 'suspended' })
  return keySlotSchema.parse(JSON.parse(Buffer.from(json).toString('utf8')))
}

function suspensionKey(dataKey: Uint8Array): Uint8Array {
  return keyFor('huiyan suspended slots 1', dataKey, new Uint8Array(0))
}
