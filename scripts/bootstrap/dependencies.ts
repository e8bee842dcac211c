import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exclusively } from './exclusive.ts'
import { notice } from './notice.ts'
import { npm } from './npm.ts'
import { projectRoot } from './project-root.ts'
import { SetupProblem } from './setup-problem.ts'

interface LockedPackage {
  readonly version?: string
  readonly optional?: boolean
  readonly devOptional?: boolean
  readonly peer?: boolean
}
type LockedTree = Readonly<Record<string, LockedPackage>>

/** Installs what the lock file names where the installed tree differs from it. Costs a few milliseconds otherwise. */
export async function ensureDependencies(): Promise<void> {
  if (installedAsLocked()) return
  await exclusively(join(projectRoot, '.node', 'install.lock'), async () => {
    if (installedAsLocked()) return
    notice('Installing the packages of package-lock.json …')
    // Not `npm ci`: it refuses a lock file made where the registry lacked an optional package of another platform.
    await npm(['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'])
    if (!installedAsLocked())
      throw new SetupProblem('package-lock.json does not agree with package.json: run npm install')
  })
}

function installedAsLocked(): boolean {
  const locked = readTree('package-lock.json')
  const installed = readTree('node_modules/.package-lock.json')
  return locked !== null && installed !== null && satisfies(installed, locked)
}

function readTree(path: string): LockedTree | null {
  try {
    return JSON.parse(readFileSync(join(projectRoot, path), 'utf8')).packages
  } catch {
    return null
  }
}

/**
 * Whether every package that a lock file asks for is installed in that version. Packages for other platforms are
 * optional and may be absent.
 */
export function satisfies(installed: LockedTree, locked: LockedTree): boolean {
  return Object.entries(locked).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed[path]
    if (found === undefined)
      return wanted.optional === true || wanted.devOptional === true || wanted.peer === true
    return found.version === wanted.version
  })
}
