import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EnginePool } from '../../../src/main/engine/pool.ts'
import { writeExtract } from '../../../src/main/features/demo/write-extract.ts'
import { openEngine } from '../../../src/main/session/open-branch.ts'
import { CHAIN_BEGINS } from '../../../src/main/vault/chain-memory.ts'
import { plainProtector } from '../../../src/main/vault/device-protector.ts'
import { databaseIn, databaseSaltOf } from '../../../src/main/vault/store-files.ts'
import { Vault } from '../../../src/main/vault/vault.ts'
import type { ImportProfile } from '../../../src/shared/contract/import-profile.ts'
import type { ImportSheet } from '../../../src/shared/contract/imports.ts'
import type { SessionStaff } from '../../../src/shared/contract/session.ts'
import { type DemoBranch, generateBranch } from '../../../src/shared/demo/branch.ts'
import { DEMO_PROFILE } from '../../../src/shared/demo/profile.ts'
import type { ImportEntity } from '../../../src/shared/domain/imports/import-fields.ts'

/** Who founded every bench branch. The key is fixed on purpose: nobody in it is real. */
export const HEAD: SessionStaff = { no: '8001', name: '方慧中', role: 'head' }
export const PASSPHRASE = 'bench of 8001'

const SEED = 2026
/** The day bench branches live in, so that every run asks the same of the same facts. */
export const BRANCH_DAY = '2026-11-20'
export const ENGINE_WORKER = new URL('../../../src/main/engine-worker.ts', import.meta.url)

/** An encrypted branch on the disk, and the key of its database. */
export interface BranchStore {
  readonly folder: string
  readonly file: string
  readonly dataKey: Uint8Array
}

export function benchBranch(customers: number, transactionsPerCustomer: number): DemoBranch {
  return generateBranch({ seed: SEED, asOf: BRANCH_DAY, customers, transactionsPerCustomer })
}

/** The store in a folder that `foundStore` filled. */
export async function openStore(folder: string): Promise<BranchStore> {
  const vault = Vault.at(folder, plainProtector)
  const { dataKey } = await vault.unlock(HEAD.no, PASSPHRASE, Date.now())
  return { folder, file: databaseIn(folder), dataKey }
}

/** Founds an empty branch, lets `fill` work in it, and closes it as the product would. */
export async function foundStore(folder: string, fill: (engine: EnginePool) => Promise<void>): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const founder = { no: HEAD.no, passphrase: PASSPHRASE }
  const { vault, dataKey } = await Vault.found(folder, plainProtector, '测速网点', founder)
  const parts = { dataFolder: folder, engine: { worker: ENGINE_WORKER, readers: 0 } }
  const nobodyListens = { tables: () => {}, writer: () => {} }
  const { engine, close } = await openEngine(parts, dataKey, null, CHAIN_BEGINS, nobodyListens)
  const branch = { name: '测速网点', demo: true, demoAsOf: BRANCH_DAY, deviceUid: randomUUID() }
  await engine.internal('branch.create', { ...branch, founder: HEAD }, HEAD)
  await fill(engine)
  await close()
  vault.settle(databaseSaltOf(databaseIn(folder)))
}

/** Writes the branch's extract into a new folder. */
export function writeExtractTo(folder: string, branch: DemoBranch): void {
  mkdirSync(folder, { recursive: true })
  for (const _piece of writeExtract(branch, folder));
}

/** The profile of the generator's extract for some of its files. */
export function profileFor(...entities: readonly ImportEntity[]): ImportProfile {
  const files = DEMO_PROFILE.files.filter(({ entity }) => entities.some((each) => each === entity))
  return { ...DEMO_PROFILE, files }
}

/** Imports by the product's own job. Throws what the job throws. */
export function importInto(
  engine: EnginePool,
  extractFolder: string,
  rejectFolder: string,
  profile: ImportProfile = DEMO_PROFILE,
): Promise<ImportSheet> {
  const order = { profile, folder: extractFolder, rejectFolder, asOf: BRANCH_DAY, again: true }
  return engine.job('imports.run', order, HEAD).done
}

/** Fills a new branch with everybody, by way of a bank's extract. Leaves a note of how long the import took. */
export async function buildBranch(folder: string, branch: DemoBranch): Promise<void> {
  const extract = join(folder, 'extract')
  writeExtractTo(extract, branch)
  await foundStore(folder, async (engine) => {
    for (const { no, name, role } of branch.staff) {
      if (no !== HEAD.no) await engine.internal('staff.insert', { no, name, role }, HEAD)
    }
    const startedAt = performance.now()
    const { entities } = await importInto(engine, extract, folder)
    const seconds = Math.round((performance.now() - startedAt) / 1_000)
    writeFileSync(join(folder, 'import.json'), JSON.stringify({ seconds, entities }))
    // As on every day after the first sign-in: otherwise each bench would measure beside the morning's recount.
    await engine.job('facts.refresh', {}, HEAD).done
  })
  rmSync(extract, { recursive: true })
}
