import { BrowserWindow, type WebPreferences } from 'electron'
import { ORIGIN } from './window-files.ts'

/** Branch PCs often have 1366×768 (X1); the work area below a task bar is a little less. */
const START_SIZE = { width: 1366, height: 768 }
const LEAST_SIZE = { width: 1024, height: 700 }

/** The window of lobby, relationship managers and heads. It shows itself when its first frame is painted. */
export function openWorkstation(webPreferences: WebPreferences): BrowserWindow {
  const window = new BrowserWindow({
    ...START_SIZE,
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    show: false,
    title: '慧眼',
    backgroundColor: '#f8f9fa',
    webPreferences,
  })
  // Its keys work unseen; a bar that hides itself would come with every Alt.
  window.setMenuBarVisibility(false)
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${ORIGIN}/index.html`)
  return window
}

/** Brings a window forward because the user asked for it. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
