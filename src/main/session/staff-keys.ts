import type { KeyState } from '../../shared/contract/staff.ts'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import type { Witness } from '../../shared/domain/branch/witness.ts'
import { keyStateOf } from '../vault/key-change.ts'
import { requireStrongPassphrase } from '../vault/passphrase-rule.ts'
import type { Vault } from '../vault/vault.ts'

/** What a signed-in session may do with key slots. The data key itself stays inside. */
export class StaffKeys {
  readonly #vault: Vault
  readonly #dataKey: Uint8Array

  constructor(vault: Vault, dataKey: Uint8Array) {
    this.#vault = vault
    this.#dataKey = dataKey
  }

  /** Numbers that can sign in. */
  holders(): readonly string[] {
    return this.#vault.staffNos()
  }

  grant(staffNo: string, passphrase: string): Promise<void> {
    return this.#vault.addSlot(this.#dataKey, staffNo, passphrase)
  }

  /** A new passphrase in place of one that is known to a colleague. Throws `session.weakPassphrase`, `session.samePassphrase`. */
  async replace(staffNo: string, next: string, nowAt: number): Promise<void> {
    requireStrongPassphrase(staffNo, next)
    if (await this.#opens(staffNo, next, nowAt)) throw new AppError('session.samePassphrase')
    await this.grant(staffNo, next)
  }

  async #opens(staffNo: string, passphrase: string, nowAt: number): Promise<boolean> {
    try {
      await this.prove(staffNo, passphrase, nowAt)
      return true
    } catch (error) {
      if (error instanceof AppError && error.code === 'session.wrongPassphrase') return false
      throw error
    }
  }

  /** Whether the data key is due to be changed, and whom that waits for. */
  state(): KeyState {
    return keyStateOf(this.#vault.content())
  }

  suspend(staffNo: string): Promise<void> {
    return this.#vault.suspend(this.#dataKey, staffNo)
  }

  resume(staffNo: string): Promise<void> {
    return this.#vault.resume(this.#dataKey, staffNo)
  }

  change(staffNo: string, current: string, next: string, nowAt: number): Promise<void> {
    return this.#vault.changePassphrase(staffNo, current, next, nowAt)
  }

  /** Proves that somebody knows the passphrase; throws as `Vault.unlock`. */
  async prove(staffNo: string, passphrase: string, nowAt: number): Promise<void> {
    const { dataKey } = await this.#vault.unlock(staffNo, passphrase, nowAt)
    dataKey.fill(0)
  }

  /** Remembers up to where the audit's chain was recomputed, and when. */
  rememberChecked(checked: Witness): Promise<void> {
    return this.#vault.remember({ checked })
  }

  /** The vault as a backup carries it, once `passphrase` has been proved. */
  forBackup(staffNo: string, passphrase: string) {
    return this.#vault.forBackup(this.#dataKey, staffNo, passphrase)
  }

  forget(): void {
    this.#dataKey.fill(0)
  }
}
