import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bridge } from '../../../src/shared/contract/bridge.ts'
import { openDemoBranch, signIn } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { Workstation } from '../harness/workstation.ts'

/** A Friday; some of the demo's work is due. */
const DEMO = { asOf: '2026-11-20', customers: 300 } as const

let workstation: Workstation
beforeAll(async () => {
  workstation = await Workstation.start({ demo: DEMO })
  await openDemoBranch(workstation, HEAD)
})
afterAll(() => workstation?.stop())

/** Freezes and renders the branch's morning sheet, and answers with its number. */
function renderSheet(): Promise<number> {
  return workstation.window.evaluate(async () => {
    const { call }: Bridge = Reflect.get(globalThis, 'huiyan')
    const printed = await call('followups.printMorning', { language: 'zh-CN' })
    if (!printed.ok) throw new Error(`${printed.error.code} ${JSON.stringify(printed.error.detail)}`)
    return printed.value.list.printNo
  })
}

/** Asks for the print dialog and does not wait for its answer. */
async function openPrintDialog(printNo: number): Promise<void> {
  await workstation.window.evaluate((no) => {
    const { call }: Bridge = Reflect.get(globalThis, 'huiyan')
    Reflect.set(globalThis, 'printing', call('followups.sendToPrinter', { printNo: no }))
  }, printNo)
  await expect.poll(dialogsOpened).toBeGreaterThan(0)
}

/** From now on each print dialog of the hidden window is counted; a user who thinks gives no answer. */
function watchPrintDialogs(): Promise<void> {
  return workstation.app.evaluate(({ app }) => {
    Reflect.set(globalThis, 'printDialogs', 0)
    app.on('web-contents-created', (_event, contents) => {
      contents.print = () => {
        Reflect.set(globalThis, 'printDialogs', Reflect.get(globalThis, 'printDialogs') + 1)
      }
    })
  })
}

function dialogsOpened(): Promise<number> {
  return workstation.app.evaluate(() => Number(Reflect.get(globalThis, 'printDialogs')))
}

/** What the dialog's asker was told. */
function answer(): Promise<string> {
  return workstation.window.evaluate(async () => {
    const answered = await Reflect.get(globalThis, 'printing')
    return answered.ok ? 'ok' : `${answered.error.code} ${answered.error.detail.reason}`
  })
}

function endSheetWindow(how: 'destroy' | 'crash'): Promise<void> {
  return workstation.app.evaluate(({ BrowserWindow }, ending) => {
    const sheet = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().includes('sheet.html'),
    )
    if (sheet === undefined) throw new Error('no sheet window')
    if (ending === 'destroy') sheet.destroy()
    else sheet.webContents.forcefullyCrashRenderer()
  }, how)
}

describe('a print dialog that never comes back', () => {
  beforeAll(watchPrintDialogs)

  it.each([
    ['destroy', 'closed'],
    ['crash', 'crashed'],
  ] as const)('whose window ends (%s) is an error, and the next list is printed', async (how, reason) => {
    await workstation.app.evaluate(() => Reflect.set(globalThis, 'printDialogs', 0))
    await openPrintDialog(await renderSheet())
    await endSheetWindow(how)
    expect(await answer()).toBe(`followups.printFailed ${reason}`)
  })

  it('ends with the sign-out, and whoever signs in next can print', async () => {
    await workstation.app.evaluate(() => Reflect.set(globalThis, 'printDialogs', 0))
    await openPrintDialog(await renderSheet())
    await workstation.window.evaluate(async () => {
      const { call }: Bridge = Reflect.get(globalThis, 'huiyan')
      await call('session.signOut', {})
    })
    expect(await answer()).toBe('followups.printFailed signed-out')
    await signIn(workstation, HEAD)
    expect(await renderSheet()).toBeGreaterThan(0)
  })
})
