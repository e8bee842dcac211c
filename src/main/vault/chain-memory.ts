import { z } from 'zod'
import type { ChainCheck } from '../engine/chain/chain-check.ts'
import { witnessSchema } from '../engine/chain/witness-file.ts'

/** A backup that took another branch's place, until a link of the chain says so. */
const restoredSchema = z.strictObject({
  /** When it was put in place, and when it had been made (UTC ms). */
  restoredAt: z.int(),
  createdAt: z.int(),
  /** The end of the chain that goes on now. */
  end: witnessSchema,
  /** The end of the one that was replaced, as far as anybody knew it; null where there was none. */
  replaced: witnessSchema.nullable(),
})

/** What the vault remembers of the audit's chain: a second witness, in another file than the one beside the database. */
export const chainMemorySchema = z.strictObject({
  witness: witnessSchema.nullable(),
  restored: restoredSchema.nullable(),
  /** Up to where the chain was recomputed, and when (as its instant). */
  checked: witnessSchema.nullable(),
})

export type ChainMemory = z.infer<typeof chainMemorySchema>

export const NOTHING_KNOWN: ChainMemory = { witness: null, restored: null, checked: null }

/** With what a start has to compare the chain, by what the vault remembers. */
export function chainCheckOf({ witness, restored }: ChainMemory = NOTHING_KNOWN): ChainCheck {
  // The witness beside the database is the replaced branch's still, and the backup's newest link may be old.
  if (restored !== null) return { witnesses: [restored.end], file: 'replace', clock: 'ignore' }
  return { witnesses: witness === null ? [] : [witness], file: 'compare', clock: 'compare' }
}

/** While a keeper accepts what a comparison found. */
export const NOTHING_COMPARED: ChainCheck = { witnesses: [], file: 'ignore', clock: 'ignore' }

/** A branch that is being founded begins a chain, whatever lies beside it. */
export const CHAIN_BEGINS: ChainCheck = { witnesses: [], file: 'replace', clock: 'ignore' }
