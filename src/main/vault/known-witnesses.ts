import { join } from 'node:path'
import type { Witness } from '../../shared/domain/branch/witness.ts'
import type { ChainCheck } from '../engine/chain/chain-check.ts'
import { readWitnessFile, WITNESS_FILE } from '../engine/chain/witness-file.ts'
import { type ChainMemory, chainCheckOf } from './chain-memory.ts'
import { readVaultFile, VAULT_FILE } from './vault-file.ts'

/** With what a start compares the chain of a folder. Throws `vault.unreadable`, `vault.tooNew`. */
export function chainCheckIn(folder: string): ChainCheck {
  return chainCheckOf(readVaultFile(join(folder, VAULT_FILE)).chain)
}

/** The farthest end of the chain that anything in a folder speaks of, told without a key; null where nothing does. */
export function knownEndIn(folder: string): Witness | null {
  const file = readWitnessFile(join(folder, WITNESS_FILE))
  const remembered = memoryIn(folder)?.witness ?? null
  const known = [file === 'unreadable' ? null : file, remembered].filter((each) => each !== null)
  return known.toSorted((one, other) => other.seq - one.seq)[0] ?? null
}

/** Undefined also where the vault cannot be read: it may be the damage that somebody is about to repair. */
function memoryIn(folder: string): ChainMemory | undefined {
  try {
    return readVaultFile(join(folder, VAULT_FILE)).chain
  } catch {
    return undefined
  }
}
