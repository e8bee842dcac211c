import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { app, BrowserWindow, protocol } from 'electron'

// Refused by Electron once it is ready, so this line shows that the module is evaluated before.
protocol.registerSchemesAsPrivileged([{ scheme: 'probe', privileges: { standard: true, secure: true } }])

const PAGE =
  '<!doctype html><meta charset="utf-8"><title>probe</title><body>慧眼 <span id="bridge"></span><script>document.getElementById("bridge").textContent = window.probe.greeting</script>'

/** What the thread found out about SQLite; asked for by the test. */
globalThis.sqliteAnswer = new Promise((resolve, reject) => {
  const worker = new Worker(new URL('sqlite-thread.mjs', import.meta.url))
  worker.once('message', resolve)
  worker.once('error', reject)
})

async function showWindow() {
  protocol.handle('probe', () => new Response(PAGE, { headers: { 'content-type': 'text/html' } }))
  const preload = fileURLToPath(new URL('preload.cjs', import.meta.url))
  const window = new BrowserWindow({ webPreferences: { preload, sandbox: true, contextIsolation: true } })
  await window.loadURL('probe://app/')
}

// Not awaited here: Electron does not get ready before this module has been evaluated.
void app.whenReady().then(showWindow)
