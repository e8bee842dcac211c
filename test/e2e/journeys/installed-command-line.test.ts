import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '../../../scripts/bootstrap/project-root.ts'
import { electronLaunch } from '../../../scripts/electron-runtime/launch.ts'

const run = promisify(execFile)

let dataFolder: string
beforeAll(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'huiyan-installed-'))
})
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }))

/** The program itself, as it is installed, with `--cli` before the command. */
async function installed(...command: string[]): Promise<unknown> {
  const { executablePath, args, env } = electronLaunch()
  const all = [...args, projectRoot, '--cli', ...command, '--data-dir', dataFolder, '--json']
  const { stdout } = await run(executablePath, all, { env: { ...env, HUIYAN_PASSPHRASE: '一个长口令 1234' } })
  return JSON.parse(stdout)
}

test('the installed program founds a branch and examines it without a window', async () => {
  expect(await installed('init', '--branch', '城东网点', '--staff', '1001', '--role', 'admin')).toMatchObject(
    { ok: true },
  )
  expect(await installed('doctor')).toMatchObject({ ok: true, healthy: true })
})
