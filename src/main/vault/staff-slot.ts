import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { type KeyBox, type KeyPair, keyBoxSchema, newKeyPair, openWith, sealFor } from './key-box.ts'
import { keySlotSchema, openKeySlot, type SecondFactor, sealKeySlot } from './key-slot.ts'
import { keyFor, type SealedBox, seal, unseal, withKey } from './sealed-box.ts'

const ownSlotSchema = z.strictObject({
  publicKey: z.base64(),
  /** The private key, as the passphrase opens it. */
  own: keySlotSchema,
  /** The data key, as the private key opens it. */
  dataKey: keyBoxSchema,
  /** Made with the data key: that somebody who may open the branch put this public key here. */
  proof: z.base64(),
})

/**
 * How one member of staff comes to the data key. Each has a key pair, so that a new data key can be given to all without
 * their passphrases. Vaults of version 1 hold the data key under the passphrase itself; such a slot is made anew when its
 * owner signs in.
 */
export const staffSlotSchema = z.union([ownSlotSchema, keySlotSchema])
export type StaffSlot = z.infer<typeof staffSlotSchema>
type OwnSlot = z.infer<typeof ownSlotSchema>

/** Whether a new data key can be put into it while its owner is away. */
export function takesNewKey(slot: StaffSlot): slot is OwnSlot {
  return 'publicKey' in slot
}

export async function sealStaffSlot(
  dataKey: Uint8Array,
  owner: string,
  passphrase: string,
  factor: SecondFactor,
): Promise<StaffSlot> {
  const pair = newKeyPair()
  const { publicKey } = pair
  try {
    const own = await sealKeySlot(pair.privateKey, ownerOf(owner, pair), passphrase, factor)
    return { publicKey, own, ...contentFor(publicKey, owner, dataKey) }
  } finally {
    pair.privateKey.fill(0)
  }
}

/** The data key, or null for a wrong passphrase, another device, another owner or a changed byte. */
export async function openStaffSlot(
  slot: StaffSlot,
  owner: string,
  passphrase: string,
  factor: SecondFactor,
): Promise<Uint8Array | null> {
  if (!takesNewKey(slot)) return openKeySlot(slot, owner, passphrase, factor)
  const privateKey = await openKeySlot(slot.own, ownerOf(owner, slot), passphrase, factor)
  if (privateKey === null) return null
  return withKey(privateKey, () => openWith({ publicKey: slot.publicKey, privateKey }, owner, slot.dataKey))
}

/**
 * The slot with a new data key in it; null where its public key was not put there by somebody who has the data key, or
 * where it takes none.
 */
export function slotWithNewKey(
  slot: StaffSlot,
  owner: string,
  { from, to }: { readonly from: Uint8Array; readonly to: Uint8Array },
): StaffSlot | null {
  if (!takesNewKey(slot)) return null
  const expected = Buffer.from(proofOf(slot.publicKey, owner, from), 'base64')
  const found = Buffer.from(slot.proof, 'base64')
  if (found.length !== expected.length || !timingSafeEqual(found, expected)) return null
  return { publicKey: slot.publicKey, own: slot.own, ...contentFor(slot.publicKey, owner, to) }
}

function contentFor(
  publicKey: string,
  owner: string,
  dataKey: Uint8Array,
): { dataKey: KeyBox; proof: string } {
  return { dataKey: sealFor(publicKey, owner, dataKey), proof: proofOf(publicKey, owner, dataKey) }
}

function proofOf(publicKey: string, owner: string, dataKey: Uint8Array): string {
  const key = keyFor('huiyan slot owners 1', dataKey, new Uint8Array(0))
  return withKey(key, () =>
    createHmac('sha256', key)
      .update(JSON.stringify([owner, publicKey]))
      .digest('base64'),
  )
}

/** The public key is bound to the passphrase's box: the two cannot be put together from two slots. */
function ownerOf(owner: string, { publicKey }: Pick<KeyPair, 'publicKey'>): string {
  return JSON.stringify([owner, publicKey])
}

/** The slot of somebody off duty, readable only with the data key that it leads to. */
export function suspendedSlot(dataKey: Uint8Array, staffNo: string, slot: StaffSlot): SealedBox {
  const key = suspensionKey(dataKey)
  return withKey(key, () => seal(key, staffNo, Buffer.from(JSON.stringify(slot))))
}

/** Throws `vault.unreadable` for a box that was not made for this number with this key. */
export function resumedSlot(dataKey: Uint8Array, staffNo: string, box: SealedBox): StaffSlot {
  const key = suspensionKey(dataKey)
  const json = withKey(key, () => unseal(key, staffNo, box))
  if (json === null) throw new AppError('vault.unreadable', { cause: 'suspended' })
  return staffSlotSchema.parse(JSON.parse(Buffer.from(json).toString('utf8')))
}

function suspensionKey(dataKey: Uint8Array): Uint8Array {
  return keyFor('huiyan suspended slots 1', dataKey, new Uint8Array(0))
}
