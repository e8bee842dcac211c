import type { ChainVerdict } from '../../shared/contract/audit.ts'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import type { Connection } from '../engine/connection.ts'
import { appErrorOf } from '../engine/faults.ts'
import { Runner } from '../engine/runner.ts'
import { systemClockAndEntropy } from '../engine/uid.ts'
import { handlers } from '../features/index.ts'
import { CHECK_NAMES, type Check, examineDatabase, examineFiles } from '../vault/doctor.ts'
import { requireUnheld } from '../vault/folder-lock.ts'
import { Vault } from '../vault/vault.ts'
import type { Arguments } from './arguments.ts'
import { staffNoOf } from './branch-session.ts'
import type { CommandContext } from './command.ts'

/** Every check that can be made; those that need the key are skipped where it cannot be had. */
export async function examineStore(
  folder: string,
  passphrase: string | null,
  given: Arguments,
  context: CommandContext,
): Promise<readonly Check[]> {
  const checks = [...examineFiles(folder)]
  const vaultFailed = checks.some(({ name, state }) => name === 'vault' && state === 'failed')
  if (vaultFailed) return withSkipped(checks, 'vault')
  if (passphrase === null) return withSkipped(checks, 'passphrase')
  try {
    requireUnheld(folder)
    const staffNo = staffNoOf(given, context, folder)
    const vault = Vault.at(folder, context.protector)
    const { dataKey } = await vault.unlock(staffNo, passphrase, context.nowAt())
    const expectedSalt = vault.content().databaseSalt
    const nativeBinding = context.env.HUIYAN_SQLITE_BINDING
    const nowAt = context.nowAt()
    checks.push(...examineDatabase({ folder, dataKey, expectedSalt, nowAt, nativeBinding }, auditVerdict))
    dataKey.fill(0)
  } catch (error) {
    const { code, detail } = appErrorOf(error)
    checks.push({ name: 'key', state: 'failed', code, detail })
  }
  return withSkipped(checks, 'key')
}

/** Names what was not looked at, and what stood in the way. */
function withSkipped(checks: readonly Check[], why: string): readonly Check[] {
  const missing = CHECK_NAMES.filter((name) => !checks.some((check) => check.name === name))
  return [...checks, ...missing.map((name): Check => ({ name, state: 'skipped', why }))]
}

function auditVerdict(connection: Connection): Readonly<Record<string, number>> {
  const examiner = { no: 'doctor', name: '', role: 'admin' } as const
  const runner = new Runner(connection, handlers, systemClockAndEntropy)
  // The feature's own handler answers with the contract's type for that name.
  const verdict = runner.run('audit.verify', {}, examiner).value as ChainVerdict
  if (verdict.intact) return { entries: verdict.entries }
  throw new AppError('audit.broken', { brokenAt: verdict.brokenAt, reason: verdict.reason })
}
