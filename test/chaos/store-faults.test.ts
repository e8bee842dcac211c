import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { projectRoot } from '../../scripts/bootstrap/project-root.ts'
import { electronLaunch } from '../../scripts/electron-runtime/launch.ts'
import { NEWEST_VERSION } from '../../src/main/engine/migrations/index.ts'
import type { StoreFault } from '../../src/shared/contract/session.ts'
import { signIn, trySignIn } from '../e2e/harness/signing-in.ts'
import { Workstation } from '../e2e/harness/workstation.ts'
import { cli } from '../support/cli/command-line.ts'
import { BusyWorkstation } from './harness/busy-workstation.ts'
import { type ChaosBranch, foundBranch, HEAD } from './harness/chaos-branch.ts'
import { enlargeDisk, makeReadOnly, mayMount, mountSmallDisk } from './harness/mounts.ts'
import { damagePage, loseWal, makeNewer, NEWER_VERSION } from './harness/store-damage.ts'

/** Room for the branch, but not for a day's work. */
const SMALL_DISK_MIB = 24
const LARGE_DISK_MIB = 200

let template: ChaosBranch
let root: string
let branch: ChaosBranch
let backup: string
let workstation: Workstation | null = null

beforeAll(async () => {
  template = await foundBranch()
  backup = join(template.folder, '..', 'backup.tar')
  expect(await administrator(template.folder, 'backup', backup)).toMatchObject({ ok: true })
})
afterAll(() => template.remove())

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'huiyan-fault-'))
  branch = { ...template, folder: join(root, 'data') }
  mkdirSync(branch.folder)
})
afterEach(async () => {
  await stop()
  rmSync(root, { recursive: true, force: true })
})

async function administrator(folder: string, ...command: string[]): Promise<object> {
  // The demonstration has colleagues who sign in too, so the command has to be told who gives it.
  return (await cli([...command, '--data-dir', folder, '--json'], { env: { HUIYAN_STAFF: HEAD.no } })).answer
}

function fillFolder(): void {
  cpSync(template.folder, branch.folder, { recursive: true })
}

async function start(): Promise<Workstation> {
  workstation = await Workstation.start({ dataFolder: branch.folder })
  return workstation
}

async function stop(): Promise<void> {
  await workstation?.stop()
  workstation = null
}

/** What the screen says of a fault: the sentence of its code, the code itself, and where help is. */
async function expectFault({ window, say }: Workstation, { code, detail }: StoreFault): Promise<void> {
  const alert = window.getByRole('alert')
  await alert.waitFor()
  expect(await alert.textContent()).toContain(say(`error.${code}`, { ...detail }))
  expect(await alert.textContent()).toContain(code)
  const help = await window.getByRole('main').textContent()
  expect(help).toContain(say('session.faultHelp'))
}

async function tryAgain({ window, say }: Workstation): Promise<void> {
  await window.getByRole('button', { name: say('session.tryAgain') }).click()
}

describe('a branch whose files are at fault', () => {
  it('says at the sign-in that a page is damaged; the backup puts it right', async () => {
    fillFolder()
    damagePage(branch)
    const shown = await start()
    await trySignIn(shown, HEAD)
    await expectFault(shown, { code: 'engine.damaged', detail: {} })
    expect(await administrator(branch.folder, 'doctor')).toMatchObject({ error: { code: 'engine.damaged' } })
    expect(await administrator(branch.folder, 'restore', backup)).toMatchObject({ ok: true })
    await tryAgain(shown)
    await signIn(shown, HEAD)
  })

  it('says at the start that the log of a killed process is gone; its loss can be accepted', async () => {
    fillFolder()
    const busy = await BusyWorkstation.start(branch.folder)
    await busy.signIn()
    await busy.kill()
    loseWal(branch)
    const shown = await start()
    await expectFault(shown, { code: 'engine.walMissing', detail: {} })
    expect(await administrator(branch.folder, 'doctor')).toMatchObject({
      error: { code: 'engine.walMissing' },
    })
    expect(
      await administrator(branch.folder, 'doctor', '--accept-loss', '--reason', '日志未找回'),
    ).toMatchObject({
      lossAccepted: true,
    })
    await tryAgain(shown)
    await signIn(shown, HEAD)
  })

  it('says that a newer version wrote it, and leaves it alone', async () => {
    fillFolder()
    makeNewer(branch)
    const shown = await start()
    await trySignIn(shown, HEAD)
    const detail = { found: NEWER_VERSION, known: NEWEST_VERSION }
    await expectFault(shown, { code: 'engine.tooNew', detail })
    expect(await administrator(branch.folder, 'doctor')).toMatchObject({
      error: { code: 'engine.tooNew', detail },
    })
  })

  it('says that nothing can be written in its folder, until something can', async () => {
    fillFolder()
    const readOnly = makeReadOnly(branch.folder)
    try {
      const shown = await start()
      await expectFault(shown, { code: 'engine.readOnly', detail: {} })
      expect(await administrator(branch.folder, 'doctor')).toMatchObject({
        error: { code: 'engine.readOnly' },
      })
      readOnly.makeWritable()
      await tryAgain(shown)
      await signIn(shown, HEAD)
    } finally {
      await stop()
      readOnly.release()
    }
  })

  it.runIf(mayMount)('says that its disk is full, until there is room', async () => {
    const unmount = mountSmallDisk(branch.folder, SMALL_DISK_MIB)
    try {
      fillFolder()
      const shown = await start()
      await expectFault(shown, { code: 'engine.diskFull', detail: {} })
      expect(await administrator(branch.folder, 'doctor')).toMatchObject({
        error: { code: 'engine.diskFull' },
      })
      enlargeDisk(branch.folder, LARGE_DISK_MIB)
      await tryAgain(shown)
      await signIn(shown, HEAD)
    } finally {
      await stop()
      unmount()
    }
  })
})

it('starts once only: a second start ends by itself and brings the first window forward', async () => {
  fillFolder()
  const shown = await start()
  await shown.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  const { executablePath, args, env } = electronLaunch()
  const second = spawn(executablePath, [...args, projectRoot, `--data-dir=${branch.folder}`], {
    env,
    stdio: 'ignore',
  })
  await once(second, 'exit')
  expect(second.exitCode).toBe(0)
  const isVisible = () =>
    shown.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
  await expect.poll(isVisible).toBe(true)
  await signIn(shown, HEAD)
})
