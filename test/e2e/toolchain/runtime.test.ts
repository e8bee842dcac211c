import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { electronLaunch } from '../../../scripts/electron-runtime/launch.ts'

const PROBE_APP = fileURLToPath(new URL('probe-app', import.meta.url))

let app: ElectronApplication
beforeAll(async () => {
  const launch = electronLaunch()
  app = await _electron.launch({ ...launch, args: [...launch.args, PROBE_APP] })
})
afterAll(() => app?.close())

describe('the Electron of this machine', () => {
  it('shows a page of a scheme of our own, with a sandboxed bridge', async () => {
    const window = await app.firstWindow()
    await window.getByText('慧眼 bridged').waitFor()
    expect(window.url()).toBe('probe://app/')
  })

  it('introduces the application by its own name and version', async () => {
    const identity = await app.evaluate(({ app: probe }) => ({
      name: probe.getName(),
      version: probe.getVersion(),
    }))
    expect(identity).toEqual({ name: 'runtime-probe', version: '1.2.3' })
  })

  it('runs encrypted SQLite in a thread of the main process, error codes included', async () => {
    const answer = await app.evaluate(() => Reflect.get(globalThis, 'sqliteAnswer'))
    expect(answer).toEqual({
      refusal: 'SQLITE_CONSTRAINT_PRIMARYKEY',
      rows: [{ name: '王小明', letters: 3 }],
      cipher: 'chacha20',
    })
  })

  it('prints a page to PDF', async () => {
    const header = await app.evaluate(async ({ BrowserWindow }) => {
      const pdf = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ pageSize: 'A4' })
      return pdf?.subarray(0, 5).toString('latin1')
    })
    expect(header).toBe('%PDF-')
  })
})
