import { randomFillSync } from 'node:crypto'
import { chmodSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { KeyState } from '../../shared/contract/staff.ts'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { OWNER_ONLY, syncFolder } from './durable-file.ts'
import { type FolderHold, holdFolder } from './folder-lock.ts'
import { stageName } from './leftovers.ts'
import { otherOpeners } from './open-marker.ts'
import { type SealedBox, secretMemory } from './sealed-box.ts'
import { resumedSlot, type StaffSlot, slotWithNewKey, suspendedSlot, takesNewKey } from './staff-slot.ts'
import { type FreeBytes, freeBytesOf, LEAST_FREE_BYTES } from './store-faults.ts'
import { DATABASE_FILE, databaseIn, databaseSaltOf, hasWal } from './store-files.ts'
import type { Vault } from './vault.ts'
import type { Holders, VaultContent } from './vault-file.ts'

export function keyStateOf({ keyChange, slots }: VaultContent): KeyState {
  if (keyChange === 'none') return { state: 'current' }
  const waitsFor = Object.keys(slots).filter((no) => slots[no] !== undefined && !takesNewKey(slots[no]))
  return { state: 'due', waitsFor: waitsFor.sort() }
}

/**
 * A new data key for the branch. First the branch is closed, then a copy under the new key is made beside it (`fill`),
 * then the copy takes its place (`install`), if the branch's file is still what was copied: while the machine slept,
 * another process may have taken this one for gone, worked in the branch and closed it. The vault knows the keys of both
 * files from before the move until after it, so that whatever file lies there after a crash opens. `end` comes last in any
 * case.
 */
export class KeyChange {
  readonly #folder: string
  readonly #stage: string
  readonly #hold: FolderHold
  #copied: FileState | null = null
  /** In memory of its own; whoever takes it over overwrites it. */
  readonly dataKey: Uint8Array = randomFillSync(secretMemory())

  private constructor(folder: string, stage: string, hold: FolderHold) {
    this.#folder = folder
    this.#stage = stage
    this.#hold = hold
  }

  /**
   * Holds the folder for a change that is due; null where none is, where it has to wait for somebody's sign-in, or where
   * another process has the branch open. Throws as `holdFolder`, and `engine.diskFull` without room for the copy.
   */
  static begin(folder: string, vault: Vault, freeBytes: FreeBytes = freeBytesOf): KeyChange | null {
    const key = keyStateOf(vault.content())
    if (key.state === 'current' || key.waitsFor.length > 0) return null
    const hold = holdFolder(folder, 'changing-key')
    try {
      if (otherOpeners(folder).length === 0) {
        requireRoom(folder, freeBytes)
        return new KeyChange(folder, mkdtempSync(join(folder, stageName('rekeying'))), hold)
      }
      hold.letGo()
      return null
    } catch (error) {
      hold.letGo()
      throw error
    }
  }

  /**
   * Makes the copy. Call when the engine has closed.
   * @param copy copies the branch's database to a file, under a key
   * @throws AppError `engine.busy` where somebody else has the branch open; what copying failed with
   */
  async fill(copy: (file: string, under: Uint8Array) => Promise<void>): Promise<void> {
    // The last who closes takes the log away. Somebody who sleeps gives no sign of life, but the system knows of them.
    if (hasWal(this.#folder)) throw new AppError('engine.busy')
    const found = fileState(databaseIn(this.#folder))
    await copy(this.#copy, this.dataKey)
    this.#copied = found
  }

  get #copy(): string {
    return join(this.#stage, DATABASE_FILE)
  }

  /**
   * Puts the copy in the branch's place. Who is not in `activeNos` is put off duty.
   * @param from the key until now
   * @throws AppError `engine.busy` where the branch is not as it was copied or somebody has it open, as `holdFolder` where
   * the folder was taken over; what moving the file failed with
   */
  async install(vault: Vault, from: Uint8Array, activeNos: ReadonlySet<string>): Promise<void> {
    this.#requireAsCopied()
    const now = vault.content()
    const keys = { from, to: this.dataKey }
    const next = { databaseSalt: databaseSaltOf(this.#copy), ...passedOn(now, keys, activeNos) }
    chmodSync(this.#copy, OWNER_ONLY)
    syncFolder(this.#stage)
    await vault.handOver(now, next, () => {
      this.#requireAsCopied()
      this.#dropEmptyWal()
      renameSync(this.#copy, databaseIn(this.#folder))
      syncFolder(this.#folder)
    })
  }

  end(): void {
    try {
      rmSync(this.#stage, { recursive: true, force: true })
    } finally {
      this.#hold.letGo()
    }
  }

  /** A log that was folded away since has changed the file itself; one that was not has commits in it. */
  #requireAsCopied(): void {
    const wal = statSync(`${databaseIn(this.#folder)}-wal`, { throwIfNoEntry: false })
    const isAsCopied = isDeepStrictEqual(fileState(databaseIn(this.#folder)), this.#copied)
    if (!isAsCopied || (wal?.size ?? 0) > 0 || otherOpeners(this.#folder).length > 0)
      throw new AppError('engine.busy')
    this.#hold.requireOwn()
  }

  /** Whoever merely looked at the file, as the copying did, may have left one. */
  #dropEmptyWal(): void {
    for (const ending of ['-wal', '-shm']) rmSync(`${databaseIn(this.#folder)}${ending}`, { force: true })
  }
}

/** What tells that a file was written to or replaced. */
interface FileState {
  readonly ino: bigint
  readonly size: bigint
  readonly mtimeNs: bigint
}

function fileState(path: string): FileState {
  const { ino, size, mtimeNs } = statSync(path, { bigint: true })
  return { ino, size, mtimeNs }
}

interface Keys {
  readonly from: Uint8Array
  readonly to: Uint8Array
}

/** The same holders with the new key; who is not active has it off duty. A slot that nobody vouches for gets none. */
function passedOn(
  { slots, suspended }: VaultContent,
  keys: Keys,
  activeNos: ReadonlySet<string>,
): Omit<Holders, 'databaseSalt'> {
  const renewed: [string, StaffSlot, 'on' | 'off'][] = []
  const renew = (no: string, slot: StaffSlot, duty: 'on' | 'off') => {
    const next = slotWithNewKey(slot, no, keys)
    if (next !== null) renewed.push([no, next, duty])
  }
  for (const [no, slot] of Object.entries(slots)) renew(no, slot, activeNos.has(no) ? 'on' : 'off')
  for (const [no, box] of Object.entries(suspended)) {
    const slot = slotIn(keys.from, no, box)
    if (slot !== null) renew(no, slot, 'off')
  }
  return {
    slots: Object.fromEntries(renewed.filter(([, , duty]) => duty === 'on')),
    suspended: Object.fromEntries(
      renewed
        .filter(([, , duty]) => duty === 'off')
        .map(([no, slot]) => [no, suspendedSlot(keys.to, no, slot)]),
    ),
  }
}

/** Null for a box that was tampered with: it opens nothing any more. */
function slotIn(dataKey: Uint8Array, no: string, box: SealedBox): StaffSlot | null {
  try {
    return resumedSlot(dataKey, no, box)
  } catch {
    return null
  }
}

function requireRoom(folder: string, freeBytes: FreeBytes): void {
  const needed = statSync(databaseIn(folder)).size + LEAST_FREE_BYTES
  if (freeBytes(folder) < needed) throw new AppError('engine.diskFull', { neededBytes: needed })
}
