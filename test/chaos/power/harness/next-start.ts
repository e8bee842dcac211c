import { plainProtector } from '../../../../src/main/vault/device-protector.ts'
import { inspectStore } from '../../../../src/main/vault/store-faults.ts'
import { Vault } from '../../../../src/main/vault/vault.ts'
import { AppError } from '../../../../src/shared/domain/branch/app-error.ts'
import { FOUNDER, openHouse } from '../../../support/router/open-house.ts'
import type { ChaosBranch } from '../../harness/chaos-branch.ts'

/** A branch that was started after the power came back, or why it was not. */
export type NextStart =
  | { readonly state: 'opened'; readonly passphrase: string; readonly branch: ChaosBranch }
  | { readonly state: 'no-branch' }
  | { readonly state: 'refused'; readonly why: string }

/** Starts the program on a folder, signs in with the first passphrase that opens it, signs out, and keeps the data key. */
export async function startAgain(folder: string, passphrases: readonly string[]): Promise<NextStart> {
  const condition = inspectStore(folder)
  if (condition.state === 'no-branch') return { state: 'no-branch' }
  if (condition.state === 'faulty')
    return { state: 'refused', why: `${condition.fault.code} ${JSON.stringify(condition.fault.detail)}` }
  const reasons: string[] = []
  for (const passphrase of passphrases) {
    const { sessions } = openHouse({ folder })
    try {
      await sessions.signIn(FOUNDER.no, passphrase)
      await sessions.close()
      const vault = Vault.at(folder, plainProtector)
      const { dataKey } = await vault.unlock(FOUNDER.no, passphrase, Date.now())
      return { state: 'opened', passphrase, branch: { folder, dataKey, remove: () => undefined } }
    } catch (error) {
      reasons.push(
        error instanceof AppError ? `${error.code} ${JSON.stringify(error.detail)}` : String(error),
      )
      await sessions.close()
    }
  }
  return { state: 'refused', why: reasons.join(', ') }
}
