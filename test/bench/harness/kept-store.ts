import { globSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { notice } from '../../../scripts/bootstrap/notice.ts'
import { projectRoot } from '../../../scripts/bootstrap/project-root.ts'
import { buildOnce, cachedFolder } from '../../../scripts/electron-runtime/build-cache.ts'
import { NEWEST_VERSION } from '../../../src/main/engine/migrations/index.ts'
import { benchBranch, buildBranch } from './branch-store.ts'
import { type Scale, TRANSACTIONS_PER_CUSTOMER } from './scale.ts'

/** What decides the rows of a bench branch and the tables they lie in. */
const RECIPE = [
  'src/shared/demo/*.ts',
  'src/main/engine/migrations/*.ts',
  'src/main/engine/connection.ts',
  'src/main/engine/facts/*.ts',
  'src/main/engine/search-index/*.ts',
  'test/bench/harness/branch-store.ts',
]

/** The folder of this scale's branch, built if need be. It is kept outside the work tree for the next run. */
export async function keptStoreFolder(scale: Scale): Promise<string> {
  const folder = cachedFolder(`bench-${scale.name}-v${NEWEST_VERSION}`, recipeFiles())
  await buildOnce(folder, async (staging) => {
    notice(`Importing ${scale.customers} customers into ${folder} …`)
    await buildBranch(staging, benchBranch(scale.customers, TRANSACTIONS_PER_CUSTOMER))
  })
  sweepOutdated(folder, scale)
  return folder
}

function recipeFiles(): URL[] {
  return globSync(RECIPE, { cwd: projectRoot })
    .sort()
    .map((path) => new URL(path, pathToFileURL(`${projectRoot}/`)))
}

/** A branch of another schema or generator is of no use any more, and large. */
function sweepOutdated(folder: string, scale: Scale): void {
  for (const other of globSync(`bench-${scale.name}-v*`, { cwd: dirname(folder) })) {
    if (other === basename(folder) || other.includes('.')) continue
    rmSync(`${dirname(folder)}/${other}`, { recursive: true, force: true })
  }
}
