import { BrowserWindow, ipcMain } from 'electron'
import { CALL_CHANNEL, TOPIC_CHANNEL } from '../../shared/contract/bridge.ts'
import type { Publish } from '../../shared/contract/topics.ts'
import type { IpcRouter } from './router.ts'

/** A page that belongs to no window of ours; no such number is ever given out. */
const NO_WINDOW = 0

/** Lets windows call the router, and nothing else: this is the only channel that is ever answered. */
export function answerWindows(router: IpcRouter): void {
  ipcMain.handle(CALL_CHANNEL, (event, name: unknown, input: unknown) => {
    const frame = event.senderFrame
    const sender = {
      windowId: BrowserWindow.fromWebContents(event.sender)?.id ?? NO_WINDOW,
      frameUrl: frame?.url ?? '',
      mainFrame: frame !== null && frame.parent === null,
    }
    return router.call(sender, name, input)
  })
}

/** Tells every open window. */
export const publishToWindows: Publish = (topic, message) => {
  for (const window of BrowserWindow.getAllWindows()) {
    // A crashed page reads everything anew when it is back.
    if (window.isDestroyed() || window.webContents.isCrashed()) continue
    window.webContents.send(TOPIC_CHANNEL, topic, message)
  }
}
