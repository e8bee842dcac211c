import { join } from 'node:path'
import { app, type Session, session, type WebContents, type WebPreferences } from 'electron'
import type { RunMode } from './run-mode.ts'
import { ORIGIN } from './window-files.ts'

/**
 * The same for every window: sandboxed, isolated, no Node, one preload. What Electron has as its default is written down
 * too, so that another version's default changes nothing.
 * @param outFolder where the built preload lies
 */
export function webPreferences(outFolder: string, mode: RunMode): WebPreferences {
  return {
    preload: join(outFolder, 'preload', 'index.cjs'),
    devTools: mode === 'developer',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  }
}

/**
 * Closes what a window of this product never needs: navigation, new windows, permissions, downloads, embedded web views.
 * Holds for every window and every session that there will be.
 */
export function enforceWindowPolicy(mode: RunMode): void {
  app.on('web-contents-created', (_event, contents) => confine(contents))
  confineSession(session.defaultSession, mode)
  app.on('session-created', (created) => confineSession(created, mode))
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
  comeBack(contents)
}

/** Chromium asks nobody before it shows `about:blank`: a window of ours that is taken there goes back to its page. */
function comeBack(contents: WebContents): void {
  let home: string | null = null
  contents.on('did-navigate', (_event, url) => {
    if (url.startsWith(`${ORIGIN}/`)) home = url
    else if (home !== null) void contents.loadURL(home)
  })
}

function confineSession(of: Session, mode: RunMode): void {
  of.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  of.setPermissionCheckHandler(() => false)
  of.setDevicePermissionHandler(() => false)
  // A file is written by the main process, to where its own dialog was answered, and nowhere else.
  of.on('will-download', (event) => event.preventDefault())
  // Its dictionaries come from the network.
  of.setSpellCheckerEnabled(false)
  const ownSchemes = mode === 'developer' ? /^(blob|data|devtools):/ : /^(blob|data):/
  // Whatever tries to leave the machine is stopped before a name is looked up.
  of.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !details.url.startsWith(`${ORIGIN}/`) && !ownSchemes.test(details.url) })
  })
}
