import { existsSync, readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { writeDurably } from './durable-file.ts'
import { type Attempts, attemptsSchema, stricter } from './lock-out.ts'
import type { VaultContent } from './vault-file.ts'

/** Beside the vault: putting back an older vault must not end a lock-out (P1). */
export const ATTEMPTS_FILE = 'attempts.json'

const keptSchema = z.strictObject({
  /** As in the vault: failures by a digest of the staff number that was typed. */
  attempts: z.record(z.string(), attemptsSchema),
  /** The machine's running time (ms) when the file was found missing or damaged; null where that shuts nobody any more. */
  unknownSince: z.int().min(0).nullable(),
  /** The vault or this file was found older than the other, and the audit does not say so yet. */
  putBack: z.boolean(),
})

/** What the file holds. */
export type KeptAttempts = z.infer<typeof keptSchema>

type AttemptsByDigest = Readonly<Record<string, Attempts>>

type VaultAttempts = Pick<VaultContent, 'attempts' | 'attemptsKept'>

/**
 * The failures of both files, the stricter of the two for each number. The vault always says at least as much as this file
 * (`keepAttempts`), so one that says less is an older one that was put back. Where the vault counts on the file and it cannot be
 * read, all numbers are shut for a while, which is written down at once.
 * @param machineRanFor milliseconds
 * @throws AppError `engine.diskFull`, `engine.readOnly`
 */
export function attemptsOfBoth(path: string, vault: VaultAttempts, machineRanFor: number): KeptAttempts {
  const kept = keptIn(path)
  if (kept === null) {
    const { attempts, attemptsKept } = vault
    if (attemptsKept !== true) return { attempts, unknownSince: null, putBack: false }
    const lost = { attempts, unknownSince: machineRanFor, putBack: true }
    write(path, lost)
    return lost
  }
  const attempts: Record<string, Attempts> = { ...vault.attempts }
  let behind = false
  for (const [who, mine] of Object.entries(kept.attempts)) {
    const strict = stricter(vault.attempts[who], mine)
    attempts[who] = strict
    behind ||= !isDeepStrictEqual(strict, vault.attempts[who])
  }
  return { ...kept, attempts, putBack: kept.putBack || (behind && vault.attemptsKept === true) }
}

/**
 * Writes `next` around the writing of the vault: what is forgotten goes here first, what is added comes here last. Killed
 * anywhere in between, the vault still says at least as much as this file, and nobody is accused of putting it back.
 * @param writeVault must write the same attempts into the vault
 * @throws AppError `engine.diskFull`, `engine.readOnly`, and what `writeVault` throws
 */
export function keepAttempts(path: string, next: KeptAttempts, writeVault: () => void): void {
  const before = keptIn(path)
  const first: KeptAttempts = { ...next, attempts: inBoth(before?.attempts ?? {}, next.attempts) }
  if (!isDeepStrictEqual(first, before)) write(path, first)
  writeVault()
  if (!isDeepStrictEqual(next, first)) write(path, next)
}

/** What was there and is to stay. One more failure of a number adds to what stands there. */
function inBoth(before: AttemptsByDigest, next: AttemptsByDigest): Record<string, Attempts> {
  return Object.fromEntries(
    Object.entries(before).filter(([who, { failures }]) => failures <= (next[who]?.failures ?? 0)),
  )
}

function write(path: string, kept: KeptAttempts): void {
  writeDurably(path, `${JSON.stringify(kept, null, 2)}\n`)
}

/** Null for one that is missing or cannot be read. */
function keptIn(path: string): KeptAttempts | null {
  if (!existsSync(path)) return null
  try {
    const parsed = keptSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
