import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Connection } from '../../../../src/main/engine/connection.ts'
import { plainProtector } from '../../../../src/main/vault/device-protector.ts'
import { restoreBackup } from '../../../../src/main/vault/restore-backup.ts'
import { databaseIn } from '../../../../src/main/vault/store-files.ts'
import { FOUNDER } from '../../../support/router/open-house.ts'
import { type Acknowledged, examine, SOUND, unfinishedImports } from '../../harness/post-mortem.ts'
import { type BranchBefore, EXTRACT_PEOPLE, placesIn } from './branch-before.ts'
import { foundAgain, type NextStart, startAgain } from './next-start.ts'
import type { Told } from './told.ts'
import { NEW_PASSPHRASE, type Work } from './works.ts'

type Opened = Extract<NextStart, { readonly state: 'opened' }>

export interface AfterCut {
  readonly work: Work
  /** What the power cut left; it is started from here, and changed by that. */
  readonly root: string
  readonly before: BranchBefore
  readonly told: Told
}

/** Everything that is wrong with what a power cut left, in words. */
export async function faultsOf(cut: AfterCut): Promise<readonly string[]> {
  const { data } = placesIn(cut.root)
  const passphrases = cut.work === 'passphrase' ? [NEW_PASSPHRASE, FOUNDER.passphrase] : [FOUNDER.passphrase]
  const start = await startAgain(data, passphrases)
  switch (start.state) {
    case 'refused':
      return [`the next start was refused: ${start.why}`]
    case 'no-branch':
      return cut.work === 'firstStart' && !cut.told.done ? foundAnew(data) : ['the branch is gone']
    case 'opened':
      return [...faultsOfAnyWork(cut, start), ...(await faultsOfThisWork(cut, start))]
  }
}

/** A first start that came to nothing can be made again. */
async function foundAnew(folder: string): Promise<string[]> {
  const why = await foundAgain(folder)
  return why === null ? [] : [`the first start cannot be repeated: ${why}`]
}

function faultsOfAnyWork({ work, before, told }: AfterCut, { branch }: Opened): string[] {
  // A restore and a first start say for themselves what has to be there.
  const flags = work === 'restore' || work === 'firstStart' ? [] : [...before.flags, ...told.flags]
  const unfinished = unfinishedImports(branch)
  return [...unsound(branch, flags), ...(unfinished === 0 ? [] : [`${unfinished} imports are unfinished`])]
}

function unsound(branch: Opened['branch'], flags: readonly Acknowledged[]): string[] {
  const found = Object.entries(examine(branch, flags))
  const expected = new Map(Object.entries(SOUND).map(([what, value]) => [what, JSON.stringify(value)]))
  return found.flatMap(([what, value]) =>
    JSON.stringify(value) === expected.get(what) ? [] : [`${what}: ${JSON.stringify(value)}`],
  )
}

async function faultsOfThisWork(cut: AfterCut, start: Opened): Promise<readonly string[]> {
  switch (cut.work) {
    case 'import':
      return faultsOfImport(cut, start)
    case 'backup':
      return faultsOfBackup(cut)
    case 'restore':
      return faultsOfRestore(cut, start)
    case 'passphrase':
      return cut.told.done && start.passphrase !== NEW_PASSPHRASE ? ['the new passphrase is gone'] : []
    case 'flags':
    case 'firstStart':
      return []
  }
}

function faultsOfImport({ told, root }: AfterCut, { branch }: Opened): string[] {
  const connection = Connection.open({
    file: databaseIn(branch.folder),
    dataKey: branch.dataKey,
    mode: 'reader',
  })
  try {
    const [run] = connection
      .statement<{ people: number; file: string | null }>(
        `SELECT (SELECT count(*) FROM customer WHERE import_id = import_run.id) AS people, reject_file AS file
         FROM import_run WHERE state = 'done' AND profile_name = '测试数据'`,
      )
      .all()
    if (run === undefined) return told.done ? ['the import is gone'] : []
    if (run.people !== EXTRACT_PEOPLE) return [`the import brought ${run.people} people`]
    return told.done ? faultsOfRejects(placesIn(root).data) : []
  } finally {
    connection.close()
  }
}

/** The answer names the file of what did not go in. */
function faultsOfRejects(data: string): string[] {
  const folder = join(data, 'rejects')
  const [name] = existsSync(folder) ? readdirSync(folder) : []
  if (name === undefined) return ['the file of rejected rows is gone']
  return readFileSync(join(folder, name), 'utf8').includes('C0') ? [] : ['the file of rejected rows is torn']
}

/** Under its own name a backup is whole. */
async function faultsOfBackup({ told, root, before }: AfterCut): Promise<readonly string[]> {
  const { newBackup } = placesIn(root)
  if (!existsSync(newBackup)) return told.done ? ['the backup is gone'] : []
  const folder = join(root, 'restored')
  try {
    const order = { file: newBackup, folder, protector: plainProtector, nowAt: Date.now() }
    await restoreBackup({ ...order, passphrase: FOUNDER.passphrase })
  } catch (error) {
    return [`the backup does not restore: ${error}`]
  }
  const start = await startAgain(folder, [FOUNDER.passphrase])
  return start.state === 'opened' ? unsound(start.branch, before.flags) : ['the backup does not open']
}

/** The old branch or the backup's, whole, and once it was said the backup's. */
function faultsOfRestore({ told, before }: AfterCut, { branch }: Opened): string[] {
  const { lost } = examine(branch, before.flags)
  if (lost.length === 0) return told.done ? ['the restored branch is gone'] : []
  const since = new Set(before.flagsSince)
  return lost.length === since.size && lost.every((flag) => since.has(flag))
    ? []
    : ['flags of the backup are gone']
}
