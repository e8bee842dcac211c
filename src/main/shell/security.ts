import { join } from 'node:path'
import { app, type Session, session, type WebContents, type WebPreferences } from 'electron'
import { ORIGIN } from './window-files.ts'

/** The same for every window: sandboxed, isolated, no Node, one preload. */
export function webPreferences(outFolder: string): WebPreferences {
  return {
    preload: join(outFolder, 'preload', 'index.cjs'),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
  }
}

/** Closes what a window of this product never needs: navigation, new windows, permissions, embedded web views. */
export function enforceWindowPolicy(): void {
  app.on('web-contents-created', (_event, contents) => confine(contents))
  refusePermissions(session.defaultSession)
}

interface Navigation {
  readonly url: string
  readonly isMainFrame: boolean
  preventDefault(): void
}

function confine(contents: WebContents): void {
  // A page that fails may load itself anew, and nothing else.
  const unlessItself = (event: Navigation) => {
    if (!event.isMainFrame || event.url !== contents.getURL()) event.preventDefault()
  }
  contents.on('will-navigate', unlessItself)
  contents.on('will-frame-navigate', unlessItself)
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

function refusePermissions(of: Session): void {
  of.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  of.setPermissionCheckHandler(() => false)
  of.setDevicePermissionHandler(() => false)
  // Whatever tries to leave the machine is stopped before a name is looked up.
  of.webRequest.onBeforeRequest((details, decide) => {
    const own = details.url.startsWith(`${ORIGIN}/`) || /^(blob|data|devtools):/.test(details.url)
    decide({ cancel: !own })
  })
}
