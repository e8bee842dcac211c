import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'
import { MS_PER_DAY } from '../../shared/domain/calendar/civil-date.ts'

/** Where chance and time come from; a test passes its own. */
export interface ClockAndEntropy {
  /** UTC milliseconds. */
  nowAt(): number
  /** Days by which a test runs ahead of the machine; a demo branch's own day moves on by them too. */
  readonly daysAhead?: number
  /** Fills the array with random bytes. */
  fill(bytes: Uint8Array): Uint8Array
}

/** Random bytes fetched at once: asking the operating system for each row of an import takes longer than its insert. */
const SUPPLY_BYTES = 4_096
const supply = new Uint8Array(SUPPLY_BYTES)
let used = SUPPLY_BYTES

/** The machine's clock, that many days ahead, and the operating system's random bytes. */
export function clockAndEntropyAhead(daysAhead: number): ClockAndEntropy {
  return { nowAt: () => Date.now() + daysAhead * MS_PER_DAY, daysAhead, fill: fillFromSupply }
}

export const systemClockAndEntropy: ClockAndEntropy = clockAndEntropyAhead(0)

function fillFromSupply(bytes: Uint8Array): Uint8Array {
  if (bytes.length > SUPPLY_BYTES) return randomFillSync(bytes)
  if (bytes.length > SUPPLY_BYTES - used) {
    randomFillSync(supply)
    used = 0
  }
  bytes.set(supply.subarray(used, used + bytes.length))
  used += bytes.length
  return bytes
}

/** A UUIDv7 of that instant. */
export function newUid(sources: ClockAndEntropy): string {
  return v7({ msecs: sources.nowAt(), random: sources.fill(new Uint8Array(16)) })
}
