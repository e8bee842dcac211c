import { createHmac, randomFillSync } from 'node:crypto'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { moveDurably } from '../engine/flush.ts'
import { ATTEMPTS_FILE, attemptsOfBoth, type KeptAttempts, keepAttempts } from './attempts-file.ts'
import { type ChainMemory, NOTHING_KNOWN } from './chain-memory.ts'
import type { DeviceProtector } from './device-protector.ts'
import { deviceIdOf, deviceSecret, hasDeviceSecret } from './device-secret.ts'
import { decoySlot, sealKeySlot } from './key-slot.ts'
import { type Attempts, afterFailure, type Moment, remainingLockMs, remainingUnknownMs } from './lock-out.ts'
import { type MachineRanFor, machineRanFor } from './machine-time.ts'
import { requireStrongPassphrase } from './passphrase-rule.ts'
import { secretMemory } from './sealed-box.ts'
import {
  openStaffSlot,
  resumedSlot,
  type StaffSlot,
  sealStaffSlot,
  suspendedSlot,
  takesNewKey,
} from './staff-slot.ts'
import {
  FOUNDING_FILE,
  type Holders,
  readVaultFile,
  VAULT_FILE,
  VAULT_VERSION,
  type VaultContent,
  writeVaultFile,
} from './vault-file.ts'
import { aloneWithVault } from './vault-lock.ts'

const SECOND_MS = 1_000
/** How many numbers without a slot are remembered with their failures. The oldest are dropped, real staff never. */
const REMEMBERED_STRANGERS = 200

export interface Unlocked {
  /** Whoever asked overwrites it. */
  readonly dataKey: Uint8Array
  /** Of the file that the key opens; null while the branch is being founded. */
  readonly databaseSalt: string | null
  /** Wrong passphrases for this number since it last opened. */
  readonly failuresBefore: number
  /** The count of failures was put back or removed at some time, and `putBackRecorded` was not called since. */
  readonly attemptsPutBack: boolean
}

/**
 * The vault of one data folder (P1): a random data key, wrapped once for each member of staff. Every method reads the file
 * anew, because the command line may have changed it; changes wait for each other, also those of other processes.
 */
export class Vault {
  readonly #folder: string
  readonly #device: Uint8Array
  readonly #machineRanFor: MachineRanFor
  #file: string
  #last: Promise<unknown> = Promise.resolve()

  private constructor(folder: string, device: Uint8Array, file: string, ranFor: MachineRanFor) {
    this.#machineRanFor = ranFor
    this.#folder = folder
    this.#device = device
    this.#file = join(folder, file)
  }

  /**
   * Makes a data key and its first slot in a folder that has no vault. The vault counts only after `settle`.
   * Throws `session.weakPassphrase`, `engine.readOnly`, `engine.diskFull`.
   */
  static async found(
    folder: string,
    protector: DeviceProtector,
    branchName: string,
    founder: { readonly no: string; readonly passphrase: string },
  ): Promise<{ readonly vault: Vault; readonly dataKey: Uint8Array }> {
    requireStrongPassphrase(founder.no, founder.passphrase)
    const device = deviceSecret(folder, protector)
    const vault = new Vault(folder, device, FOUNDING_FILE, machineRanFor)
    const dataKey = randomFillSync(secretMemory())
    const slot = await sealStaffSlot(dataKey, founder.no, founder.passphrase, { device })
    writeVaultFile(vault.#file, {
      version: VAULT_VERSION,
      branchName,
      deviceId: deviceIdOf(device),
      databaseSalt: null,
      slots: { [founder.no]: slot },
      suspended: {},
      attempts: {},
      recovery: null,
      keyChange: 'none',
      next: null,
    })
    return { vault, dataKey }
  }

  /** Throws `vault.unreadable`, `vault.tooNew`, or `vault.deviceMismatch` where the slots belong to another device. */
  static at(folder: string, protector: DeviceProtector, ranFor: MachineRanFor = machineRanFor): Vault {
    const content = readVaultFile(join(folder, VAULT_FILE))
    if (!hasDeviceSecret(folder)) throw new AppError('vault.deviceMismatch', { cause: 'missing' })
    const device = deviceSecret(folder, protector)
    if (deviceIdOf(device) !== content.deviceId)
      throw new AppError('vault.deviceMismatch', { cause: 'other' })
    return new Vault(folder, device, VAULT_FILE, ranFor)
  }

  /** Makes a founded vault the folder's vault: from here on the branch exists. */
  settle(databaseSalt: string): void {
    writeVaultFile(this.#file, { ...this.content(), databaseSalt })
    const settled = join(this.#folder, VAULT_FILE)
    moveDurably(this.#file, settled)
    this.#file = settled
  }

  content(): VaultContent {
    return readVaultFile(this.#file)
  }

  /** Numbers of staff who can sign in. */
  staffNos(): readonly string[] {
    return Object.keys(this.content().slots)
  }

  /**
   * The data key. A try is recorded before it is made, so that ending the process gives no free
   * try. Throws `session.wrongPassphrase` (also for a number that is not known, after the same work) or
   * `session.lockedOut` with the seconds to wait.
   * @param nowAt UTC milliseconds
   */
  unlock(staffNo: string, passphrase: string, nowAt: number): Promise<Unlocked> {
    return this.#alone(async () => {
      const who = this.#digestOf(staffNo)
      const { content, kept } = await this.#change((now, { unknownSince }) => {
        const moment = this.#moment(nowAt)
        const waitMs = Math.max(
          remainingLockMs(now.attempts[who], moment),
          remainingUnknownMs(unknownSince, moment),
        )
        if (waitMs > 0) throw new AppError('session.lockedOut', { seconds: Math.ceil(waitMs / SECOND_MS) })
        return this.#withFailure(now, who, nowAt)
      })
      const slot = slotOf(content, staffNo) ?? decoySlot()
      const dataKey = await openStaffSlot(slot, staffNo, passphrase, { device: this.#device })
      if (dataKey === null) throw new AppError('session.wrongPassphrase')
      try {
        await this.#admit(staffNo, passphrase, slot, dataKey)
      } catch (error) {
        dataKey.fill(0)
        throw error
      }
      const { databaseSalt } = content
      const failuresBefore = (content.attempts[who]?.failures ?? 1) - 1
      return { dataKey, databaseSalt, failuresBefore, attemptsPutBack: kept.putBack }
    })
  }

  /** Forgets the failures of somebody whose passphrase was right, and makes a slot of version 1 anew. */
  async #admit(staffNo: string, passphrase: string, slot: StaffSlot, dataKey: Uint8Array): Promise<void> {
    const factor = { device: this.#device }
    const newer = takesNewKey(slot) ? slot : await sealStaffSlot(dataKey, staffNo, passphrase, factor)
    await this.#change(
      (now) => ({
        ...now,
        slots:
          newer === slot || !isDeepStrictEqual(slotOf(now, staffNo), slot)
            ? now.slots
            : { ...now.slots, [staffNo]: newer },
        attempts: without(now.attempts, this.#digestOf(staffNo)),
      }),
      { unknownSince: null },
    )
  }

  /**
   * Gives a member of staff a slot, or a new passphrase without the old one; then the key is due to be changed, because
   * the old one opens an earlier copy of the vault. Throws `session.weakPassphrase`.
   */
  addSlot(dataKey: Uint8Array, staffNo: string, passphrase: string): Promise<void> {
    return this.#alone(async () => {
      requireStrongPassphrase(staffNo, passphrase)
      const slot = await sealStaffSlot(dataKey, staffNo, passphrase, { device: this.#device })
      await this.#change((now) => ({
        ...now,
        keyChange: slotOf(now, staffNo) === undefined ? now.keyChange : 'due',
        slots: { ...now.slots, [staffNo]: slot },
        suspended: without(now.suspended, staffNo),
        attempts: without(now.attempts, this.#digestOf(staffNo)),
      }))
    })
  }

  /** Throws what `unlock` and `addSlot` throw; the old passphrase holds until the new one is on the disk. */
  async changePassphrase(staffNo: string, current: string, next: string, nowAt: number): Promise<void> {
    requireStrongPassphrase(staffNo, next)
    const { dataKey } = await this.unlock(staffNo, current, nowAt)
    await this.addSlot(dataKey, staffNo, next).finally(() => dataKey.fill(0))
  }

  /** Removes somebody's slot for good; does nothing where there is none. */
  async removeSlot(staffNo: string): Promise<void> {
    await this.#alone(async () =>
      this.#change((now) => ({
        ...now,
        keyChange: slotOf(now, staffNo) === undefined ? now.keyChange : 'due',
        slots: without(now.slots, staffNo),
        suspended: without(now.suspended, staffNo),
      })),
    )
  }

  /** Puts a slot where only a signed-in colleague can bring it back from. The key is due to be changed. */
  async suspend(dataKey: Uint8Array, staffNo: string): Promise<void> {
    await this.#alone(async () =>
      this.#change((now) => {
        const slot = slotOf(now, staffNo)
        if (slot === undefined) return now
        const box = suspendedSlot(dataKey, staffNo, slot)
        return {
          ...now,
          keyChange: 'due' as const,
          slots: without(now.slots, staffNo),
          suspended: { ...now.suspended, [staffNo]: box },
        }
      }),
    )
  }

  /** Undoes `suspend`. Throws `vault.unreadable` where the kept slot was tampered with. */
  async resume(dataKey: Uint8Array, staffNo: string): Promise<void> {
    await this.#alone(async () =>
      this.#change((now) => {
        const box = Object.hasOwn(now.suspended, staffNo) ? now.suspended[staffNo] : undefined
        if (box === undefined) return now
        const slot = resumedSlot(dataKey, staffNo, box)
        return {
          ...now,
          slots: { ...now.slots, [staffNo]: slot },
          suspended: without(now.suspended, staffNo),
        }
      }),
    )
  }

  /** Call when the audit says that the count of failures was put back. */
  async putBackRecorded(): Promise<void> {
    await this.#alone(async () => this.#change((now) => now, { putBack: false }))
  }

  /** Remembers the chain's end. Called while a session begins and ends; a witness that lags behind accuses nobody. */
  async remember(chain: Partial<ChainMemory>): Promise<void> {
    await this.#alone(async () =>
      this.#change((now) => ({ ...now, chain: { ...NOTHING_KNOWN, ...now.chain, ...chain } })),
    )
  }

  /** What a backup carries: these slots, and one for `staffNo` that opens on any machine. */
  async forBackup(dataKey: Uint8Array, staffNo: string, passphrase: string): Promise<VaultContent> {
    const slot = await sealKeySlot(dataKey, staffNo, passphrase, { backup: true })
    return { ...this.content(), attempts: {}, recovery: { staffNo, slot } }
  }

  /**
   * Lets `next` hold the vault in place of who holds it now, as soon as `move` has put their file in place of the
   * branch's. Interrupted anywhere, the vault speaks of the file that lies there. Throws what `move` throws, and
   * `engine.busy` where the holders were changed meanwhile.
   * @param from what `next` was made from
   */
  async handOver(from: Holders, next: Holders, move: () => void): Promise<void> {
    await aloneWithVault(this.#file, (requireOwn) => {
      const now = this.content()
      if (!isDeepStrictEqual(holdersOf(now), holdersOf(from))) throw new AppError('engine.busy')
      writeVaultFile(this.#file, { ...now, next }, requireOwn)
      move()
      writeVaultFile(this.#file, { ...now, ...next, keyChange: 'none', next: null }, requireOwn)
    })
  }

  /** One change after another: two that read the same state would lose one of them. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work, work)
    this.#last = next.catch(() => undefined)
    return next
  }

  /**
   * What was written.
   * @param settles what of the file of failures is settled by it
   */
  #change(
    edit: (now: VaultContent, kept: KeptAttempts) => VaultContent,
    settles: Partial<Pick<KeptAttempts, 'unknownSince' | 'putBack'>> = {},
  ): Promise<{ readonly content: VaultContent; readonly kept: KeptAttempts }> {
    return aloneWithVault(this.#file, (requireOwn) => {
      const path = join(this.#folder, ATTEMPTS_FILE)
      const stored = this.content()
      const kept = attemptsOfBoth(path, stored, this.#machineRanFor())
      const content = edit({ ...stored, attempts: kept.attempts, attemptsKept: true }, kept)
      const keeps = { ...kept, ...settles, attempts: content.attempts }
      keepAttempts(path, keeps, () => writeVaultFile(this.#file, content, requireOwn))
      return { content, kept: keeps }
    })
  }

  #moment(nowAt: number): Moment {
    return { nowAt, machineRanFor: this.#machineRanFor() }
  }

  #digestOf(staffNo: string): string {
    return createHmac('sha256', this.#device).update(staffNo).digest('hex').slice(0, 32)
  }

  #withFailure(content: VaultContent, who: string, nowAt: number): VaultContent {
    const attempts = { ...content.attempts, [who]: afterFailure(content.attempts[who], this.#moment(nowAt)) }
    const staff = new Set(Object.keys(content.slots).map((no) => this.#digestOf(no)))
    return { ...content, attempts: withoutOldStrangers(attempts, staff) }
  }
}

function slotOf(content: VaultContent, staffNo: string) {
  return Object.hasOwn(content.slots, staffNo) ? content.slots[staffNo] : undefined
}

function holdersOf({ databaseSalt, slots, suspended }: Holders): Holders {
  return { databaseSalt, slots, suspended }
}

function without<V>(record: Readonly<Record<string, V>>, key: string): Record<string, V> {
  const { [key]: _gone, ...rest } = record
  return rest
}

function withoutOldStrangers(
  attempts: Record<string, Attempts>,
  staff: ReadonlySet<string>,
): Record<string, Attempts> {
  const strangers = Object.entries(attempts)
    .filter(([who]) => !staff.has(who))
    .sort(([, one], [, other]) => other.failedAt - one.failedAt)
  const forgotten = new Set(strangers.slice(REMEMBERED_STRANGERS).map(([who]) => who))
  return Object.fromEntries(Object.entries(attempts).filter(([who]) => !forgotten.has(who)))
}
