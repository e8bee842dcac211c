import { randomFillSync } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { KeyState } from '../../shared/contract/staff.ts'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { OWNER_ONLY, syncFolder } from './durable-file.ts'
import { type FolderHold, holdFolder } from './folder-lock.ts'
import { stageName } from './leftovers.ts'
import { otherOpeners } from './open-marker.ts'
import { type SealedBox, secretMemory } from './sealed-box.ts'
import { resumedSlot, type StaffSlot, slotWithNewKey, suspendedSlot, takesNewKey } from './staff-slot.ts'
import { type FreeBytes, freeBytesOf, LEAST_FREE_BYTES } from './store-faults.ts'
import { DATABASE_FILE, databaseIn, databaseSaltOf } from './store-files.ts'
import type { Vault } from './vault.ts'
import type { Holders, VaultContent } from './vault-file.ts'

export function keyStateOf({ keyChange, slots }: VaultContent): KeyState {
  if (keyChange === 'none') return { state: 'current' }
  const waitsFor = Object.keys(slots).filter((no) => slots[no] !== undefined && !takesNewKey(slots[no]))
  return { state: 'due', waitsFor: waitsFor.sort() }
}

/**
 * A new data key for the branch. First a copy under the new key is made beside it, then the branch is closed, then the
 * copy takes its place (`install`). The vault knows the keys of both files from before the move until after it, so that
 * whatever file lies there after a crash opens. `end` comes last in any case.
 */
export class KeyChange {
  readonly #folder: string
  readonly #stage: string
  readonly #hold: FolderHold
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

  /** Where the copy is to be made. */
  get copy(): string {
    return join(this.#stage, DATABASE_FILE)
  }

  /**
   * Puts the copy in the branch's place. Call when the engine has closed. Who is not in `activeNos` is put off duty.
   * @param from the key until now
   * @throws AppError `engine.busy` where the branch is not as it was copied; what moving the file failed with
   */
  install(vault: Vault, from: Uint8Array, activeNos: ReadonlySet<string>): void {
    const now = vault.content()
    const keys = { from, to: this.dataKey }
    const next = { databaseSalt: databaseSaltOf(this.copy), ...passedOn(now, keys, activeNos) }
    chmodSync(this.copy, OWNER_ONLY)
    syncFolder(this.#stage)
    vault.handOver(now, next, () => {
      this.#hold.requireOwn()
      this.#dropEmptyWal()
      renameSync(this.copy, databaseIn(this.#folder))
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

  /** Somebody who merely looked at the file may have left one. One with commits belongs to the old file. */
  #dropEmptyWal(): void {
    const wal = `${databaseIn(this.#folder)}-wal`
    if (existsSync(wal) && statSync(wal).size > 0) throw new AppError('engine.busy')
    for (const ending of ['-wal', '-shm']) rmSync(`${databaseIn(this.#folder)}${ending}`, { force: true })
  }
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
