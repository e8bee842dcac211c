import type { InternalResultOf } from '../../shared/contract/internal/index.ts'
import type { SessionStaff } from '../../shared/contract/session.ts'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { KEEPERS } from '../../shared/domain/branch/roles.ts'
import { uncaughtReport } from '../engine/fault-report.ts'
import { EnginePool } from '../engine/pool.ts'
import { chainCheckOf } from '../vault/chain-memory.ts'
import { KeyChange } from '../vault/key-change.ts'
import { databaseIn } from '../vault/store-files.ts'
import type { Unlocked, Vault } from '../vault/vault.ts'
import { type EngineListener, type OpenEngine, openEngine } from './open-branch.ts'
import type { SessionOptions } from './session-options.ts'

interface Entered {
  readonly open: OpenEngine
  /** Whoever holds it overwrites it. */
  readonly dataKey: Uint8Array
  readonly row: InternalResultOf<'staff.enter'>
  /** The branch has a new data key since this sign-in. */
  readonly keyChanged: boolean
}

interface Entry {
  readonly vault: Vault
  readonly staffNo: string
  readonly unlocked: Unlocked
}

/**
 * Opens the branch for somebody whose passphrase was right. Where the data key is due to be changed and they keep the
 * staff list, it is changed on the way: then nobody works in the branch, and who left can do nothing about it.
 * Throws as `openEngine`, `session.unknownStaff`, `session.inactiveStaff`; the key is overwritten then.
 */
export async function enterBranch(
  options: SessionOptions,
  { vault, staffNo, unlocked }: Entry,
  listener: EngineListener,
): Promise<Entered> {
  let open: OpenEngine | null = null
  let change: KeyChange | null = null
  let dataKey = unlocked.dataKey
  try {
    const chain = chainCheckOf(vault.content().chain)
    open = await openEngine(options, dataKey, unlocked.databaseSalt, chain, listener)
    const row = await open.engine.internal('staff.enter', { no: staffNo }, nobody(staffNo))
    if (KEEPERS.includes(row.role)) change = begunChange(options, vault)
    if (change === null) return { open, dataKey, row, keyChanged: false }
    const active = await activeNos(open, row)
    await open.close()
    open = null
    const keyChanged = await installed(options, vault, { change, from: dataKey, active })
    if (keyChanged) {
      dataKey.fill(0)
      dataKey = change.dataKey
    }
    open = await openEngine(options, dataKey, vault.content().databaseSalt, chain, listener)
    return { open, dataKey, row, keyChanged }
  } catch (error) {
    await open?.close()
    dataKey.fill(0)
    throw wasOvertaken(vault, unlocked, change) ? new AppError('session.keyBeingChanged') : error
  } finally {
    if (change !== null && change.dataKey !== dataKey) change.dataKey.fill(0)
    change?.end()
  }
}

/** Null where none is due or where it cannot be now, which keeps nobody from working. */
function begunChange({ dataFolder, watch }: SessionOptions, vault: Vault): KeyChange | null {
  try {
    return KeyChange.begin(dataFolder, vault)
  } catch (error) {
    watch?.failed(uncaughtReport(CHANGE, error))
    return null
  }
}

/** Whether the branch is under the new key now, also where something failed after it had taken its place. */
async function installed(
  { dataFolder, engine, watch }: SessionOptions,
  vault: Vault,
  { change, from, active }: { change: KeyChange; from: Uint8Array; active: ReadonlySet<string> },
): Promise<boolean> {
  const before = vault.content().databaseSalt
  const closed = {
    ...engine,
    ...(watch === undefined ? {} : { watch }),
    file: databaseIn(dataFolder),
    dataKey: from,
  }
  try {
    await change.fill((file, under) => EnginePool.copyClosed(closed, file, under))
    await change.install(vault, from, active)
  } catch (error) {
    watch?.failed(uncaughtReport(CHANGE, error))
  }
  return vault.content().databaseSalt !== before
}

/** What the log calls it. */
const CHANGE = 'vault.changeKey'

async function activeNos({ engine }: OpenEngine, row: SessionStaff): Promise<ReadonlySet<string>> {
  const staff = await engine.call('staff.list', {}, row)
  return new Set(staff.filter(({ active }) => active).map(({ no }) => no))
}

/** Somebody else changed the key between our passphrase and our opening. */
function wasOvertaken(vault: Vault, { databaseSalt }: Unlocked, change: KeyChange | null): boolean {
  try {
    return change === null && vault.content().databaseSalt !== databaseSalt
  } catch {
    // The vault itself is at fault, which is what the error says.
    return false
  }
}

/** Before the database says who a number is, it is nobody in particular. */
function nobody(no: string): SessionStaff {
  return { no, name: '', role: 'teller' }
}
