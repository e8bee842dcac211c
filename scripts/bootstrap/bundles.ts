import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exclusively } from './exclusive.ts'
import { notice } from './notice.ts'
import { projectRoot } from './project-root.ts'
import { SetupProblem } from './setup-problem.ts'
import { runTool } from './tool.ts'

/** Everything that the bundles are made of. */
const INPUTS = [
  'src/**/*',
  'resources/**/*',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const STAMP = join(projectRoot, 'out', 'built-from')
const LOCK = join(projectRoot, 'node_modules', '.huiyan-build.lock')

/** Builds the bundles unless they were built from exactly these sources. */
export async function ensureBundles(): Promise<void> {
  if (isUpToDate()) return
  await exclusively(LOCK, async () => {
    if (!isUpToDate()) await build()
  })
}

/** Builds main process, preload script and windows into `out/`, whatever is there. */
export async function buildBundles(): Promise<void> {
  await exclusively(LOCK, build)
}

async function build(): Promise<void> {
  notice('Building …')
  const inputs = fingerprint()
  const code = await runTool('electron-vite', ['build', '--logLevel', 'warn'], { output: 'stderr' })
  if (code !== 0) throw new SetupProblem('The build failed.')
  writeFileSync(STAMP, inputs)
}

function isUpToDate(): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint()
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const path of globSync(INPUTS, { cwd: projectRoot }).sort()) {
    const file = join(projectRoot, path)
    if (statSync(file).isFile()) hash.update(`${path}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}
