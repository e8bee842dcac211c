import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Witness } from '../../../shared/domain/branch/witness.ts'
import { syncFolder } from '../flush.ts'
import { OWNER_ONLY } from '../owner-only.ts'

export const WITNESS_FILE = 'chain.witness'

/** Both slots together are one sector, which a disk writes whole. */
const SLOT_BYTES = 256
const SLOTS = 2
const SUM_DIGITS = 16

export const witnessSchema = z.strictObject({
  seq: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.int(),
})

const slotSchema = z.strictObject({ ...witnessSchema.shape, sum: z.string() })

/** Beside the database, and so on the same disk: what it shows and what not is in decision 021. */
export function witnessFileOf(databaseFile: string): string {
  return join(dirname(databaseFile), WITNESS_FILE)
}

/**
 * The newest witness that stands in the file; null where there is no file, `unreadable` where neither of its slots is
 * whole.
 */
export function readWitnessFile(path: string): Witness | 'unreadable' | null {
  if (!existsSync(path)) return null
  const file = openSync(path, 'r')
  try {
    return newestOf(slotsIn(file))?.witness ?? 'unreadable'
  } finally {
    closeSync(file)
  }
}

/**
 * The newest (count, hash) of the chain, written in place after each commit: a few microseconds, because the disk is not
 * waited for. A killed process loses nothing of it; after a power cut it may lag behind the chain, which accuses nobody.
 */
export class WitnessFile {
  readonly #path: string
  readonly #file: number
  #next: number
  /** Whether the disk has a whole slot of it: without one, its name alone would speak of a witness that cannot be read. */
  #isOnDisk: boolean

  private constructor(path: string, file: number, newest: Slot | undefined) {
    this.#path = path
    this.#file = file
    this.#next = ((newest?.slot ?? -1) + 1) % SLOTS
    this.#isOnDisk = newest !== undefined
  }

  /** Opens the file, or makes it for the owner alone. Throws what the file system says. */
  static open(path: string): WitnessFile {
    const file = openSync(path, existsSync(path) ? 'r+' : 'w+', OWNER_ONLY)
    return new WitnessFile(path, file, newestOf(slotsIn(file)))
  }

  /**
   * Takes the older slot, so that the newer one is whole whatever happens meanwhile. The first one that a file gets waits
   * for the disk.
   */
  write(witness: Witness): void {
    const text = JSON.stringify({ ...witness, sum: sumOf(witness) })
    writeSync(this.#file, `${text.padEnd(SLOT_BYTES - 1)}\n`, this.#next * SLOT_BYTES)
    this.#next = (this.#next + 1) % SLOTS
    if (!this.#isOnDisk) this.settle()
  }

  /** In place of whatever stands there, also of a higher number. Waits for the disk. */
  replace(witness: Witness): void {
    for (let slot = 0; slot < SLOTS; slot++) this.write(witness)
    this.settle()
  }

  /** Waits until it is on the disk. */
  settle(): void {
    fsyncSync(this.#file)
    if (this.#isOnDisk) return
    syncFolder(dirname(this.#path))
    this.#isOnDisk = true
  }

  close(): void {
    closeSync(this.#file)
  }
}

/** Makes `witness` the folder's, whatever was there before. */
export function replaceWitness(path: string, witness: Witness): void {
  const file = WitnessFile.open(path)
  try {
    file.replace(witness)
  } finally {
    file.close()
  }
}

interface Slot {
  readonly slot: number
  readonly witness: Witness
}

function slotsIn(file: number): readonly Slot[] {
  return Array.from({ length: SLOTS }, (_, slot) => slotIn(file, slot)).filter((each) => each !== null)
}

function slotIn(file: number, slot: number): Slot | null {
  const bytes = Buffer.alloc(SLOT_BYTES)
  const read = readSync(file, bytes, 0, SLOT_BYTES, slot * SLOT_BYTES)
  const parsed = slotSchema.safeParse(jsonOf(bytes.subarray(0, read).toString('utf8')))
  if (!parsed.success) return null
  const { sum, ...witness } = parsed.data
  return sum === sumOf(witness) ? { slot, witness } : null
}

function newestOf(slots: readonly Slot[]): Slot | undefined {
  return slots.toSorted((one, other) => other.witness.seq - one.witness.seq)[0]
}

/** Against a torn or flipped slot; who can write the file can write this as well. */
function sumOf({ seq, hash, at }: Witness): string {
  return createHash('sha256').update(`${seq} ${hash} ${at}`).digest('hex').slice(0, SUM_DIGITS)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
