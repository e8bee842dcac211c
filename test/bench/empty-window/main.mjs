import { app, BrowserWindow } from 'electron'

/** The least that an Electron application can be: one window of the workstation's size with nothing in it. */
async function showWindow() {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    show: false,
    webPreferences: { sandbox: true },
  })
  window.once('ready-to-show', () => window.show())
  await window.loadURL('data:text/html,<!doctype html><title>empty</title><body>')
}

void app.whenReady().then(showWindow)
