import { randomUUID } from 'node:crypto'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ParsedInputOf } from '../../shared/contract/index.ts'
import { demoPassphrase, STAFF } from '../../shared/demo/staff.ts'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import type { Role } from '../../shared/domain/branch/roles.ts'
import type { EnginePool } from '../engine/pool.ts'
import { CHAIN_BEGINS } from '../vault/chain-memory.ts'
import { makeFolder, OWNER_ONLY, syncFolder } from '../vault/durable-file.ts'
import { type FolderHold, holdFolder } from '../vault/folder-lock.ts'
import { removeDeadMarkers } from '../vault/open-marker.ts'
import { isReplacing, settleReplacement } from '../vault/replace-branch.ts'
import { databaseIn, databaseSaltOf, hasDatabase } from '../vault/store-files.ts'
import { Vault } from '../vault/vault.ts'
import { FOUNDING_FILE, hasVault } from '../vault/vault-file.ts'
import { NOBODY_LISTENS, type OpenEngine, openEngine, withoutReaders } from './open-branch.ts'
import type { SessionOptions } from './session-options.ts'

export type Founding = ParsedInputOf<'session.createBranch'> & { readonly role: Role }

const SCRATCH_FOLDER = 'scratch'
const DATABASE_ENDINGS = ['', '-wal', '-shm', '-journal'] as const

/**
 * Founds the folder's branch and closes it again. The vault takes its name last: until then the folder counts as
 * empty, and what an interrupted founding left behind is swept away by the next one.
 * Throws `session.branchExists`, `session.beingFounded`, `session.beingRestored`, `session.weakPassphrase`, `vault.unreadable` beside a database without its vault,
 * and `AppError` `engine.*`.
 */
export async function foundBranch(options: SessionOptions, founding: Founding): Promise<void> {
  makeFolder(options.dataFolder)
  settleReplacement(options.dataFolder)
  const hold = holdFolder(options.dataFolder, 'founding')
  try {
    await foundAlone(options, founding, hold)
  } finally {
    hold.letGo()
  }
}

async function foundAlone(options: SessionOptions, founding: Founding, hold: FolderHold): Promise<void> {
  const { dataFolder, protector } = options
  prepareFolder(dataFolder)
  const founder = { no: founding.staffNo, passphrase: founding.passphrase }
  const { vault, dataKey } = await Vault.found(dataFolder, protector, founding.branchName, founder)
  let open: OpenEngine | null = null
  try {
    // SQLite would make it readable for all; its WAL takes the file's permissions.
    writeFileSync(databaseIn(dataFolder), '', { mode: OWNER_ONLY })
    open = await openEngine(withoutReaders(options), dataKey, null, CHAIN_BEGINS, NOBODY_LISTENS)
    await fill(options, open.engine, founding)
    if (founding.kind === 'demo') await letDemoStaffIn(vault, dataKey, founder.no)
    await open.close()
    hold.requireOwn()
  } catch (error) {
    await open?.close()
    // What lies there may be another's by now, who took the folder over.
    if (hold.isOwn()) sweep(dataFolder)
    throw error
  } finally {
    dataKey.fill(0)
  }
  vault.settle(databaseSaltOf(databaseIn(dataFolder)))
}

/** Everyone of the demo branch can be tried; only there, where nobody is real. */
async function letDemoStaffIn(vault: Vault, dataKey: Uint8Array, founderNo: string): Promise<void> {
  for (const { no } of STAFF) if (no !== founderNo) await vault.addSlot(dataKey, no, demoPassphrase(no))
}

async function fill({ dataFolder, demo, publish }: SessionOptions, engine: EnginePool, founding: Founding) {
  const founder = { no: founding.staffNo, name: founding.staffName, role: founding.role }
  const isDemo = founding.kind === 'demo'
  await engine.internal(
    'branch.create',
    {
      name: founding.branchName,
      demo: isDemo,
      demoAsOf: isDemo ? demo.asOf : null,
      deviceUid: randomUUID(),
      founder,
    },
    founder,
  )
  if (!isDemo) return
  const scratchFolder = join(dataFolder, SCRATCH_FOLDER)
  const load = engine.job('demo.load', { ...demo, scratchFolder }, founder, (progress) =>
    publish('import', progress),
  )
  try {
    await load.done
  } finally {
    rmSync(scratchFolder, { recursive: true, force: true })
  }
}

function prepareFolder(folder: string): void {
  if (isReplacing(folder)) throw new AppError('session.beingRestored')
  if (hasVault(folder)) throw new AppError('session.branchExists')
  if (existsSync(join(folder, FOUNDING_FILE))) sweep(folder)
  if (hasDatabase(folder)) throw new AppError('vault.unreadable', { cause: 'missing' })
}

function sweep(folder: string): void {
  for (const ending of DATABASE_ENDINGS) rmSync(`${databaseIn(folder)}${ending}`, { force: true })
  // Of the founding that is swept: nobody else ever opened this branch.
  removeDeadMarkers(folder)
  rmSync(join(folder, SCRATCH_FOLDER), { recursive: true, force: true })
  // It says that these are only leftovers: on the disk it must not be gone before they are.
  syncFolder(folder)
  rmSync(join(folder, FOUNDING_FILE), { force: true })
}
