import { Refusal, type RefusalCode } from '../../shared/domain/branch/refusal.ts'
import { inspectStore } from '../vault/store-faults.ts'
import type { Arguments } from './arguments.ts'
import type { Surroundings } from './command.ts'
import { examineStore } from './examine-store.ts'

/** Faults that a backup repairs. A newer version's file or a full disk is no damage: the content is intact. */
const CURED_BY_RESTORE: readonly RefusalCode[] = [
  'engine.damaged',
  'engine.walMissing',
  'engine.wrongKey',
  'vault.unreadable',
]
/** The slots can never open here again. Elsewhere, under the system's key store, they still do. */
const LOST_DEVICE: readonly unknown[] = ['missing', 'damaged', 'other']

interface Fault {
  readonly code: string
  readonly detail: Readonly<Record<string, unknown>>
}

/**
 * Throws unless the folder is empty or what is in it is shown to be damaged: a restore puts every commit since the
 * backup aside, so a branch that merely could not be looked at counts as healthy (`backup.storeHealthy`), and one that
 * cannot be used for another reason is told that reason (`engine.tooNew`, `engine.diskFull`, `engine.readOnly`).
 */
export async function requireReplaceable(
  folder: string,
  passphrase: string,
  given: Arguments,
  surroundings: Surroundings,
): Promise<void> {
  const condition = inspectStore(folder)
  if (condition.state === 'no-branch') return
  if (condition.state === 'faulty') {
    if (isCured(condition.fault)) return
    throw new Refusal(condition.fault.code, { ...condition.fault.detail })
  }
  const checks = await examineStore(folder, passphrase, given, surroundings)
  const failed = checks.filter((check) => check.state === 'failed')
  if (failed.some(isCured)) return
  const newer = failed.find(({ code }) => code === 'engine.tooNew')
  if (newer !== undefined) throw new Refusal('engine.tooNew', { ...newer.detail })
  throw new Refusal('backup.storeHealthy')
}

function isCured({ code, detail }: Fault): boolean {
  if (code === 'vault.deviceMismatch') return LOST_DEVICE.includes(detail.cause)
  return CURED_BY_RESTORE.some((each) => each === code)
}
