/**
 * `npm run package [-- --win | --linux …]`: installers in `dist/`. Where only the package registry's Electron is to be
 * had, an unpacked application is built for a smoke test instead, which must never be handed out.
 */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { notice } from './bootstrap/notice.ts'
import { projectRoot } from './bootstrap/project-root.ts'
import { runTool } from './bootstrap/tool.ts'
import { ensureWorkstation } from './bootstrap/workstation.ts'
import { type ElectronRuntime, REGISTRY_ELECTRON_VERSION } from './electron-runtime/runtime.ts'

const SMOKE_FOLDER = 'dist/smoke-test-only'
const ADDON =
  'linux-unpacked/resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node'

async function buildSmokeTest({ dist, sqliteBinding }: ElectronRuntime): Promise<number> {
  notice(
    `Packaging with the registry's Electron into ${SMOKE_FOLDER}: to see that it starts, not to be handed out.`,
  )
  const settings = {
    electronDist: dist,
    electronVersion: REGISTRY_ELECTRON_VERSION,
    'directories.output': SMOKE_FOLDER,
  }
  const options = Object.entries(settings).map(([name, value]) => `--config.${name}=${value}`)
  const code = await runTool('electron-builder', ['--linux', 'dir', '--publish', 'never', ...options])
  if (code === 0 && sqliteBinding !== null)
    copyFileSync(sqliteBinding, join(projectRoot, SMOKE_FOLDER, ADDON))
  return code
}

const runtime = await ensureWorkstation()
process.exitCode =
  runtime.kind === 'registry'
    ? await buildSmokeTest(runtime)
    : await runTool('electron-builder', ['--publish', 'never', ...process.argv.slice(2)])
