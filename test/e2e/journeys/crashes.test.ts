import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterCode } from '../harness/command-box.ts'
import { showStrip } from '../harness/counter-strip.ts'
import { openDemoBranch, signIn } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { nextSaveDialogAnswers } from '../harness/stand-in-dialogs.ts'
import { Workstation } from '../harness/workstation.ts'

type Page = 'index' | 'strip'
const PATIENCE = { timeout: 30_000 }

let workstation: Workstation
beforeAll(async () => {
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
})
afterAll(() => workstation?.stop())

/** Takes the process of a window's page away, as a fault of the graphics driver or of memory does, and marks its page. */
function crash(app: ElectronApplication, page: Page): Promise<void> {
  return app.evaluate(async ({ BrowserWindow }, name) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      new URL(webContents.getURL()).pathname.endsWith(`${name}.html`),
    )
    await window?.webContents.executeJavaScript('globalThis.isOld = true')
    window?.webContents.forcefullyCrashRenderer()
  }, page)
}

interface Seen {
  readonly address: string
  readonly text: string
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly visible: boolean
}

/** A window as it stands; the text is empty while its page is gone, the old one or loading. The harness's own page died with it. */
function see(app: ElectronApplication, page: Page): Promise<Seen | null> {
  return app.evaluate(async ({ BrowserWindow }, name) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      new URL(webContents.getURL()).pathname.endsWith(`${name}.html`),
    )
    if (window === undefined) return null
    const { webContents } = window
    const there = !webContents.isCrashed() && !webContents.isLoading()
    const read = () => webContents.executeJavaScript('globalThis.isOld ? "" : document.body.innerText')
    // A page that goes while it is asked never answers.
    const late = new Promise((resolve) => setTimeout(resolve, 2_000, ''))
    const text = there ? String(await Promise.race([read(), late])) : ''
    return { address: webContents.getURL(), text, bounds: window.getBounds(), visible: window.isVisible() }
  }, page)
}

const textOf = async (page: Page) => (await see(workstation.app, page))?.text ?? ''

/** Answers the system's own message with a button, and remembers what it said. */
async function standInForMessages(
  app: ElectronApplication,
  button: number,
): Promise<() => Promise<string[]>> {
  await app.evaluate(({ dialog }, response) => {
    const said: string[] = []
    Reflect.set(globalThis, 'messagesShown', said)
    dialog.showMessageBox = async (...given: unknown[]) => {
      const options = given.at(-1)
      said.push(JSON.stringify(options))
      return { response, checkboxChecked: false }
    }
  }, button)
  return () => app.evaluate(() => Reflect.get(globalThis, 'messagesShown'))
}

describe('a window whose page crashes', () => {
  it('the workstation comes back at its place, says what happened, and the session is as it was', async () => {
    const { app, say } = workstation
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1100, height: 710 })
    })
    const before = await see(app, 'index')
    await crash(app, 'index')
    await expect.poll(() => textOf('index'), PATIENCE).toContain(say('app.broughtBack'))
    await expect.poll(() => textOf('index'), PATIENCE).toContain(say('app.rail.lobby'))
    const after = await see(app, 'index')
    expect(after?.bounds).toEqual(before?.bounds)
    expect(after?.visible).toBe(true)
    expect(after?.address).toBe('app://workstation/index.html')
  })

  it('the strip comes back at its edge of the screen', async () => {
    await workstation.restart()
    const { app, say } = workstation
    await signIn(workstation, HEAD)
    await showStrip(workstation)
    const before = await see(app, 'strip')
    await crash(app, 'strip')
    await expect.poll(() => textOf('strip'), PATIENCE).toContain(say('app.broughtBack'))
    const after = await see(app, 'strip')
    expect(after?.bounds).toEqual(before?.bounds)
    expect(after?.visible).toBe(true)
  })
})

describe('a window that keeps crashing', () => {
  it('the strip is closed with the third crash within a minute, and the message says how to go on', async () => {
    const { app } = workstation
    const messages = await standInForMessages(app, 0)
    // Once it crashed above already.
    await crash(app, 'strip')
    await expect.poll(() => textOf('strip'), PATIENCE).not.toBe('')
    await crash(app, 'strip')
    await expect.poll(() => see(app, 'strip'), PATIENCE).toBeNull()
    const [message] = await messages()
    expect(message).toContain('柜台条接连意外停止')
    expect(await textOf('index')).toContain(workstation.say('app.rail.lobby'))
  })

  it('the workstation is locked, and comes back when it is tried again by hand', async () => {
    const { app, say } = workstation
    const messages = await standInForMessages(app, 0)
    for (const _turn of [1, 2, 3]) {
      await crash(app, 'index')
      await expect.poll(() => textOf('index'), PATIENCE).not.toBe('')
    }
    expect((await messages())[0]).toContain('屏幕已锁定')
    await expect.poll(() => textOf('index'), PATIENCE).toContain(say('session.unlock'))
    expect(await textOf('index')).not.toContain(say('app.rail.lobby'))
  })
})

describe('the about page', () => {
  it('lists the crashes, and its file is offered to be saved', async () => {
    await workstation.restart()
    await signIn(workstation, HEAD)
    const { app, say, window } = workstation
    await showStrip(workstation)
    await crash(app, 'strip')
    await expect.poll(() => textOf('strip'), PATIENCE).not.toBe('')
    await enterCode(workstation, 'GY')
    const faults = window.getByRole('table', { name: say('settings.about.incidents') })
    await faults.getByText('window.strip').waitFor()
    await window
      .getByRole('table', { name: say('settings.about.slowest') })
      .getByRole('row')
      .nth(1)
      .waitFor()
    const file = join(workstation.dataFolder, 'diagnosis.json')
    await nextSaveDialogAnswers(app, file)
    await window.getByRole('button', { name: say('settings.about.saveFile') }).focus()
    await window.keyboard.press('Enter')
    await window.getByText(say('settings.about.saved')).waitFor()
    expect(JSON.parse(readFileSync(file, 'utf8')).incidents[0]).toMatchObject({ operation: 'window.strip' })
  })
})
