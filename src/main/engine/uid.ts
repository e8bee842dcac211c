import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

/** Where chance and time come from; a test passes its own. */
export interface Chance {
  /** UTC milliseconds. */
  nowAt(): number
  /** Fills the array with random bytes. */
  fill(bytes: Uint8Array): Uint8Array
}

export const systemChance: Chance = {
  nowAt: () => Date.now(),
  fill: (bytes) => randomFillSync(bytes),
}

/** A UUIDv7 of that instant. */
export function newUid(chance: Chance): string {
  return v7({ msecs: chance.nowAt(), random: chance.fill(new Uint8Array(16)) })
}
