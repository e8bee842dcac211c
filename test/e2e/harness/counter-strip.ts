import type { ElectronApplication, Page } from 'playwright-core'
import { enterCode } from './command-box.ts'
import type { Workstation } from './workstation.ts'

/** Shows the counter strip by its function code. */
export async function showStrip(workstation: Workstation): Promise<Page> {
  const opened = workstation.app.waitForEvent('window')
  await enterCode(workstation, 'GT')
  const strip = await opened
  await strip.getByRole('textbox').waitFor()
  return strip
}

/** The strip, shown by its code where it is not there yet. */
export async function stripPage(workstation: Workstation): Promise<Page> {
  const open = workstation.app.windows().find((page) => page.url().endsWith('strip.html'))
  return open ?? showStrip(workstation)
}

/** The page of the window that has the system's focus; empty where no window of ours has it. */
export function focusedPage(app: ElectronApplication): Promise<string> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.webContents.getURL() ?? '')
}

/** How wide the strip stands at the screen's edge. */
export async function stripWidth(app: ElectronApplication): Promise<number> {
  return (await stripBounds(app)).width
}

/** Where the strip stands. */
export function stripBounds(
  app: ElectronApplication,
): Promise<{ readonly x: number; readonly width: number; readonly height: number }> {
  return app.evaluate(({ BrowserWindow }) => {
    const strip = BrowserWindow.getAllWindows().find((window) =>
      window.webContents.getURL().endsWith('strip.html'),
    )
    return strip?.getBounds() ?? { x: -1, width: 0, height: 0 }
  })
}

/** Finds somebody in the strip's box and chooses them. */
export async function chooseInStrip(workstation: Workstation, strip: Page, text: string): Promise<void> {
  await strip.getByRole('textbox', { name: workstation.say('strip.find') }).focus()
  await strip.keyboard.type(text)
  await strip.getByRole('option', { disabled: false }).first().waitFor()
  await strip.keyboard.press('ArrowDown')
  await strip.keyboard.press('Enter')
  await strip.getByRole('region').first().waitFor()
}

/** Makes the strip as high as a lower screen would. */
export async function resizeStrip(app: ElectronApplication, height: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, high) => {
    const strip = BrowserWindow.getAllWindows().find((window) =>
      window.webContents.getURL().endsWith('strip.html'),
    )
    strip?.setBounds({ height: high })
  }, height)
}
