import { Refusal } from '../../shared/domain/refusal.ts'
import { inspectStore } from '../vault/store-faults.ts'
import type { Arguments } from './arguments.ts'
import type { Surroundings } from './command.ts'
import { examineStore } from './examine-store.ts'

/**
 * Throws `backup.storeHealthy` unless the folder is empty or what is in it is shown to be damaged: a restore throws
 * away every commit since the backup, so a branch that merely could not be looked at counts as healthy.
 */
export async function requireReplaceable(
  folder: string,
  passphrase: string,
  given: Arguments,
  surroundings: Surroundings,
): Promise<void> {
  if (inspectStore(folder).state !== 'ready') return
  const checks = await examineStore(folder, passphrase, given, surroundings)
  const damaged = checks.some((check) => check.state === 'failed' && check.code.startsWith('engine.'))
  if (!damaged) throw new Refusal('backup.storeHealthy')
}
