import { join } from 'node:path'
import type { Doubt } from '../../shared/contract/internal/audit.ts'
import type { SessionStaff } from '../../shared/contract/session.ts'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { KEEPERS } from '../../shared/domain/branch/roles.ts'
import type { Witness } from '../../shared/domain/branch/witness.ts'
import { requireReason } from '../../shared/domain/consent/reason.ts'
import { witnessesToCompare } from '../engine/chain/chain-check.ts'
import { replaceWitness, WITNESS_FILE } from '../engine/chain/witness-file.ts'
import { NOTHING_COMPARED } from '../vault/chain-memory.ts'
import { type FolderHold, holdFolder } from '../vault/folder-lock.ts'
import { chainCheckIn } from '../vault/known-witnesses.ts'
import { isWalMissing, otherOpeners, removeDeadMarkers } from '../vault/open-marker.ts'
import { Vault } from '../vault/vault.ts'
import { NOBODY_LISTENS, openEngine, withoutReaders } from './open-branch.ts'
import type { SessionOptions } from './session-options.ts'

export interface Acceptance {
  readonly staffNo: string
  readonly passphrase: string
  /** Why work goes on all the same; stands in the audit. */
  readonly reason: string
}

/**
 * Accepts what a start found to be missing or in doubt: the audit's chain lacks a witness, the log of the last commits
 * is gone, or the clock cannot be right. Each becomes a link with its reason, and the chain's end as it is now becomes the
 * witness. The folder is held and the branch opened for that alone; until it is done, what was found stands.
 * Throws `customers.reasonTooShort`, `call.notAllowed` for anyone but a head or an administrator, `session.noDoubt` where
 * there is nothing to accept, `session.alreadyOpen`, and as `holdFolder` and a sign-in do.
 */
export async function acceptDoubts(
  options: SessionOptions,
  acceptance: Acceptance,
): Promise<readonly Doubt[]> {
  requireReason(acceptance.reason)
  const { dataFolder } = options
  const hold = holdFolder(dataFolder, 'accepting')
  try {
    // After the lock: whoever opens the branch puts a marker and then looks at it.
    if (otherOpeners(dataFolder).length > 0) throw new AppError('session.alreadyOpen')
    return await acceptHeld(options, acceptance, hold)
  } finally {
    hold.letGo()
  }
}

async function acceptHeld(
  options: SessionOptions,
  acceptance: Acceptance,
  hold: FolderHold,
): Promise<readonly Doubt[]> {
  const { dataFolder, protector, clock, machineRanFor } = options
  const vault = Vault.at(dataFolder, protector, machineRanFor)
  const { dataKey } = await vault.unlock(acceptance.staffNo, acceptance.passphrase, clock.nowAt())
  try {
    const { doubts, end } = await acceptOpened(options, vault, dataKey, acceptance)
    hold.requireOwn()
    replaceWitness(join(dataFolder, WITNESS_FILE), end)
    await vault.remember({ witness: end, restored: null, checked: null })
    removeDeadMarkers(dataFolder)
    return doubts
  } finally {
    dataKey.fill(0)
  }
}

async function acceptOpened(
  options: SessionOptions,
  vault: Vault,
  dataKey: Uint8Array,
  { staffNo, reason }: Acceptance,
): Promise<{ readonly doubts: readonly Doubt[]; readonly end: Witness }> {
  const outside = doubtsOutside(options.dataFolder)
  const { engine, close } = await openEngine(
    withoutReaders(options),
    dataKey,
    vault.content().databaseSalt,
    NOTHING_COMPARED,
    NOBODY_LISTENS,
    'acceptance',
  )
  try {
    const nobody: SessionStaff = { no: staffNo, name: '', role: 'teller' }
    const staff = await engine.internal('staff.find', { no: staffNo }, nobody)
    if (!KEEPERS.includes(staff.role)) throw new AppError('call.notAllowed', { role: staff.role })
    const inside = await engine.internal('audit.doubts', { witnesses: outside.witnesses }, staff)
    const doubts = [...outside.doubts, ...inside]
    if (doubts.length === 0) throw new AppError('session.noDoubt')
    for (const { code, detail } of doubts) {
      const entry = {
        action: 'store.accepted' as const,
        customerUid: null,
        detail: { ...detail, code, reason },
      }
      await engine.internal('audit.record', entry, staff)
    }
    return { doubts, end: await engine.internal('audit.end', {}, staff) }
  } finally {
    await close()
  }
}

/** What the files beside the database say, without a key. */
function doubtsOutside(folder: string): {
  readonly doubts: readonly Doubt[]
  readonly witnesses: readonly Witness[]
} {
  const check = chainCheckIn(folder)
  const lost: readonly Doubt[] = isWalMissing(folder) ? [{ code: 'engine.walMissing', detail: {} }] : []
  try {
    return { doubts: lost, witnesses: witnessesToCompare(join(folder, WITNESS_FILE), check) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { doubts: [...lost, { code: error.code, detail: error.detail }], witnesses: check.witnesses }
  }
}
