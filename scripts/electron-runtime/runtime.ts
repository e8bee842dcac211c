import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../bootstrap/project-root.ts'
import { cachedFolder } from './build-cache.ts'

/** An Electron on this machine, and the SQLite addon it needs where the package's own does not fit it. */
export interface ElectronRuntime {
  readonly kind: 'official' | 'registry'
  /** The folder that holds the binary. */
  readonly dist: string
  readonly executablePath: string
  readonly sqliteBinding: string | null
}

/** Electron 33 has Chromium 130, Node 20.18 and Node-API 9. */
export const REGISTRY_ELECTRON_VERSION = '33.2.1'
export const ADDON_FILE = 'better_sqlite3.node'

const ELECTRON = join(projectRoot, 'node_modules', 'electron')

/** The runtime that Electron's own installer put there, or null. */
export function officialRuntime(): ElectronRuntime | null {
  const binaryName = readText(join(ELECTRON, 'path.txt'))
  if (binaryName === null || readText(join(ELECTRON, 'dist', 'version')) !== packageVersion('electron'))
    return null
  const dist = join(ELECTRON, 'dist')
  const executablePath = join(dist, binaryName)
  return existsSync(executablePath) ? { kind: 'official', dist, executablePath, sqliteBinding: null } : null
}

/** The runtime put together from the registry as this version of the project would build it, whether it is there or not. */
export function registryRuntime(): ElectronRuntime {
  const here = (name: string): URL => new URL(name, import.meta.url)
  const dist = cachedFolder(`electron-${REGISTRY_ELECTRON_VERSION}`, [
    here('registry-electron.ts'),
    here('default-app/main.mjs'),
    here('default-app/package.json'),
  ])
  const addon = cachedFolder(`sqlite-napi9-${packageVersion('better-sqlite3')}`, [
    here('sqlite-addon.ts'),
    here('napi9/primitive-references.c'),
  ])
  return {
    kind: 'registry',
    dist,
    executablePath: join(dist, 'electron'),
    sqliteBinding: join(addon, ADDON_FILE),
  }
}

/** @returns whether nothing of this runtime is missing */
export function isThere(runtime: ElectronRuntime): boolean {
  return (
    existsSync(runtime.executablePath) &&
    (runtime.sqliteBinding === null || existsSync(runtime.sqliteBinding))
  )
}

function packageVersion(name: string): string {
  return JSON.parse(readFileSync(join(projectRoot, 'node_modules', name, 'package.json'), 'utf8')).version
}

function readText(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8').trim().replace(/^v/, '') : null
}
