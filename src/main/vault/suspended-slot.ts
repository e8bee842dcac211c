import { Refusal } from '../../shared/domain/branch/refusal.ts'
import { type KeySlot, keySlotSchema } from './key-slot.ts'
import { keyFor, type SealedBox, seal, unseal } from './sealed-box.ts'

/** The slot of somebody off duty, readable only with the data key that it wraps. */
export function suspendedSlot(dataKey: Uint8Array, staffNo: string, slot: KeySlot): SealedBox {
  return seal(suspensionKey(dataKey), staffNo, Buffer.from(JSON.stringify(slot)))
}

/** Throws `vault.unreadable` for a box that was not made for this number with this key. */
export function resumedSlot(dataKey: Uint8Array, staffNo: string, box: SealedBox): KeySlot {
  const json = unseal(suspensionKey(dataKey), staffNo, box)
  if (json === null) throw new Refusal('vault.unreadable', { cause: 'suspended' })
  return keySlotSchema.parse(JSON.parse(Buffer.from(json).toString('utf8')))
}

function suspensionKey(dataKey: Uint8Array): Uint8Array {
  return keyFor('huiyan suspended slots 1', dataKey, new Uint8Array(0))
}
